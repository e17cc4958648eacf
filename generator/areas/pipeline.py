"""The pipeline: the stages of a sale, the regular review, and what reviews brought to light."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.area import Area
from generator.model.record import Facet, Part, Record
from generator.model.words import (
    AnyRef,
    Audience,
    CircumstanceRef,
    CompetitorRef,
    Count,
    Date,
    Duration,
    Line,
    PersonRef,
    ProductRef,
    RegionRef,
    SegmentRef,
    Share,
    ShownTo,
    StageRef,
    Text,
    Word,
)


class ExitCriterion(Part):
    """What the client has done when a deal leaves a stage."""

    client_has: Line
    """The client's own action, for example `the client has named who signs`."""
    evidence: Line | None = None
    """What proves it, for example `a mail from the client with the name`."""


class Stage(Facet):
    """A step on the way from a stranger to a client."""

    exit_criteria: list[ExitCriterion] = []
    """One to three actions of the client that end the stage."""
    norm_age: Duration | None = None
    """How long a healthy deal stays in it, for example `21 days`."""
    win_rate: Share | None = None
    """The share of deals in it that were won in the end, in percent."""
    closed: Literal["won", "lost"] | None = None
    """Won or lost, where a deal in this stage is over."""


class AgendaItem(Part):
    """A part of the pipeline review."""

    item: Line
    """What is talked about."""
    minutes: Count | None = None
    """How long it takes."""
    questions: list[Line] = []
    """The questions to ask."""


class Verdict(Part):
    """What a review thought of one deal."""

    deal: Word
    """The deal, as the CRM numbers it."""
    verdict: Literal["real", "park", "drop"]
    """Whether it is real, to be parked or to be dropped."""
    because: Line | None = None
    """Why."""


class Signal(Part):
    """Something a review heard about the market or a competitor."""

    text: Line
    """What was heard."""
    competitor: CompetitorRef | None = None
    """The competitor it is about."""
    trend: bool = False
    """Whether it is about the market rather than one deal."""
    heard_on: Date | None = None
    """The day it was heard; the day of the review where nothing is said."""
    heard_from: Line | None = None
    """Who said it."""
    used_in: AnyRef | None = None
    """The record that took it up, such as the competitor's card."""


class Action(Part):
    """Something a review decided to do."""

    what: Line
    """What is to be done."""
    who: PersonRef
    """Who does it."""
    due: Date
    """The day by which it is done."""
    done: Date | None = None
    """The day it was done."""


class PipelineReview(Record):
    """One meeting that asked which prospects are real."""

    on: Date
    """The day of the meeting."""
    attendees: list[PersonRef] = []
    """Who was there."""
    verdicts: Annotated[list[Verdict], ShownTo(Audience.MANAGER)] = []
    """What was thought of each deal. For managers and leaders only."""
    signals: list[Signal] = []
    """What was heard about the market and competitors."""
    actions: list[Action] = []
    """What was decided."""
    notes: Annotated[Text | None, ShownTo(Audience.MANAGER)] = None
    """Anything else worth keeping. For managers and leaders only."""


class Deal(Part):
    """What the rules ask of one deal; a row of data/deals.csv, whose other columns are left to the metrics."""

    id: Word
    """The deal, as the CRM numbers it."""
    segment: SegmentRef | None = None
    """The id of the segment it belongs to."""
    region: RegionRef | None = None
    """The id of the region it lies in."""
    circumstance: CircumstanceRef | None = None
    """The id of the buying circumstance."""
    products: list[ProductRef] = []
    """The ids of the products it is about; in a row with `;` between them."""
    competitor: CompetitorRef | None = None
    """The id of the competitor met."""
    rep: Word | None = None
    """Who sells it, by the `id` in data/reps.csv."""
    stage: StageRef | None = None
    """The id of the stage it is in."""
    stage_since: Date | None = None
    """The day it came into that stage."""
    next_step_date: Date | None = None
    """The day of the client's next step."""
    points: float | None = None
    """Its points by the score table of the ideal client."""
    off_profile_reason: Line | None = None
    """Why it is pursued although it lies outside the profile."""
    closed: Date | None = None
    """The day it was decided; empty while it is open."""
    outcome: Literal["won", "lost", "open"] | None = None
    """`won`, `lost` or `open`."""
    lost_reason: Line | None = None
    """Why it was lost, in the words of the CRM."""


class Pipeline(Area):
    """How we sell, stage by stage, and how we find out which deals are real."""

    ORDER: ClassVar[int] = 7

    stages: list[Stage] = []
    """The stages, from the first to the last."""
    review_cadence: Duration | None = None
    """How often the pipeline is reviewed, for example `2 weeks`."""
    agenda: list[AgendaItem] = []
    """What a review goes through, in order."""
    reviews: list[PipelineReview] = []
    """The reviews that were held, newest first."""
    deals: Annotated[list[Deal], ShownTo(Audience.MANAGER)] = []
    """The deals, usually as rows of data/deals.csv. For managers and leaders only."""
