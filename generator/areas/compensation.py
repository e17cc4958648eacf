"""Compensation: what we pay for, why, and how it changed."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.area import Area
from generator.model.record import Facet, Part, Record
from generator.model.words import (
    AnyRef,
    Audience,
    Date,
    Line,
    MetricRef,
    ObjectiveRef,
    RoleRef,
    Share,
    ShownTo,
    Tally,
    Text,
    Word,
)


class PayExample(Part):
    """A worked example of a component, in shares so that it tells nobody's pay."""

    attainment: float
    """How much of the goal was reached, in percent."""
    pays: float
    """What is paid then, in percent of the component's pay at 100 % attainment."""


class PayComponent(Facet):
    """A part of variable pay that is tied to one measure."""

    measure: MetricRef | None = None
    """The metric it is paid by. An id from metrics.yml."""
    weight: Share
    """Its share of variable pay, in percent; all components of a plan make 100."""
    threshold: float | None = None
    """The attainment below which nothing is paid, in percent."""
    accelerator: float | None = None
    """How many times the usual rate is paid for what lies above 100 %, for example `1.5`."""
    cap: float | None = None
    """The most that is paid, in percent of the component's pay at 100 % attainment."""
    behaviour: Line | None = None
    """What we want salespeople to do because of it."""
    objective: ObjectiveRef | None = None
    """The objective it serves. An id from objectives.yml."""
    rewards: list[AnyRef] = []
    """The ids of the segments, products, circumstances or regions it pays for, where it is not all."""
    feared: Line | None = None
    """What salespeople might do because of it that we do not want."""
    guard: Line | None = None
    """What keeps them from doing so."""
    examples: list[PayExample] = []
    """Worked examples; they are computed again and compared."""


class PayChange(Part):
    """A change of a pay plan."""

    on: Date
    """The day it took effect."""
    what: Line
    """What changed."""
    why: Text
    """Why it changed."""
    notice_days: Tally | None = None
    """How many days before it took effect the salespeople knew."""


class PayPlan(Record):
    """How one role is paid. `effective` and `expires` are the days between which it holds."""

    role: RoleRef
    """The selling role."""
    version: Word
    """The plan's version, for example `2026.1`."""
    summary: Text | None = None
    """What the plan pays for and why, for salespeople."""
    components: list[PayComponent] = []
    """The components: three at most, or nobody knows what to work on."""
    base_pay: Annotated[float | None, ShownTo(Audience.LEADER)] = None
    """The yearly fixed pay of the role. For leaders only."""
    variable_pay: Annotated[float | None, ShownTo(Audience.LEADER)] = None
    """The yearly variable pay at 100 % attainment. For leaders only."""
    currency: Annotated[Word | None, ShownTo(Audience.LEADER)] = None
    """The currency of the amounts, for example `EUR`. For leaders only."""
    ramp: Text | None = None
    """How somebody new is paid before reaching the full quota."""
    changes: list[PayChange] = []
    """How it changed, newest first."""
    personal_plans: Word | None = None
    """The address where salespeople find their own plan; its content never stands here."""


class Compensation(Area):
    """What we pay for. Salespeople read it as their job description."""

    ORDER: ClassVar[int] = 11

    plans: list[PayPlan] = []
    """The pay plans, one for each role."""
