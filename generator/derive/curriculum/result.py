"""What the planner answers: where each module lies and why, the load of each week, and what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from generator.derive.curriculum.task import Moment


class Cause(StrEnum):
    """Why a module lies where it does."""

    HAND = "hand"
    """A person chose the day."""
    NEED = "need"
    """The module it needs ends on that day; `subject` is that module, `number` its day."""
    MOMENT = "moment"
    """A client moment comes; `subject` is the moment, `number` its day."""
    PACE = "pace"
    """Earlier would be too early to remember; `number` is the first day that was looked at."""
    WEEK = "week"
    """Earlier weeks were full; `number` is the last of them."""
    DAY = "day"
    """Earlier days held enough; `number` is the last of them."""
    COACH = "coach"
    """The coach had no time earlier; `subject` is the coach, `number` the last week without."""
    FREE = "free"
    """No client moment asks for it: it takes the first day with room."""


@dataclass(frozen=True, slots=True)
class Why:
    """One reason, in a form that every language can put into words (`derive.curriculum.words` does in English)."""

    cause: Cause
    subject: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Placement:
    """A module on its working day. `due` is the last day it could lie on, `blocks` are the modules that need it."""

    module: str
    day: int
    week: int
    minutes: int
    whys: tuple[Why, ...] = ()
    by_hand: bool = False
    moment: str = ""
    due: int | None = None
    needs: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    coach: str = ""
    coach_minutes: int = 0

    @property
    def late(self) -> int:
        """Days after the last one that would have been in time."""
        return max(0, self.day - self.due) if self.due is not None else 0


@dataclass(frozen=True, slots=True)
class Refresher:
    """A module repeated: `after` calendar days, on the working day `day`."""

    module: str
    after: int
    day: int
    week: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Week:
    """The load of one week: minutes of modules and of refreshers, what fits, and the minutes of each coach."""

    number: int
    first_day: int
    last_day: int
    modules: int
    refreshers: int
    limit: int
    coaches: Mapping[str, int] = field(default_factory=dict)

    @property
    def minutes(self) -> int:
        return self.modules + self.refreshers


class Misfit(StrEnum):
    """What kind of wishes cannot all be fulfilled."""

    MOMENT = "moment"
    """A module lies on or after the client moment it prepares for."""
    NEED = "need"
    """A module lies before one that it needs."""
    WEEK = "week"
    """A week holds more minutes than fit."""
    DAY = "day"
    """A day holds more modules than fit."""
    COACH = "coach"
    """A week asks more of a coach than they have."""
    WEEKS = "weeks"
    """The modules last longer than the programme."""
    CIRCLE = "circle"
    """Modules need each other in a circle; one of these needs was left out."""
    BEGINNING = "beginning"
    """A module was put before the first day."""


class Unit(StrEnum):
    """What there can be too little of."""

    MINUTES = "minutes"
    """Minutes of modules in the weeks until then."""
    MODULES = "modules"
    """Modules on the days until then."""
    COACH = "coach"
    """Minutes of a coach in the weeks until then."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """`wanted` are due by a day, and `room` is all there is until then: no order of the modules changes that."""

    unit: Unit
    wanted: int
    room: int
    coach: str = ""

    @property
    def over(self) -> int:
        return self.wanted - self.room


@dataclass(frozen=True, slots=True)
class Clash:
    """Wishes that cannot all be fulfilled, and by how much: `found` where `limit` was allowed.

    Days for MOMENT, NEED, WEEKS (weeks) and BEGINNING, minutes for WEEK and COACH, modules for DAY. `modules` are
    those concerned, `subject` the moment, coach or needed module, `number` the day or week. For MOMENT, `whys` say
    what kept the module from an earlier day, and `shorts` what there is too little of by then, whatever the order.
    `proven` is False where another order might help: none was found.
    """

    misfit: Misfit
    modules: tuple[str, ...]
    subject: str = ""
    number: int = 0
    found: int = 0
    limit: int = 0
    whys: tuple[Why, ...] = ()
    shorts: tuple[Shortfall, ...] = ()
    proven: bool = True

    @property
    def over(self) -> int:
        return self.found - self.limit


@dataclass(frozen=True)
class Plan:
    """The plan of one track, the same for whatever day somebody starts on; `Dates` lays it over a calendar.

    `placements` and `refreshers` are in the order of their days, the modules of one day in the order to learn them.
    Where `clashes` is not empty this is the best plan found, and each says whether any could be better. On a page
    (`plan` is `facts.plans[track.id]`):

        {% for week in plan.weeks %}Week {{ week.number }}: {{ week.minutes }} of {{ week.limit }}
          {% for one in plan.in_week(week.number) %}day {{ one.day }} {{ one.module }} {{ one.blocks }}{% endfor %}
        {% endfor %}

    A browser that knows the first day finds the date of working day n as the n-th day from it whose weekday is in
    `calendar_of(playbook, track).weekdays` (Monday is 0) and which is not in its `off`; the plan itself never changes.
    """

    track: str
    placements: tuple[Placement, ...] = ()
    refreshers: tuple[Refresher, ...] = ()
    weeks: tuple[Week, ...] = ()
    moments: tuple[Moment, ...] = ()
    clashes: tuple[Clash, ...] = ()

    @cached_property
    def by_module(self) -> Mapping[str, Placement]:
        return {placement.module: placement for placement in self.placements}

    def on(self, day: int) -> tuple[Placement, ...]:
        """The modules of a working day."""
        return tuple(placement for placement in self.placements if placement.day == day)

    def repeated_on(self, day: int) -> tuple[Refresher, ...]:
        return tuple(refresher for refresher in self.refreshers if refresher.day == day)

    def in_week(self, week: int) -> tuple[Placement, ...]:
        return tuple(placement for placement in self.placements if placement.week == week)

    @property
    def last_day(self) -> int:
        """The last working day with a module; 0 in an empty plan."""
        return self.placements[-1].day if self.placements else 0

    @property
    def last_week(self) -> int:
        """The last week with a module; 0 in an empty plan. It can lie after the weeks that the track gives."""
        return max((placement.week for placement in self.placements), default=0)
