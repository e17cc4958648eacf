"""Sets contradictions aside that rest on wrong words which are all accepted: one decision is enough for one cause."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from generator.checks.accept import CONTRADICTION
from generator.derive.drift import Contradiction, Evidence
from generator.finding import Acceptance, Finding


def follow(findings: Sequence[Finding], contradictions: Sequence[Contradiction]) -> list[Finding]:
    """The same findings; a contradiction carries the acceptance of the wrong sides, the one that ends first."""
    rests: dict[tuple[str, str, str], list[Contradiction]] = {}
    for each in contradictions:
        rests.setdefault(_key(each.evidence), []).append(each)
    told: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        if finding.complaint.source and finding.rule != CONTRADICTION:
            said = finding.complaint
            told.setdefault((said.source, said.subject, said.match), []).append(finding)
    return [_following(finding, rests, told) if finding.rule == CONTRADICTION else finding for finding in findings]


def _following(
    finding: Finding,
    rests: dict[tuple[str, str, str], list[Contradiction]],
    told: dict[tuple[str, str, str], list[Finding]],
) -> Finding:
    said = finding.complaint
    quotes = [quote for each in rests.get((said.source, said.subject, said.match), []) for quote in each.wrong]
    found = [told.get(_key(quote), []) for quote in quotes]
    given = [each.accepted for group in found for each in group]
    accepted = [each for each in given if each is not None]
    if finding.accepted is not None or not quotes or not all(found) or len(accepted) < len(given):
        return finding
    return dataclasses.replace(finding, accepted=min(accepted, key=_end))


def _key(quote: Evidence) -> tuple[str, str, str]:
    return quote.source, quote.subject, quote.quote


def _end(acceptance: Acceptance) -> str:
    """What a baseline knows has no end."""
    return acceptance.until or "9999"
