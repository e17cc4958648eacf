"""Says of each recorded call which messages were said, by whom and when, and which the scripts ask for were not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.areas.sources import Source
from generator.derive.drift.cell import Cell, Speech
from generator.derive.drift.evidence import Evidence, TermEvidence, Verdict


def find_speech(
    cells: Mapping[tuple[str, str], Cell], sources: Sequence[Source], terms: Mapping[str, Sequence[TermEvidence]]
) -> tuple[Speech, ...]:
    """One for each source of the kind `transcript` of which something is known."""
    scripted = [message for source in sources if source.kind == "talk" for message in source.must_carry]
    found = []
    for source in sources:
        column = [cell for (id_, _), cell in cells.items() if id_ == source.id]
        is_known = bool(terms.get(source.id)) or any(cell.verdict is not Verdict.UNKNOWN for cell in column)
        if source.kind == "transcript" and is_known:
            found.append(_speech(source.id, column, scripted, terms.get(source.id, ())))
    return tuple(found)


def _speech(source: str, column: Sequence[Cell], scripted: Sequence[str], terms: Sequence[TermEvidence]) -> Speech:
    quotes = sorted((each for cell in column for each in cell.evidence), key=_when)
    said = tuple(each for each in quotes if each.verdict is Verdict.CARRIED)
    silent = {cell.message for cell in column if cell.verdict in (Verdict.SILENT, Verdict.MISSING)}
    unsaid = tuple(message for message in dict.fromkeys(scripted) if message in silent)
    words = tuple(sorted(terms, key=lambda term: (term.where.at, term.use)))
    return Speech(source, said, tuple(each for each in quotes if each.verdict.is_drift), unsaid, words)


def _when(evidence: Evidence) -> tuple[float, str]:
    return evidence.where.at, evidence.subject
