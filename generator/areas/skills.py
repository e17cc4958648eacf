"""Skill development: what professionals practise, how often, and how it is known whether it helped."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import (
    AnyRef,
    Audience,
    CompetitorRef,
    Date,
    Duration,
    Line,
    MetricRef,
    PersonRef,
    Ref,
    RoleRef,
    ShownTo,
    SkillRef,
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
    levels: Annotated[list[Line], Field(default_factory=list)]
    """What can be observed at each level, lowest first: the rubric."""
    targets: Annotated[list[RoleLevel], Field(default_factory=list)]
    """The level each role has to reach."""
    teaches: Annotated[list[AnyRef], Field(default_factory=list)]
    """The ids of the messages, competencies, pay components and others that practising it trains."""
    metric: MetricRef | None = None
    """The metric that shows whether practice helps."""
    judged_by: Annotated[
        list[Literal["self", "peer", "coach", "manager", "recording", "client"]], Field(default_factory=list)
    ]
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
    minutes: int | None = None
    """How long it takes."""
    people: int | None = None
    """How many people it takes."""


class Scenario(Record):
    """A situation to play with a colleague."""

    skill: SkillRef
    """The skill it trains."""
    situation: Text
    """What has happened so far, and what the salesperson knows."""
    buyer_wants: Text | None = None
    """What only the colleague who plays the buyer knows."""
    objections: Annotated[list[Annotated[str, Ref("objection")]], Field(default_factory=list)]
    """The objections the buyer raises. Ids from differentiation.yml."""
    competitor: CompetitorRef | None = None
    """The competitor the buyer compares us with."""
    good_looks_like: Annotated[list[Line], Field(default_factory=list)]
    """What the observer listens for."""
    minutes: int | None = None
    """How long it takes."""


class Cycle(Record):
    """A few weeks in which everybody works on the same skills."""

    starts: Date
    """The first day."""
    ends: Date
    """The last day."""
    focus: Annotated[list[SkillRef], Field(default_factory=list)]
    """The skills worked on."""


class Session(Part):
    """A practice in the calendar."""

    on: Date
    """The day."""
    skill: SkillRef
    """The skill."""
    roles: Annotated[list[RoleRef], Field(default_factory=list)]
    """The roles that take part; all where nothing is said."""
    coach: PersonRef | None = None
    """Who leads it."""
    minutes: int | None = None
    """How long it takes."""


class Training(Part):
    """A training that was held."""

    on: Date
    """The day."""
    skill: SkillRef
    """The skill."""
    roles: Annotated[list[RoleRef], Field(default_factory=list)]
    """The roles that took part; all where nothing is said."""
    took_part: int | None = None
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

    skills: Annotated[list[Skill], Field(default_factory=list)]
    """The skills."""
    exercises: Annotated[list[Exercise], Field(default_factory=list)]
    """Exercises, by skill."""
    scenarios: Annotated[list[Scenario], Field(default_factory=list)]
    """Situations to play."""
    cycles: Annotated[list[Cycle], Field(default_factory=list)]
    """What is in focus, and when."""
    sessions: Annotated[list[Session], Field(default_factory=list)]
    """The practice calendar."""
    training_held: Annotated[list[Training], Field(default_factory=list)]
    """The trainings that were held, newest first."""
    certificates: Annotated[list[Certificate], Field(default_factory=list), ShownTo(Audience.MANAGER)]
    """Who has reached which level. For managers and leaders only."""
