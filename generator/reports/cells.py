"""Writes the matrix as data: for every source and message the verdict with its evidence, carried ones included."""

from __future__ import annotations

from typing import Any

from generator.derive.drift import Cell, Drift, Evidence
from generator.drift.result import Step


def cells(drift: Drift) -> list[dict[str, Any]]:
    """One entry for each source and message, in the playbook's order. The gravest quote stands in the entry itself."""
    return [_cell(cell) for source in drift.sources for cell in drift.column(source)]


def _cell(cell: Cell) -> dict[str, Any]:
    best = cell.best
    near = cell.nearest
    return {
        "source": cell.source,
        "message": cell.message,
        "verdict": cell.verdict.value,
        "required": cell.required,
        "stale": cell.stale,
        "owner": cell.owner,
        "since": cell.since.isoformat() if cell.since else None,
        "why": cell.why,
        "canonical": cell.canonical,
        "place": best.where.words if best else "",
        "quote": best.quote if best else "",
        "diff": _diff(best) if best else [],
        "similarity": best.similarity if best else 0.0,
        "nearest": {"quote": near.quote, "place": near.where.words, "similarity": near.similarity} if near else None,
        "evidence": [_evidence(each) for each in cell.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    place = evidence.where
    return {
        "verdict": evidence.verdict.value,
        "kind": evidence.kind.value,
        "subject": evidence.subject,
        "wording": evidence.wording.id,
        "canonical": evidence.canonical,
        "quote": evidence.quote,
        "similarity": evidence.similarity,
        "diff": _diff(evidence),
        "changes": evidence.changes,
        "shown": evidence.shown.value,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "place": place.words,
        "box": place.box,
        "speaker": place.speaker,
        "seconds": place.at if place.at >= 0 else None,
        "also": [each.words for each in evidence.places[1:]],
    }


def _diff(evidence: Evidence) -> list[list[str]]:
    """From the wording to the quote; the end that a message may lack is no change."""
    kept = [change for change in evidence.diff if change.step is Step.SAME or not evidence.is_cut_as_allowed]
    return [[change.step.value, change.text] for change in kept]
