"""Deals were lost again and again for the same reason, and no objection answers it.

Whoever loses three times for one reason will lose the fourth, unless somebody finds an answer that holds. Write the
objection with its answer and proof, and name the reason in its `lost_reasons:` as the CRM writes it.

Example: four deals lost to `no budget`, and no objection with `lost_reasons: [no budget]`.
Cure: an objection with its answer and `lost_reasons: [no budget]`.

times: 3; two may be chance.
days: 365, a year of selling, in which every season of the buyers comes once.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.differentiation import Objection
from generator.derive.current import current
from generator.derive.deals import Row, decided, named
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts, *, times: int = 3, days: int = 365) -> Iterator[Complaint]:
    answered = {_plain(reason) for objection in current(facts, Objection) for reason in objection.lost_reasons}
    lost: dict[str, list[Row]] = {}
    for row in decided(facts, "lost", days):
        if row.deal.lost_reason:
            lost.setdefault(_plain(row.deal.lost_reason), []).append(row)
    for reason, rows in sorted(lost.items()):
        if len(rows) >= times and reason not in answered:
            said = (rows[0].deal.lost_reason or "").strip()
            yield Complaint(
                rows[0].at(facts, "lost_reason"),
                f"{len(rows)} deals were lost for `{said}` in {days} days, and no objection answers it",
                help=f"write the objection with its answer, and `lost_reasons: [{said}]`",
                notes=(f"deals: {named(rows)}",),
            )


def _plain(reason: str) -> str:
    return " ".join(reason.split()).casefold()
