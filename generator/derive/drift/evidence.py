"""What a source says: one quote of a message with its verdict and its places, and one use of a word to avoid."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.derive.drift.another import doubt, gives_way_to_another, is_counted_by_another
from generator.derive.drift.where import Where
from generator.drift.numbers.quantity import quantities
from generator.drift.rebound import is_bounded_alike
from generator.drift.result import Change, Kind, NumberDifference, Step
from generator.drift.wording import Wording
from generator.model.block import Shown


class Verdict(StrEnum):
    """What a source is to a message, gravest first where a cell has to choose."""

    RETIRED = "retired"
    NUMBER = "number"
    EXPIRED = "expired"
    EARLY = "early"
    ALTERED = "altered"
    MISSING = "missing"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"
    CARRIED = "carried"
    SILENT = "silent"
    """Does not say it and need not."""

    @property
    def rank(self) -> int:
        """0 is the gravest."""
        return list(Verdict).index(self)

    @property
    def is_drift(self) -> bool:
        return self.rank < Verdict.UNKNOWN.rank


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote in one file of a source, with all places where it stands in the same words.

    `message` is the row of the matrix, `subject` the id that findings name (a retired message has its own).
    `canonical` is what to say: the wording itself or what took its place, empty where nothing did.
    `diff` goes from `wording.text` to the quote. `similarity` is 0 to 1.
    """

    source: str
    message: str
    subject: str
    wording: Wording
    canonical: str
    verdict: Verdict
    kind: Kind
    quote: str
    places: tuple[Where, ...]
    similarity: float
    diff: tuple[Change, ...] = ()
    numbers: tuple[NumberDifference, ...] = ()
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    narrowed: bool = False
    named: bool = False
    """Its sentence is told of another time or case or by others, or set apart as not to be said."""
    shown: Shown = Shown.OPEN
    spots: int = 1
    """How many of `places` are parts of the first quote: two for a title and its subtitle."""

    @property
    def where(self) -> Where:
        return self.places[0]

    @property
    def sort_key(self) -> tuple[int, float, str, int, str]:
        """Gravest first, then the most alike, then by place."""
        return self.verdict.rank, -self.similarity, self.where.file, self.where.start, self.subject

    @property
    def hidden(self) -> bool:
        return self.shown is Shown.HIDDEN

    @property
    def changes(self) -> str:
        """How the quote differs, for a marketer: `adds "may"; says "38 %" instead of "41 %"`."""
        said = changes_in_words(self.diff, (*self.lost, *self.added))
        return f"{said}, as the message allows" if self.is_cut_as_allowed else said

    @property
    def is_bounded_alike(self) -> bool:
        """Whether it is the wording but for other words that bound a number alike: `over 40` for `more than 40`."""
        if self.verdict is not Verdict.ALTERED or self.kind is not Kind.MISQUOTED:
            return False
        return is_bounded_alike(self.wording.text, self.quote)

    @property
    def is_cut_as_allowed(self) -> bool:
        """Whether it stops early where the message may: all that stands there is right."""
        return self.verdict is Verdict.CARRIED and self.kind is Kind.TRUNCATED

    @property
    def may_be_another_fact(self) -> bool:
        """Whether words of the message give way to others of content: `At Nordisk Tra` for `On average`.

        So it may be where words are added that say of which, where or when (`Archive plans`), and where a number
        differs together with the condition under which it holds, or with what it is counted by.
        """
        is_other = self.narrowed or is_counted_by_another(self.numbers)
        return is_other or gives_way_to_another(self.wording.text, self.diff, self.numbers)

    @property
    def _is_counted(self) -> bool:
        """Whether a number differs, or stands beside words that do: `Archives start at €49` for `Plans …`."""
        is_changed = self.verdict is Verdict.ALTERED and self.kind is Kind.MISQUOTED and not self.is_bounded_alike
        return self.verdict is Verdict.NUMBER or (is_changed and any(quantities(self.wording.text)))

    @property
    def doubt(self) -> str:
        """Why a person has to decide whether it is meant as the message, which `--fix` then leaves as it is."""
        text, said = self.wording.text, (*self.lost, *self.added)
        is_other = self._is_counted and self.may_be_another_fact
        why = "it may be another fact" if is_other else doubt(text, self.diff, self.numbers, said)
        return why or ("it may be told of another time or case, or by somebody else" if self.named else "")


@dataclass(frozen=True, slots=True)
class TermEvidence:
    """A word to avoid, in one file of a source; `offer` is what to write there, in the form that fits unless `fits`."""

    source: str
    use: str
    found: str
    offer: str
    places: tuple[Where, ...]
    fits: bool = True
    named: bool = False

    @property
    def doubt(self) -> str:
        """Why a person has to decide whether it is to be changed."""
        return "it may be named on purpose" if self.named else ""

    @property
    def where(self) -> Where:
        return self.places[0]

    @property
    def hidden(self) -> bool:
        return self.where.shown is Shown.HIDDEN


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, page or part that could not be read, and why. `field` of the source is to be mended, if it is known."""

    source: str
    file: str
    why: str
    partly: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """What comes closest to a missing message without being taken for it."""

    quote: str
    where: Where
    similarity: float


@dataclass(frozen=True, slots=True)
class Allowance:
    """A comment in a source that puts up with drift of one message, rule or word in the paragraph it stands at.

    It covers what begins from `start` up to `end`, lines and columns of `file`. Without a day or a reason it
    allows nothing; `day` is what it has for one. `is_told` says that it has the word `allow`.
    """

    file: str
    line: int
    column: int
    source: str
    what: str
    until: datetime.date | None
    because: str
    start: tuple[int, int]
    end: tuple[int, int]
    is_told: bool = True
    day: str = ""

    def covers(self, where: Where) -> bool:
        return self.is_told and self.file == where.file and self.start <= (where.line, where.column) < self.end


MOST_CHANGES = 3


def changes_in_words(diff: tuple[Change, ...], first: tuple[str, ...] = ()) -> str:
    """A word diff as a sentence; pieces with the words in `first` (negations, qualifiers) come first."""
    pieces = list(_pieces(diff))
    urgent = [piece for piece in pieces if any(word in piece.casefold().split() for word in _quoted(first))]
    ordered = [*urgent, *(piece for piece in pieces if piece not in urgent)]
    more = len(ordered) - MOST_CHANGES
    rest = [f"and {more} more change{'s' if more > 1 else ''}"] if more > 0 else []
    return "; ".join([*ordered[:MOST_CHANGES], *rest])


def _quoted(words: tuple[str, ...]) -> set[str]:
    return {form for word in words for form in (word, f'"{word}"', f'"{word}', f'{word}"')}


def _pieces(diff: tuple[Change, ...]) -> list[str]:
    pieces = []
    out = ""
    moved = _moved(diff)
    for change in (*diff, Change(Step.SAME, "")):
        if _sorted_words(change.text) in moved and change.step is not Step.SAME:
            pieces += [f'moves "{change.text}"'] if change.step is Step.IN else []
        elif change.step is Step.OUT:
            out = change.text
        elif change.step is Step.IN:
            pieces.append(f'says "{change.text}" instead of "{out}"' if out else f'adds "{change.text}"')
            out = ""
        elif out:
            pieces.append(f'leaves out "{out}"')
            out = ""
    return pieces


def _moved(diff: tuple[Change, ...]) -> set[str]:
    """What is left out in one place and added in another, in whatever order; each as its sorted words.

    What is written otherwise in its place has not moved.
    """
    steps = [(change.step, _sorted_words(change.text)) for change in diff]
    stays = {words for (one, words), other in pairwise(steps) if one is Step.OUT and other == (Step.IN, words)}
    out, into = ({words for step, words in steps if step is wanted} for wanted in (Step.OUT, Step.IN))
    return (out & into) - stays - {""}


def _sorted_words(text: str) -> str:
    """The words, and the signs that are units or bounds: `$490` is no moved `€490`."""
    return " ".join(sorted(re.findall(r"\w+|[$€£¥₹%°+<>~≈≤≥]", text.casefold())))
