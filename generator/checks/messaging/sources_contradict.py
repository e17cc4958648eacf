"""Two sources state one claim with different numbers, or the two bodies of a mail say different things.

Each of them may look right by itself; the client who holds both sees that one is wrong. Bounds contradict each other
where both cannot be true (`up to 40 %`, `more than 40 %`); one that is only left out contradicts nobody. The finding
names the sources on both sides. Agree on what is true, write it into the message, then into the sources. What was said
in a call is a note here: the wrong number itself is reported by `number-drift`. Once all that is wrong on both sides
is accepted, in `accepted:`, by a comment or in the baseline, the contradiction is too, until the first of these days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.quoted import complain, is_at_its_line, listed, short
from generator.derive.drift import Contradiction, Where
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR
MOST = 3


def check(facts: Facts) -> Iterator[Complaint]:
    spoken = {speech.source for speech in facts.drift.speech}
    for found in facts.drift.contradictions:
        yield complain(
            facts,
            found.evidence,
            _message(found),
            help=f"write the same in all of them: {found.evidence.canonical}",
            level=Level.NOTE if found.source in spoken else None,
            notes=(*_here(found.evidence.where), f"there: {_places(found.there)}"),
        )


def _here(where: Where) -> tuple[str, ...]:
    """The place, unless the finding stands at it."""
    return () if is_at_its_line(where) else (f"here: {where.words}",)


def _places(there: Sequence[Where]) -> str:
    """A place for each source that the message names."""
    more = len(there) - MOST
    return "; ".join(where.words for where in there[:MOST]) + (f" and {more} more" if more > 0 else "")


def _message(found: Contradiction) -> str:
    if not found.others:
        here, there = found.evidence.where.name, found.there[0].name
        itself = f"source `{found.source}` contradicts itself on message `{found.message}`"
        return f"{itself}: {here} says something else than {there}"
    others = listed(found.others, MOST)
    verb = "says" if len(found.others) == 1 else "say"
    return (
        f"source `{found.source}` says {short(found.stated)} where {others} {verb} {short(found.elsewhere)}"
        f" (message `{found.message}`)"
    )
