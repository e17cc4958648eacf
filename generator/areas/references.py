"""The reference clients: who vouches for what, how often they may be asked, and how often they were."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import CompetitorRef, Date, Duration, Id, Line, PersonRef, Tally, Text, Word

UseKind = Literal["name", "logo", "quote", "call", "visit"]


class Result(Part):
    """What the client achieved with us, as a number."""

    text: Line
    """The result in one sentence."""
    about: Id | None = None
    """A short word for what is counted, the same as in the claims of messages: `planning-time-saved`."""
    value: float | None = None
    """The number."""
    unit: Word | None = None
    """The number's unit, for example `%`."""
    measured_on: Date | None = None
    """The day it was measured."""
    source: Line | None = None
    """Who measured it, and how."""


class Permission(Part):
    """What the client allows us to do."""

    name: bool = False
    """Whether we may name them."""
    logo: bool = False
    """Whether we may show their logo."""
    quote: bool = False
    """Whether we may quote them."""
    call: bool = False
    """Whether a prospect may call them."""
    visit: bool = False
    """Whether a prospect may visit them."""
    granted: Date | None = None
    """The day they allowed it."""
    expires: Date | None = None
    """The last day it is allowed."""
    document: Word | None = None
    """Where the permission is kept."""


class Use(Part):
    """One time that the reference was used."""

    on: Date
    """The day."""
    by: PersonRef | None = None
    """The salesperson who used it."""
    deal: Word | None = None
    """The deal it was used for, as the CRM numbers it."""
    kind: UseKind
    """What was used: name, logo, quote, call or visit."""
    outcome: Line | None = None
    """What came of it."""


class Reference(Record):
    """A client who vouches for us. `owner` is asked before each use; a phone number never stands here."""

    QUOTE: ClassVar[str] = "quotation"
    MEANING: ClassVar[tuple[str, ...]] = (
        "company",
        "results",
        "quotation",
        "permission",
        "products",
        "circumstances",
        "health",
    )
    company: Line
    """The client's name, or a description where we may not name them."""
    industry: Line | None = None
    """The client's industry, in the same words for all clients of it: readers choose by it."""
    about: Line | None = None
    """What they do, how large they are and where."""
    contact_role: Line | None = None
    """What the person who speaks for them does there."""
    story: Text | None = None
    """What it was like before, what they did, what it is like now."""
    beaten: list[CompetitorRef] = []
    """The competitors they decided against."""
    results: list[Result] = []
    """What they achieved."""
    quotation: Text | None = None
    """What they say about us, word by word."""
    quoted: Line | None = None
    """Who says it: name and function, as far as they allow."""
    permission: Permission | None = None
    """What they allow."""
    uses_a_quarter: Tally | None = None
    """How often in a quarter of a year they may be asked at most."""
    rest: Duration | None = None
    """How long they rest after a call or a visit, for example `30 days`."""
    uses: list[Use] = []
    """When they were used, newest first."""
    last_thanked: Date | None = None
    """The day we last thanked them."""
    since: Date | None = None
    """The day they became a reference."""
    health: Literal["good", "shaky", "at risk"] = "good"
    """How content they are with us now: good, shaky or at risk."""


class References(Area):
    """The clients who vouch for us."""

    NAME: ClassVar[str] = "Reference clients"
    ORDER: ClassVar[int] = 5

    references: list[Reference] = []
    """The reference clients."""
