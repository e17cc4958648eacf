"""A source states a message with another number.

A client who reads 38 % in the brochure and 41 % on the page believes neither. Value, unit and what limits it ("up
to", "within") all count; 40 %, 40 percent and forty per cent are the same. Spoken numbers count as much as printed
ones. If the source is right, change the message instead: then the others are found.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.quoted import complain
from generator.derive.drift import Evidence, Verdict
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for evidence in facts.drift.evidence:
        if evidence.verdict is Verdict.NUMBER:
            yield complain(
                facts,
                evidence,
                f"{evidence.where.name} {_numbers(evidence)} in message `{evidence.message}`",
                help=f"write: {evidence.canonical}",
                notes=(f"it says: {evidence.quote}", *_further(evidence)),
            )


def _numbers(evidence: Evidence) -> str:
    pairs = [(each.found, each.said) for each in evidence.numbers if each.found.casefold() != each.said.casefold()]
    return "; ".join(f'says "{found}" instead of "{said}"' for found, said in pairs) or evidence.changes


def _further(evidence: Evidence) -> tuple[str, ...]:
    """Words that differ besides the number."""
    return (f"besides, it {evidence.changes}",) if evidence.similarity < 1 and evidence.changes else ()
