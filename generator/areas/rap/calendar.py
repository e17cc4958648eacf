"""When people work, and how much they can take in: holidays, weekly load, time of coaches."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import Facet, Part
from generator.model.words import Count, Date, Line, PersonRef, Tally, Word


class Load(Part):
    """How much a new salesperson can take in."""

    minutes_a_week: Count = 900
    """The most minutes of modules in a week."""
    first_week: Count = 600
    """The most minutes of modules in the first week."""
    topics_a_day: Count = 3
    """The most modules in a day."""
    refresher_minutes: Tally = 5
    """The minutes that it takes to repeat one module: its cards once, its quiz where one was missed."""


class Holiday(Part):
    """A day on which nobody works."""

    on: Date
    """The day."""
    name: Line | None = None
    """Its name."""


class Calendar(Facet):
    """The working days and holidays of a country."""

    country: Word | None = None
    """The country's two letters, for example `NO`."""
    working_days: Annotated[
        list[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]],
        Field(default_factory=lambda: ["monday", "tuesday", "wednesday", "thursday", "friday"]),
    ]
    """The days of the week on which people work."""
    holidays: list[Holiday] = []
    """The public holidays."""


class CoachTime(Part):
    """How much time a coach has for new salespeople."""

    person: PersonRef
    """The coach."""
    minutes_a_week: Count
    """The minutes a week, for all hires together."""
