"""The ideal client profile: whom we want, how to recognise them, and when to walk away."""

from __future__ import annotations

from typing import ClassVar

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import AnyRef, Line, PersonaRef, ReferenceRef, Text, Word


class Firmographics(Part):
    """What can be known about a company from the outside."""

    employees_from: int | None = None
    """The smallest number of employees."""
    employees_to: int | None = None
    """The largest number of employees."""
    revenue_from: float | None = None
    """The smallest yearly revenue."""
    revenue_to: float | None = None
    """The largest yearly revenue."""
    currency: Word | None = None
    """The currency of the revenue, for example `EUR`."""
    size: Line | None = None
    """What tells their size better than employees and revenue, for example `20 to 150 vehicles`."""
    industries: list[Line] = []
    """The industries."""
    geography: list[Line] = []
    """The countries or places."""


class Budget(Part):
    """What they can spend, and who decides on it."""

    amount_from: float | None = None
    """The smallest budget that makes sense."""
    amount_to: float | None = None
    """The largest budget usual for them."""
    currency: Word | None = None
    """The currency of the amounts, for example `EUR`."""
    owner: PersonaRef | None = None
    """The buyer's role that owns the budget."""
    note: Line | None = None
    """When and how the budget is set, for example `fixed in October for the next year`."""


class Trigger(Part):
    """An event that makes them look for something like us."""

    event: Line
    """What happens at their company."""
    seen_in: Line | None = None
    """Where a salesperson can see it, for example `a job advertisement for a night planner`."""


class CommitteeRole(Part):
    """One of the people who decide together."""

    persona: PersonaRef
    """The buyer's role."""
    cares_about: Line
    """What this person wants to hear about."""
    objection: Line | None = None
    """What this person says against buying."""
    answer: Text | None = None
    """What to answer; link to an objection's answer with `[[=id]]`."""
    proof: list[AnyRef] = []
    """What convinces this person: ids of reference clients or differentiators."""


class Disqualifier(Part):
    """Something that makes us walk away, or think twice."""

    what: Line
    """What is the case at the prospect."""
    hard: bool = True
    """Whether we always walk away; `false` means a manager decides."""
    because: Line | None = None
    """Why we cannot make them happy."""
    seen_by: Line | None = None
    """How a salesperson finds out."""
    rules_out: list[AnyRef] = []
    """The ids of the segments, products, circumstances or regions it excludes, if it does."""


class ScoreAnswer(Part):
    """One possible answer to a line of the score table."""

    answer: Line
    """What is the case, for example `100 to 500 employees`."""
    points: float
    """The points it gives; the best answer gives all points of the line."""
    values: list[Word] = []
    """The values in the line's column that mean this answer."""
    at_least: float | None = None
    """The smallest number in the line's column that means this answer."""
    below: float | None = None
    """The number in the line's column from which it is not this answer any more."""


class ScoreLine(Part):
    """One line of the score table: something to look at, and what it is worth."""

    attribute: Line
    """What is judged, for example `size of the night shift`."""
    points: float
    """The most points it can give; all lines together make 100."""
    evidence: Line | None = None
    """What a salesperson can see or count to judge it."""
    answers: list[ScoreAnswer] = []
    """The answers to choose from, best first."""
    column: Word | None = None
    """The column of data/deals.csv that holds it, to test the table on past deals."""


class Tier(Part):
    """A range of scores, and what we do with prospects in it."""

    name: Line
    """The tier's name, for example `A`."""
    points_from: float
    """The lowest score in it."""
    points_to: float
    """The highest score in it; the next tier starts one point above."""
    then: Line | None = None
    """What a salesperson does with such a prospect."""


class ClientExample(Part):
    """A real deal that shows the profile at work."""

    client: Line
    """The company, or what it was like if its name may not be told."""
    won: bool
    """Whether we won."""
    score: float | None = None
    """Its score by the table."""
    because: Text
    """Why it was won or lost, and what the profile says about it."""
    reference: ReferenceRef | None = None
    """The reference client it became."""


class IdealClient(Record):
    """A kind of client whom we want more of. `products` are those that fit, `circumstances` when they buy."""

    QUOTE: ClassVar[str] = "summary"
    summary: Line | None = None
    """The profile in one sentence that every salesperson knows by heart."""
    firmographics: Firmographics | None = None
    """Size, industry and place."""
    budget: Budget | None = None
    """What they can spend, and who owns the budget."""
    buying_habits: Text | None = None
    """How they buy: who starts, who is asked, how long it takes, what has to be signed."""
    triggers: list[Trigger] = []
    """The events that make them look."""
    pains: list[Line] = []
    """What hurts, in their own words."""
    committee: list[CommitteeRole] = []
    """The people who decide together."""
    disqualifiers: list[Disqualifier] = []
    """When we walk away."""
    score: list[ScoreLine] = []
    """The score table, 100 points in all."""
    tiers: list[Tier] = []
    """The ranges of scores, from 0 to 100 without holes."""
    examples: list[ClientExample] = []
    """Deals won and lost that show the profile at work."""
    price_floor: float | None = None
    """The smallest yearly price at which both sides gain."""
    price_floor_note: Line | None = None
    """How the floor is counted, and who may sell below it."""
    currency: Word | None = None
    """The currency of the price floor, for example `EUR`."""


class IdealClients(Area):
    """Whom we sell to, and whom we do not."""

    ORDER: ClassVar[int] = 3

    profiles: list[IdealClient] = []
    """The profiles, the most important first."""
