"""A position is open, and no profile says whom to look for.

Then everybody hires somebody like themselves. Write the profile of the role before the first interview, and name it
in the position.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_salesperson import SalespersonProfile
from generator.areas.performance import OpenPosition
from generator.derive.current import active, current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    roles = {profile.role for profile in current(facts, SalespersonProfile)}
    for position in active(facts, OpenPosition):
        if position.filled is None and position.profile is None and position.role not in roles:
            yield Complaint(
                position.at("role"),
                f"open position `{position.id}` has no profile, and role `{position.role}` has none either",
                help="write the profile in `ideal-salesperson.yml`",
                label="whom to look for",
                record=position.id,
            )
