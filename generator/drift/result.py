"""Says what comes out of the matcher: a match, with the evidence for its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.drift.wording import Term, Wording
from generator.model.block import Shown


class Verdict(StrEnum):
    """What a span of a source is to a message."""

    CARRIED = "carried"
    ALTERED = "altered"
    NUMBER = "number"
    RETIRED = "retired"
    EARLY = "early"
    EXPIRED = "expired"


class Kind(StrEnum):
    """How the words of the span differ from the wording."""

    EXACT = "exact"
    FORMATTING = "formatting"
    TRUNCATED = "truncated"
    REORDERED = "reordered"
    MISQUOTED = "misquoted"


class Step(StrEnum):
    """One piece of a word diff: in both, only in the wording, only in the source."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words of a word diff, as written."""

    step: Step
    text: str


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """A number of the wording that the source states differently. `what` names the parts: value, unit, qualifier.

    `stated` is the source's number in one notation: equal for `40 %` and `forty percent`; `of` is so the wording's, by
    which its numbers are told apart.
    """

    said: str
    found: str
    what: tuple[str, ...]
    stated: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters `start` to `end` of `blocks[block].text`."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """One span of a source that is a form of a wording.

    `spots` has one entry for each block that the span runs over (two for a title and its subtitle);
    `also` lists further places of the same quote. `similarity` is 0 to 1, numbers masked. `lost` and
    `added` are qualifiers and negations that only the wording, or only the source, has.
    `restated`: another number counts what the wording's does. `narrowed`: the sentence tells of less, or of
    another case, so that the number may be right.
    """

    wording: Wording
    verdict: Verdict
    kind: Kind
    similarity: float
    spots: tuple[Spot, ...]
    quote: str
    diff: tuple[Change, ...] = ()
    numbers: tuple[NumberDifference, ...] = ()
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    negation: bool = False
    restated: bool = False
    narrowed: bool = False
    shown: Shown = Shown.OPEN
    also: tuple[Spot, ...] = ()

    @property
    def hidden(self) -> bool:
        """Only readers who look behind the page see it."""
        return self.shown is Shown.HIDDEN


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term that should not be used, where it stands; `offer` is what to write there, in the plural if it was.

    `fits` says whether it can stand there: of a form that depends on the gender of a word, only the word is known.
    """

    term: Term
    found: str
    offer: str
    spot: Spot
    shown: Shown = Shown.OPEN
    also: tuple[Spot, ...] = ()
    fits: bool = True


@dataclass(frozen=True, slots=True)
class NearMiss:
    """The span that comes closest to a wording without being taken for it."""

    wording: Wording
    similarity: float
    spots: tuple[Spot, ...]
    quote: str
    diff: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that one source says of the wordings and terms, in reading order."""

    matches: tuple[Match, ...] = ()
    terms: tuple[TermUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two wordings that are the same but for their numbers; `said` is in `one`, `found` in `other`."""

    one: Wording
    other: Wording
    numbers: tuple[NumberDifference, ...]
