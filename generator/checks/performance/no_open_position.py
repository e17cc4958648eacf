"""No position is open, though recruiting never stops.

Whoever begins to look when somebody has left loses two quarters: one to find, one to ramp. Keep at least one position
open and talk to people, even when the team is complete. Where only the starter speaks of a role, there is no team yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.performance import Expectation, OpenPosition, Performance
from generator.derive.current import active, current
from generator.derive.facts import Facts
from generator.derive.state.untouched import is_untouched
from generator.finding import Complaint, Level

LEVEL = Level.NOTE


def check(facts: Facts) -> Iterator[Complaint]:
    open_ = [position for position in active(facts, OpenPosition) if position.filled is None]
    teams = (one for one in current(facts, Expectation) if not is_untouched(one, facts.playbook))
    if any(teams) and not open_:
        area = facts.playbook.area(Performance)
        yield Complaint(
            area.key_at("positions"),
            "no position is open",
            help="add one to `positions:`, with the profile it is to be filled by",
        )
