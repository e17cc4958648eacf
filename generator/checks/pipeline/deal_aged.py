"""An open deal has been in its stage for more than twice as long as healthy deals are.

Old deals make a pipeline look full. What has stood still for twice the norm has mostly been decided, and nobody
told us. Let the next review judge each one: real, park or drop. Deals in a stage without `norm_age` are not judged.

Example: a deal in the pilot since September, where pilots take 28 days.
Cure: close it, or move it back to the stage whose exit criteria the client really meets.

times: 2; below twice the norm a holiday or a sick buyer explains it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.pipeline import Stage
from generator.derive.deals import Row, named, open_deals
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.NOTE


def check(facts: Facts, *, times: float = 2) -> Iterator[Complaint]:
    by_stage: dict[str, list[Row]] = {}
    for row in open_deals(facts):
        by_stage.setdefault(row.deal.stage or "", []).append(row)
    for stage in facts.playbook.of(Stage):
        if stage.norm_age is None or stage.closed:
            continue
        norm = stage.norm_age.days
        aged = [row for row in by_stage.get(stage.id, ()) if _days(facts, row) > times * norm]
        if aged:
            yield Complaint(
                aged[0].at(facts, "stage_since"),
                f"{len(aged)} open {'deal has' if len(aged) == 1 else 'deals have'} been in stage `{stage.id}` "
                f"for more than {times * norm:g} days, and the norm is {norm}",
                help="judge each in the next review: real, park or drop",
                label=f"{_days(facts, aged[0])} days",
                notes=(f"deals: {named(aged)}",),
                record=stage.id,
            )


def _days(facts: Facts, row: Row) -> int:
    return (facts.today - row.deal.stage_since).days if row.deal.stage_since else 0
