"""Whether a reference client may be asked today, and if not, from when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator.areas.references import Reference

ASKED = ("call", "visit")
"""Uses that take the client's time; a rest follows them."""


@dataclass(frozen=True)
class Availability:
    """`state` is free, resting, used-up, shaky or not-allowed. `uses` are those of this quarter."""

    state: str
    uses: int
    until: datetime.date | None = None

    @property
    def rank(self) -> int:
        """0 may be asked now."""
        return ("free", "resting", "used-up", "shaky", "not-allowed").index(self.state)


def availability(reference: Reference, today: datetime.date) -> Availability:
    quarter = (today.month - 1) // 3
    uses = sum(1 for use in reference.uses if use.on.year == today.year and (use.on.month - 1) // 3 == quarter)
    permission = reference.permission
    if permission is None or (permission.expires is not None and permission.expires < today):
        return Availability("not-allowed", uses)
    if reference.health != "good":
        return Availability("shaky", uses)
    asked = [use.on for use in reference.uses if use.kind in ASKED and use.on <= today]
    if asked and reference.rest is not None:
        until = max(asked) + datetime.timedelta(days=reference.rest.days)
        if until > today:
            return Availability("resting", uses, until)
    if reference.uses_a_quarter is not None and uses >= reference.uses_a_quarter:
        return Availability("used-up", uses, _next_quarter(today))
    return Availability("free", uses)


def _next_quarter(today: datetime.date) -> datetime.date:
    month = (today.month - 1) // 3 * 3 + 4
    return datetime.date(today.year + month // 13, (month - 1) % 12 + 1, 1)
