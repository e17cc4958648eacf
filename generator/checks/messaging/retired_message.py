"""A source still says what was retired, to the letter or nearly.

Old promises live longest in the places nobody looks at: a page's preview text, a script, a habit. Write what replaced
it; the finding gives it to copy. What was never replaced is to be taken out.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Message, RetiredMessage
from generator.checks.quoted import complain, short
from generator.derive.drift import Evidence, Verdict
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for evidence in facts.drift.evidence:
        if evidence.verdict is Verdict.RETIRED:
            instead = f"write what message `{evidence.message}` says: {evidence.canonical}"
            yield complain(
                facts,
                evidence,
                f"{evidence.where.name} still says {short(evidence.quote)}, which is retired",
                help=instead if evidence.canonical else "take it out; nothing replaced it",
                level=Level.WARNING if evidence.hidden else None,
                notes=_history(facts, evidence),
            )


def _history(facts: Facts, evidence: Evidence) -> tuple[str, ...]:
    """Since when it is retired, and why."""
    entry = facts.playbook.entries[evidence.subject]
    old = [entry] if isinstance(entry, RetiredMessage) else []
    if isinstance(entry, Message) and "#retired-" in evidence.wording.id:
        old = [entry.retired[int(evidence.wording.id.rpartition("-")[2]) - 1]]  # type: ignore[list-item]
    since = [f"retired since {each.since}" for each in old if each.since]
    return (*since, *(f"because: {each.because.strip()}" for each in old if each.because))
