"""What every report of the lamps is given."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.areas import name_of
from generator.derive.state.due import Due
from generator.derive.state.lamps import Lamp, Past
from generator.model.words import Audience


@dataclass(frozen=True)
class Dashboard:
    """The lamps of one day, what falls due next, the versions before it, and what will have lit since `since`.

    `since` is set where the day lies ahead; `lit` are the lamps that are worse by then.
    """

    on: datetime.date
    lamps: Sequence[Lamp]
    due: Sequence[Due]
    history: Sequence[Past] = ()
    since: datetime.date | None = None
    lit: Sequence[Lamp] = ()
    site: Audience = Audience.SALES
    hidden: Sequence[Lamp] = ()
    """The lamps that show something less grave on the site for these readers, who may not see the reason."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the site calls the areas, by key."""
    colour: bool = False
    width: int = 0
    """Columns of the terminal that it is read in; 0 where nobody knows, and lines stay whole."""

    def name(self, area: str) -> str:
        return self.names.get(area) or name_of(area)
