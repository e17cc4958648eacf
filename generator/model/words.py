"""The kinds of value a field can hold: lines, texts, ids, dates, periods, references, audiences."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, StringConstraints, WithJsonSchema
from pydantic_core.core_schema import CoreSchema, is_instance_schema


class Audience(StrEnum):
    """Who may read something; each sees what those before it see, and more."""

    PUBLIC = "public"
    SALES = "sales"
    MANAGER = "manager"
    LEADER = "leader"

    @property
    def rank(self) -> int:
        """0 is everybody."""
        return list(Audience).index(self)


class Status(StrEnum):
    """Where a record is in its life."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text field as the id of another entry. `kind` is that entry's kind; empty means any."""

    kind: str = ""


@dataclass(frozen=True, slots=True)
class ShownTo:
    """Marks a field that only `audience` and those above it may read, whatever its record says."""

    audience: Audience


@dataclass(frozen=True, slots=True)
class Markdown:
    """Marks a text as Markdown; `block` texts may hold paragraphs and lists."""

    block: bool


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A length of time as people write it: `90 days`, `6 months`."""

    count: int
    unit: str

    @property
    def days(self) -> int:
        """Calendar days; a month counts 30 and a year 365, which is exact enough for reminders."""
        return self.count * {"day": 1, "week": 7, "month": 30, "year": 365}[self.unit]

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Taken as it is: `_period` has made it, and a schema of its parts for every field would cost time."""
        return is_instance_schema(cls)

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


_PERIOD = re.compile(r"([1-9][0-9]{0,3}) (day|week|month|year)s?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _period(value: Any) -> Any:
    if isinstance(value, Period):
        return value
    match = _PERIOD.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("is not a length of time; write for example `90 days` or `6 months`")
    return Period(int(match[1]), match[2])


def _date(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        meant = _meant(value) if isinstance(value, str) else ""
        raise ValueError(f"is not a date; write {meant or 'year-month-day, for example `2026-11-23`'}")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("is not a day of the calendar; check the day and the month") from error


def _meant(text: str) -> str:
    """The date that was written in another way, where it can be only one: `30.06.2027`, `30 June 2027`."""
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"):
        with suppress(ValueError):
            return f"`{datetime.datetime.strptime(text.strip(), form).date()}`"
    return ""


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A short word that other records use to point here: lower-case letters, digits and hyphens."""

Word = Annotated[str, StringConstraints(pattern=r"^\S[^\n]*$")]
"""A name, an address, a unit: taken as it stands, never read as Markdown."""

Line = Annotated[str, StringConstraints(pattern=r"^\s*\S[^\n]*\n?\s*$"), Markdown(block=False)]
"""One line of text; emphasis and links work."""

Text = Annotated[str, StringConstraints(pattern=r"\S"), Markdown(block=True)]
"""Text of any length, in Markdown."""

Date = Annotated[
    datetime.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]

Duration = Annotated[
    Period,
    BeforeValidator(_period),
    WithJsonSchema({"type": "string", "pattern": "^[1-9][0-9]{0,3} (day|week|month|year)s?$"}),
]

Count = Annotated[int, Field(ge=1)]
"""Whole days, weeks, minutes or things, of which there is at least one."""

Tally = Annotated[int, Field(ge=0)]
"""Whole things of which there may be none."""

Amount = Annotated[float, Field(ge=0)]
"""Money, points, or percent of what may be exceeded; nothing or more."""

Share = Annotated[float, Field(ge=0, le=100)]
"""A part of a whole, in percent."""

LINK = re.compile(r"\[\[(=?)([a-z0-9]+(?:-[a-z0-9]+)*)\]\]")
"""`[[id]]` links to a record, `[[=id]]` quotes it."""

AudienceWord = Annotated[Audience, Field(strict=False)]
StatusWord = Annotated[Status, Field(strict=False)]

AnyRef = Annotated[str, Ref()]
PersonRef = Annotated[str, Ref("person")]
ProductRef = Annotated[str, Ref("product")]
SegmentRef = Annotated[str, Ref("segment")]
PersonaRef = Annotated[str, Ref("persona")]
CircumstanceRef = Annotated[str, Ref("circumstance")]
StageRef = Annotated[str, Ref("stage")]
RegionRef = Annotated[str, Ref("region")]
RoleRef = Annotated[str, Ref("role")]
MetricRef = Annotated[str, Ref("metric")]
ObjectiveRef = Annotated[str, Ref("objective")]
MessageRef = Annotated[str, Ref("message")]
CompetitorRef = Annotated[str, Ref("competitor")]
ReferenceRef = Annotated[str, Ref("reference")]
SkillRef = Annotated[str, Ref("skill")]
