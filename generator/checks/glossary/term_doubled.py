"""A word has two entries in the glossary.

Readers see both and cannot know which holds; a tooltip shows one of them. Put the two together, or give them titles
that say how they differ. `IT` and `it` are two words where one of them is marked `case: exact`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.glossary import Term
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    seen: dict[str, list[Term]] = {}
    for term in current(facts, Term):
        earlier = seen.setdefault(" ".join(term.title.casefold().split()), [])
        if first := next((other for other in earlier if _is_same(other, term)), None):
            yield Complaint(
                term.at("title"),
                f"the terms `{first.id}` and `{term.id}` have the same title, `{term.title.strip()}`",
                help="put the two together, or give them titles that say how they differ",
                label=f"as `{first.id}`",
                record=term.id,
            )
        earlier.append(term)


def _is_same(one: Term, other: Term) -> bool:
    return one.title.strip() == other.title.strip() or "exact" not in (one.case, other.case)
