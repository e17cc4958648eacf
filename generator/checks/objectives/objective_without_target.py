"""An objective has no target, or no day by which it is to be reached.

"Grow in the mid-market" is a direction; "38 % of new revenue by 31 December" is an objective. Without a number and a
day nobody knows in March whether to worry. Write both; a first estimate that is corrected later teaches more than
none.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.objectives import Objective
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for objective in active(facts, Objective):
        missing = [name for name in ("target", "deadline") if getattr(objective, name) is None]
        if missing:
            yield Complaint(
                objective.at(),
                f"objective `{objective.id}` has no {' and no '.join(missing)}",
                help=f"add {' and '.join(f'`{name}:`' for name in missing)}, or set `status: draft`",
                record=objective.id,
            )
