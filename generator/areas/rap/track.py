"""The way of one role: moments with clients, goals, gates, and what a hire costs and brings."""

from __future__ import annotations

from typing import Annotated

from generator.model.record import Facet, Part, Record
from generator.model.words import Amount, Audience, Count, Duration, Line, MetricRef, Ref, RoleRef, Share, ShownTo, Word

MomentRef = Annotated[str, Ref("client moment")]
CalendarRef = Annotated[str, Ref("calendar")]
TrackRef = Annotated[str, Ref("track")]


class ClientMoment(Facet):
    """A moment with a client that a new salesperson must be ready for, such as the first call."""

    day: Count
    """The working day on which it usually comes, counted from the first; a track may differ."""


class MomentDay(Part):
    """When a client moment comes on one track."""

    moment: MomentRef
    """The client moment."""
    day: Count
    """The working day, counted from the first."""


class Goals(Part):
    """What a new salesperson reaches, and when. Days are calendar days from the first."""

    first_meeting: Count | None = None
    """The days until the first own meeting with a client."""
    first_deal: Count | None = None
    """The days until the first own deal."""
    full_productivity: Count | None = None
    """The days until the full quota is reached."""


class Gate(Part):
    """A day on which manager and hire look whether all is on track."""

    day: Count
    """After how many calendar days from the first working day: 30, 60, 90 or 180. Days off on the way put it off."""
    measure: Line
    """What is looked at."""
    metric: MetricRef | None = None
    """The metric behind it, where there is one."""
    target: float | None = None
    """What should be reached by then."""
    unit: Word | None = None
    """The target's unit, for example `meetings`."""
    otherwise: Line | None = None
    """What is done where it is not reached."""


class RampMonth(Part):
    """How productive a new salesperson is, for some months."""

    until_month: Count
    """The last month it holds, counted from the start of work."""
    percent: Amount
    """The share of full productivity, in percent."""


class Economics(Part):
    """What a hire costs and brings."""

    currency: Word
    """The currency of all amounts, for example `EUR`."""
    hiring_cost: Amount
    """What it costs to find and hire somebody, once."""
    monthly_cost: Amount
    """What the salesperson costs a month, salary and everything on top."""
    programme_cost: Amount = 0
    """What the programme costs for each hire, once, coaches left out."""
    coach_hours: Amount = 0
    """The hours that coaches spend on one hire."""
    coach_rate: Amount = 0
    """What an hour of a coach costs."""
    quota: Amount
    """The yearly quota of a fully productive salesperson."""
    gross_margin: Share = 100
    """What is left of revenue after the cost of the product, in percent."""
    ramp: list[RampMonth] = []
    """How productivity grows; full after the last month named."""
    sales_cycle: Duration | None = None
    """How long a sale takes from the first meeting to the signature, for example `90 days`."""
    break_even_by: Count | None = None
    """The month in which the hire should have paid back."""


class Track(Record):
    """The way of one role from the first day to full productivity."""

    role: RoleRef
    """The selling role."""
    weeks: Count = 12
    """How many weeks the programme lasts."""
    goals: Goals | None = None
    """What is reached when."""
    moments: list[MomentDay] = []
    """The client moments that come on another day than usual on this track."""
    gates: list[Gate] = []
    """The days on which progress is judged."""
    calendar: CalendarRef | None = None
    """The calendar of holidays it follows."""
    economics: Annotated[Economics | None, ShownTo(Audience.LEADER)] = None
    """What a hire costs and brings. For leaders only."""
