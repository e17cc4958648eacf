"""The messages: what we say outwards, with their numbers, variants, campaigns and retired wordings."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.area import Area
from generator.model.record import Entry, Part, Record
from generator.model.words import AnyRef, Audience, Date, Id, Line, MessageRef, PersonaRef, Ref, ShownTo, Text, Word

WORDS_OF_LABEL = 7
"""Enough to recognise a sentence by."""


class Claim(Part):
    """A number that a message states."""

    about: Id
    """A short word for what is counted, the same in every message that states it: `planning-time-saved`."""
    value: float
    """The number."""
    value_to: float | None = None
    """The upper end where the message states a range, such as 40 to 45."""
    unit: Word | None = None
    """The unit as it is written in the message, for example `%`, `hours` or `EUR`."""
    qualifier: Line | None = None
    """The words that limit the number and must stand beside it, for example `up to`."""
    as_of: Date | None = None
    """The day on which the number was true."""
    source: Line | None = None
    """Where the number comes from."""


class Variant(Part):
    """Another approved wording of the same message."""

    text: Text
    """The wording."""
    persona: PersonaRef | None = None
    """The buyer's role it is meant for."""
    words: int | None = None
    """Its length in words: 25, 50 or 100."""
    language: Word | None = None
    """Its language, for example `nb`, where it is not the playbook's own."""


class RetiredWording(Part):
    """A wording of this message that is not to be used any more."""

    text: Text
    """The old wording."""
    since: Date | None = None
    """The day from which it is not to be used."""
    because: Line | None = None
    """Why it was given up."""


class Message(Record):
    """A sentence or a paragraph that all of us say in the same words."""

    QUOTE: ClassVar[str] = "text"
    MEANING: ClassVar[tuple[str, ...]] = ("text", "claims", "variants", "campaign")
    text: Text
    """The approved wording."""
    part: Literal[
        "category",
        "tagline",
        "one-liner",
        "value-proposition",
        "pillar",
        "proof-point",
        "boilerplate",
        "line",
    ] = "line"
    """Its place in the message house, for example `tagline` or `pillar`; `line` is any other."""
    pillar: MessageRef | None = None
    """The pillar it stands under. An id of a message whose part is `pillar`."""
    variants: list[Variant] = []
    """Other approved wordings, for a buyer's role or for a length."""
    claims: list[Claim] = []
    """The numbers it states."""
    proof: list[AnyRef] = []
    """What shows it to be true: ids of reference clients, differentiators or other messages."""
    retired: Annotated[list[RetiredWording], ShownTo(Audience.SALES)] = []
    """Its old wordings, newest first."""
    may_shorten: bool = False
    """Whether a source may stop before its end."""
    campaign: Annotated[str, Ref("campaign")] | None = None
    """The campaign it belongs to; outside the campaign's dates it is not to be used."""


class RetiredMessage(Entry):
    """A message that is not to be used any more."""

    QUOTE: ClassVar[str] = "text"
    text: Text
    """What we used to say."""
    replaced_by: MessageRef | None = None
    """The message to use in its place."""
    since: Date
    """The day from which it is not to be used."""
    because: Line | None = None
    """Why it was given up."""

    @property
    def label(self) -> str:
        """Its first words: nobody names what is not said any more."""
        words = self.text.split()
        return " ".join(words[:WORDS_OF_LABEL]).rstrip(".,;:") + (" …" if len(words) > WORDS_OF_LABEL else "")


class Campaign(Record):
    """Messages that are in use for a time."""

    starts: Date
    """The first day its messages may be used."""
    ends: Date
    """The last day its messages may be used."""
    goal: Line | None = None
    """What the campaign is to bring about."""
    result: Line | None = None
    """What it brought about, once it is over."""


class Wording(Entry):
    """A word or name to use, and those not to use for the same thing."""

    QUOTE: ClassVar[str] = "use"
    use: Word
    """The word or name as it is to be written."""
    avoid: list[Word] = []
    """The words not to use for it. Their plural, possessive and, in Norwegian, definite forms count too."""
    case: Literal["exact", "any"] = "any"
    """`exact` where capitals matter, as in a name (`pulse` is then not the `Pulse` to avoid); else `any`."""
    since: Date | None = None
    """The day from which the words to avoid are not to be used."""
    because: Line | None = None
    """Why."""

    @property
    def label(self) -> str:
        return self.use.strip()


class Tone(Part):
    """One trait of how we sound."""

    we_are: Line
    """The trait, for example `plain`."""
    we_are_not: Line | None = None
    """What it is often mistaken for, for example `blunt`."""
    example: Line | None = None
    """A sentence that sounds like it."""


class Messaging(Area):
    """What all of us say outwards: the message house, campaigns, and what not to say any more."""

    ORDER: ClassVar[int] = 4

    messages: list[Message] = []
    """The messages: the house from its category and tagline down to proof points, and all other lines."""
    campaigns: list[Campaign] = []
    """The campaigns, with their dates."""
    retired: Annotated[list[RetiredMessage], ShownTo(Audience.SALES)] = []
    """Messages that were given up as a whole."""
    terms: list[Wording] = []
    """Words and names to use, and those to avoid."""
    tone: list[Tone] = []
    """How we sound."""
