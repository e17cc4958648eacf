"""Sales performance: what is expected of each role, how people are ranked, and how the weakest are helped."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import (
    Audience,
    Count,
    Date,
    Line,
    MetricRef,
    PersonRef,
    Ref,
    RegionRef,
    RoleRef,
    SegmentRef,
    Share,
    ShownTo,
    Tally,
    Text,
    Word,
)


class ProcessStep(Part):
    """A step of selling that can be counted long before there is revenue."""

    step: Line
    """What is done, for example `first meetings with an owner of a budget`."""
    metric: MetricRef | None = None
    """The metric that counts it."""
    target: float
    """How many are expected."""
    every: Literal["week", "month", "quarter"] = "week"
    """The time in which that many are expected: week, month or quarter."""


class RampStep(Part):
    """The quota of somebody new, for some months."""

    until_month: Count
    """The last month it holds, counted from the start of work."""
    percent: float
    """The share of the full quota, in percent."""


class MonthBand(Part):
    """What good looks like in a month of somebody new."""

    month: Count
    """The month, counted from the start of work."""
    percent_from: float
    """The lower end of good, in percent of the full quota."""
    percent_to: float
    """The upper end of good, in percent of the full quota."""
    looks_like: Line | None = None
    """What a good month looks like, in words."""


class RankingRule(Part):
    """How salespeople are compared."""

    by: MetricRef
    """The metric they are ranked by."""
    bottom_share: Share = 20
    """The share of people who need an upgrade plan, in percent."""
    how: Line | None = None
    """What counts how much, in words."""
    leaves_out: Line | None = None
    """Who is not ranked, for example `everybody in the first six months`."""


class Expectation(Record):
    """What is expected of one role in one period."""

    role: RoleRef
    """The selling role."""
    starts: Date
    """The first day of the period."""
    ends: Date
    """The last day of the period."""
    quota: Annotated[float | None, ShownTo(Audience.LEADER)] = None
    """The quota of one fully productive salesperson for the period. For leaders only."""
    currency: Annotated[Word | None, ShownTo(Audience.LEADER)] = None
    """The quota's currency or unit, for example `EUR` or `meetings`. For leaders only."""
    headcount: Annotated[Count | None, ShownTo(Audience.LEADER)] = None
    """How many people carry this quota; their quotas together are compared with the objectives. For leaders only."""
    steps: list[ProcessStep] = []
    """The steps of selling with their targets."""
    ramp: list[RampStep] = []
    """The lower quota of somebody new, month by month."""
    bands: list[MonthBand] = []
    """What good looks like in each of the first months."""
    ranking: RankingRule | None = None
    """How people in this role are compared."""


class UpgradePlan(Record):
    """How one salesperson gets better."""

    person: PersonRef
    """The salesperson."""
    starts: Date
    """The day it starts."""
    ends: Date
    """The day it is judged."""
    gap: Text
    """What is missing, with the figures."""
    steps: list[Line] = []
    """What is done about it, and by whom."""
    outcome: Line | None = None
    """What came of it."""


class OpenPosition(Record):
    """A place to be filled; recruiting never stops."""

    role: RoleRef
    """The selling role."""
    profile: Annotated[str, Ref("salesperson profile")] | None = None
    """The profile of the ideal salesperson it is filled by. An id from ideal-salesperson.yml."""
    opened: Date
    """The day it was opened."""
    fill_by: Date | None = None
    """The day by which somebody should have started."""
    filled: Date | None = None
    """The day somebody accepted."""
    candidates: Tally = 0
    """How many people are being talked to."""


class Rep(Part):
    """Somebody who sells, as the CRM numbers them; a row of data/reps.csv, whose figures are left to the metrics."""

    id: Word
    """The number in the CRM, by which deals name who sells them."""
    person: PersonRef | None = None
    """The id of the person in company.yml."""
    role: RoleRef | None = None
    """The id of the selling role."""
    segment: SegmentRef | None = None
    """The id of the segment sold to."""
    region: RegionRef | None = None
    """The id of the region sold in."""
    hire: Annotated[str, Ref("hire")] | None = None
    """The id in data/hires.csv of somebody new."""


class Performance(Area):
    """What good looks like, and what happens where it is missing."""

    NAME: ClassVar[str] = "Sales performance"
    ORDER: ClassVar[int] = 6

    expectations: list[Expectation] = []
    """What is expected, by role and period."""
    upgrade_plans: Annotated[list[UpgradePlan], ShownTo(Audience.LEADER)] = []
    """The plans for those at the bottom. For leaders only."""
    positions: Annotated[list[OpenPosition], ShownTo(Audience.LEADER)] = []
    """The places to be filled. For leaders only."""
    reps: Annotated[list[Rep], ShownTo(Audience.MANAGER)] = []
    """Those who sell, usually as rows of data/reps.csv. For managers and leaders only."""
