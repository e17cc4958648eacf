"""Differentiation: why somebody should buy from us, against whom, and what to answer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import (
    Audience,
    CompetitorRef,
    Date,
    Line,
    PersonRef,
    ReferenceRef,
    ShownTo,
    Text,
    Word,
)


class Proof(Part):
    """Something that shows a claim to be true."""

    text: Line | None = None
    """What was measured or seen, in one sentence."""
    reference: ReferenceRef | None = None
    """The reference client who confirms it. An id from references.yml."""
    source: Word | None = None
    """Where it can be looked up: an address, or the name of a document."""
    measured_on: Date | None = None
    """The day it was measured."""


class Tests(Part):
    """The three questions that a real difference survives."""

    competitor_could_say_it: bool
    """Whether a competitor could say the same without lying; a real difference needs `false`."""
    opposite_is_absurd: bool
    """Whether nobody would ever claim the opposite; a real difference needs `false`."""
    matters_to_client: bool
    """Whether clients decide by it; a real difference needs `true`."""
    because: Text | None = None
    """Why each of the three answers holds, so that the next one to ask sees what changed."""
    tested_on: Date | None = None
    """The day the three questions were asked last."""
    tested_with: Line | None = None
    """Who was asked, for example `six clients lost and won in spring`."""


class Differentiator(Record):
    """One reason to buy from us and from nobody else. `expires` is the day until which it is valid."""

    QUOTE: ClassVar[str] = "claim"
    MEANING: ClassVar[tuple[str, ...]] = (
        "claim",
        "sort",
        "against",
        "consequence",
        "line",
        "question",
        "proof",
    )
    claim: Line
    """The difference in one sentence."""
    sort: Literal["product", "company", "salesperson"] = "product"
    """Where the difference lies: in the product, in the company or in the salesperson."""
    buyer_says: Line | None = None
    """What a buyer says or asks when this is the answer, in the buyer's words."""
    against: list[CompetitorRef] = []
    """The competitors it sets us apart from."""
    consequence: Text | None = None
    """What it changes for the client, in money, time or risk."""
    proof: list[Proof] = []
    """What shows that it is true: reference clients and measurements."""
    question: Line | None = None
    """The question to ask a buyer so that the difference starts to matter."""
    line: Line | None = None
    """The sentence to say."""
    tests: Tests | None = None
    """The outcome of the three tests."""
    concede: Annotated[Text | None, ShownTo(Audience.SALES)] = None
    """What we openly admit that others do better."""
    internal: Annotated[Text | None, ShownTo(Audience.SALES)] = None
    """A remark for our own salespeople that no client should read."""


class Competitor(Record):
    """A company, or a habit such as a spreadsheet, that wins deals from us."""

    MEANING: ClassVar[tuple[str, ...]] = ("where_they_win", "where_we_win", "traps")
    website: Word | None = None
    """Its website."""
    summary: Text | None = None
    """Who they are, in two sentences."""
    where_they_win: Annotated[list[Line], ShownTo(Audience.SALES)] = []
    """The situations in which they beat us."""
    where_we_win: list[Line] = []
    """The situations in which we beat them."""
    traps: Annotated[list[Line], ShownTo(Audience.SALES)] = []
    """Questions that they plant with the buyer against us, and those that we plant."""
    price: Annotated[Line | None, ShownTo(Audience.SALES)] = None
    """What is known of their prices."""
    sources: list[Word] = []
    """Where this is known from: addresses or names of documents."""
    checked_on: Date | None = None
    """The day somebody last looked whether all this is still so."""


class Objection(Record):
    """Something buyers say against buying, and what to answer."""

    QUOTE: ClassVar[str] = "answer"
    MEANING: ClassVar[tuple[str, ...]] = ("they_say", "answer", "question", "proof")
    they_say: Line
    """The objection in the buyer's words."""
    behind_it: Line | None = None
    """What the buyer usually worries about when saying so."""
    answer: Text
    """What to say."""
    question: Line | None = None
    """The question to ask back."""
    proof: list[Proof] = []
    """What backs the answer."""
    competitors: list[CompetitorRef] = []
    """The competitors who bring it up; empty where it comes from anybody."""
    lost_reasons: list[Word] = []
    """The reasons for lost deals that it answers, as they are written in the CRM."""
    checked_on: Date | None = None
    """The day somebody last looked whether the answer still works."""


class WhyUs(Part):
    """What one salesperson answers when a buyer asks: why you?"""

    by: PersonRef
    """The salesperson."""
    on: Date
    """The day of the answer."""
    answer: Text
    """The answer in their own words."""
    worked: Line | None = None
    """Where it helped, for example the deal it won."""


class Differentiation(Area):
    """Why somebody should buy from us. Sales and marketing own it together."""

    ORDER: ClassVar[int] = 2

    differentiators: list[Differentiator] = []
    """What sets us apart. Those with the status `retired` are shown as not to be said any more."""
    competitors: list[Competitor] = []
    """Those who win deals from us, doing nothing included."""
    objections: list[Objection] = []
    """What buyers say against us, with answers."""
    why_us: list[WhyUs] = []
    """The salespeople's own answers to "why us", with their dates."""
