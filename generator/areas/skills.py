"""Skill development: what professionals practise, how often, and how it is known whether it helped."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import (
    AnyRef,
    Audience,
    CompetitorRef,
    Count,
    Date,
    Duration,
    Line,
    MetricRef,
    PersonRef,
    Ref,
    RoleRef,
    ShownTo,
    SkillRef,
    Tally,
    Text,
)


class RoleLevel(Part):
    """How far a role has to come."""

    role: RoleRef
    """The selling role."""
    level: int
    """The level to reach, counted from 1."""


class Skill(Record):
    """Something that gets better with practice."""

    MEANING: ClassVar[tuple[str, ...]] = ("levels", "targets", "teaches")
    levels: list[Line] = []
    """What can be observed at each level, lowest first: the rubric."""
    targets: list[RoleLevel] = []
    """The level each role has to reach."""
    teaches: list[AnyRef] = []
    """The ids of the messages, competencies, pay components and others that practising it trains."""
    metric: MetricRef | None = None
    """The metric that shows whether practice helps."""
    judged_by: list[Literal["self", "peer", "coach", "manager", "recording", "client"]] = []
    """Who judges the level: self, peer, coach, manager, recording or client."""
    practise_every: Duration | None = None
    """How often it is practised, for example `2 weeks`."""
    recertify_every: Duration | None = None
    """How long a certificate lasts, for example `1 year`."""
    coach: PersonRef | None = None
    """The person who trains it."""


class Exercise(Record):
    """Something to practise with."""

    skill: SkillRef
    """The skill it trains."""
    how: Text
    """What to do, step by step."""
    minutes: Count | None = None
    """How long it takes."""
    people: Count | None = None
    """How many people it takes."""


class Scenario(Record):
    """A situation to play with a colleague."""

    skill: SkillRef
    """The skill it trains."""
    situation: Text
    """What has happened so far, and what the salesperson knows."""
    buyer_wants: Text | None = None
    """What only the colleague who plays the buyer knows."""
    objections: list[Annotated[str, Ref("objection")]] = []
    """The objections the buyer raises. Ids from differentiation.yml."""
    competitor: CompetitorRef | None = None
    """The competitor the buyer compares us with."""
    good_looks_like: list[Line] = []
    """What the observer listens for."""
    minutes: Count | None = None
    """How long it takes."""


class Cycle(Record):
    """A few weeks in which everybody works on the same skills."""

    starts: Date
    """The first day."""
    ends: Date
    """The last day."""
    focus: list[SkillRef] = []
    """The skills worked on."""


class Session(Part):
    """A practice in the calendar."""

    on: Date
    """The day."""
    skill: SkillRef
    """The skill."""
    roles: list[RoleRef] = []
    """The roles that take part; all where nothing is said."""
    coach: PersonRef | None = None
    """Who leads it."""
    minutes: Count | None = None
    """How long it takes."""


class Training(Part):
    """A training that was held."""

    on: Date
    """The day."""
    skill: SkillRef
    """The skill."""
    roles: list[RoleRef] = []
    """The roles that took part; all where nothing is said."""
    took_part: Tally | None = None
    """How many people took part."""


class Certificate(Part):
    """The record that somebody has reached a level."""

    person: PersonRef
    """The salesperson."""
    skill: SkillRef
    """The skill."""
    level: int
    """The level reached."""
    on: Date
    """The day."""
    by: PersonRef | None = None
    """Who judged it."""


class Skills(Area):
    """What we practise, so that nobody complains that the team cannot do it."""

    ORDER: ClassVar[int] = 10

    skills: list[Skill] = []
    """The skills."""
    exercises: list[Exercise] = []
    """Exercises, by skill."""
    scenarios: list[Scenario] = []
    """Situations to play."""
    cycles: list[Cycle] = []
    """What is in focus, and when."""
    sessions: list[Session] = []
    """The practice calendar."""
    training_held: list[Training] = []
    """The trainings that were held, newest first."""
    certificates: Annotated[list[Certificate], ShownTo(Audience.MANAGER)] = []
    """Who has reached which level. For managers and leaders only."""
