"""Who has begun, when, what they have reached and what they were signed off on; for managers and leaders only."""

from __future__ import annotations

from typing import Annotated

from generator.areas.rap.track import TrackRef
from generator.model.record import Entry, Part
from generator.model.words import Amount, Date, Line, PersonRef, Ref, RoleRef, Word

HireRef = Annotated[str, Ref("hire")]
ModuleRef = Annotated[str, Ref("module")]


class Hire(Entry):
    """A new salesperson; the rows of data/hires.csv, or written here."""

    name: Line
    """The name as colleagues write it."""
    role: RoleRef
    """The selling role; its track is the one the hire follows."""
    track: TrackRef | None = None
    """The id of the track the hire follows, where the role has several."""
    start: Date
    """The first day of work."""
    manager: PersonRef | None = None
    """Whom they report to."""
    first_meeting: Date | None = None
    """The day of the first own meeting with a client."""
    first_deal: Date | None = None
    """The day of the first own deal."""
    full_productivity: Date | None = None
    """The day from which the full quota was reached."""
    left: Date | None = None
    """The day they left."""


class RubricScore(Part):
    """The points a coach gave for one criterion."""

    criterion: Line
    """The criterion, as the rubric names it."""
    points: Amount
    """The points."""


class SignOff(Part):
    """The record that somebody has learnt a module."""

    hire: HireRef
    """The hire, as data/hires.csv names them."""
    module: ModuleRef
    """The module."""
    on: Date
    """The day."""
    by: PersonRef
    """Who signed."""
    fingerprint: Word | None = None
    """A digest of what the module taught then, with the scheme that made it; written by `tuneup sign`."""
    scores: list[RubricScore] = []
    """The points by criterion."""
    stand_in: bool = False
    """Whether somebody signed in place of the coach or manager who should."""


class OnlyWords(Part):
    """A change of what a module teaches that was only words: nobody has to show it again."""

    module: ModuleRef
    """The module."""
    on: Date
    """The day on which somebody said so."""
    by: PersonRef
    """Who said so."""
    because: Line
    """What the change was, in a sentence."""
    was: Word
    """The digest of what the module taught before; written by `tuneup sign --editorial`."""
    now: Word
    """The digest of what it teaches since."""
