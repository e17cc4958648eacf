"""Says what goes into the matcher: wordings of messages, and terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """Where a wording stands: today's, also allowed, no longer used, or bound to a campaign's dates."""

    CANONICAL = "canonical"
    VARIANT = "variant"
    RETIRED = "retired"
    SEASON = "season"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a message. `id` is unique; several wordings may share `message`.

    `starts` and `ends` (inclusive) bound a season. `may_shorten` allows the wording to stop early.
    `replaced_by` is what to say instead of a retired wording, as text or as a message's id.
    """

    id: str
    text: str
    message: str = ""
    state: State = State.CANONICAL
    starts: date | None = None
    ends: date | None = None
    may_shorten: bool = False
    replaced_by: str = ""

    @property
    def claim(self) -> str:
        """The message that this wording belongs to."""
        return self.message or self.id


@dataclass(frozen=True, slots=True)
class Term:
    """A name or word: say `use`, do not say any of `not_`. With `exact_case`, other capitals of `use` are wrong too.

    `language` is that by whose rules it is inflected.
    """

    use: str
    not_: tuple[str, ...] = ()
    exact_case: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Voices:
    """Who may speak in a source: `own` are names of the company, its people and products, `rivals` of competitors."""

    own: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


NOBODY = Voices()
