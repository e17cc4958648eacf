"""The company: its people, products, the lists that records are sorted by, and how strict the checks are."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from generator.finding import Level
from generator.model.area import Area
from generator.model.record import Entry, Facet, Part
from generator.model.words import AnyRef, Audience, Date, Line, PersonRef, RoleRef, SegmentRef, ShownTo, Text, Word


class Person(Entry):
    """Somebody who owns, coaches, sells or signs."""

    name: Line
    """The name as colleagues write it."""
    job: Line
    """What they do, in a few words."""
    role: RoleRef | None = None
    """Their selling role, where they have one."""
    email: Word | None = None
    """Where to ask them."""
    manager: PersonRef | None = None
    """Whom they report to."""
    left: Date | None = None
    """The day they left; what they own needs a new owner from then on."""


class Product(Facet):
    """Something the company sells."""

    QUOTE: ClassVar[str] = "title"
    pitch: Line | None = None
    """What it does for the client, in one sentence."""
    features: list[Line] = []
    """The names of its features, as they are to be written."""
    launched: Date | None = None
    """The day it could first be bought."""


class Segment(Facet):
    """A part of the market."""


class Persona(Facet):
    """A role that somebody at the buyer's plays."""

    segments: list[SegmentRef] = []
    """The market segments in which we meet it; all of them where nothing is said."""


class Circumstance(Facet):
    """A situation in which a client buys."""

    target: bool = True
    """Whether we want to win in this circumstance; then it needs references and messages."""


class Region(Facet):
    """A geography that we sell in."""


class Role(Facet):
    """A selling role at our own company."""


class RuleSetting(Part):
    """How strict one check is here."""

    level: Annotated[Level, Field(strict=False)] | None = None
    """How much it matters here: error, warning, note or off."""
    because: Line | None = None
    """Why this company sees it differently."""
    settings: dict[str, int | float | str | bool] = {}
    """Thresholds of the check, by name; `tuneup explain` lists them with their defaults."""


def _short(value: Any) -> Any:
    """`review-overdue: off` is short for a setting with nothing but a level."""
    return {"level": value} if isinstance(value, str) else value


class AcceptedFinding(Part):
    """A finding that is put up with for a while."""

    rule: Word
    """The check that found it."""
    record: AnyRef | None = None
    """The record it concerns, or the message where it is drift."""
    source: AnyRef | None = None
    """The messaging source it was found in, where it is drift."""
    match: Line | None = None
    """A piece of the finding's message or quoted text, to accept only that."""
    because: Text
    """Why it may stay."""
    by: PersonRef
    """Who decided it."""
    until: Date
    """The day it comes back; at most a year ahead."""


class Company(Area):
    """Who we are, who does what here, and the lists that all other areas refer to."""

    name: Line = "Our company"
    """The company's name."""
    tagline: Line | None = None
    """A few words below the name on the home page; link to the message with `[[=id]]`."""
    about: Text | None = None
    """Who we are in a few sentences, for somebody who starts today."""
    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None
    """The site's one accent colour, in quotes: `"#0f5e5a"`. Checked for contrast."""
    people: Annotated[list[Person], ShownTo(Audience.SALES)] = []
    """Everybody who owns, coaches, signs or sells. Left out of a site that is public, and with them who owns what."""
    products: list[Product] = []
    """What we sell."""
    segments: list[Segment] = []
    """The parts of the market that we sell to."""
    personas: list[Persona] = []
    """The roles that people at the buyer's play."""
    circumstances: list[Circumstance] = []
    """The situations in which clients buy."""
    regions: list[Region] = []
    """The geographies that we sell in."""
    roles: list[Role] = []
    """The selling roles at our own company."""
    rules: dict[str, Annotated[RuleSetting, BeforeValidator(_short)]] = {}
    """Levels and thresholds of checks that differ from the defaults, by the check's name."""
    accepted: Annotated[list[AcceptedFinding], ShownTo(Audience.SALES)] = []
    """Findings that are put up with until a date. Why is nobody's business outside the company."""
