"""Which records hold on a day: active, begun, and not over yet."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeVar

from generator.model.record import Record
from generator.model.words import Status

if TYPE_CHECKING:
    from generator.derive.facts import Facts  # which is made by those who ask here

R = TypeVar("R", bound=Record)


def current(facts: Facts, cls: type[R]) -> list[R]:
    """Those that hold today, in the order they were written."""
    return [record for record in active(facts, cls) if holds(record, facts.today)]


def active(facts: Facts, cls: type[R]) -> list[R]:
    """Those that are neither drafts nor retired, also where their time has not come or is over."""
    return [record for record in facts.playbook.of(cls) if record.status is Status.ACTIVE]


def holds(record: Record, day: datetime.date) -> bool:
    """Whether `day` lies between the record's first and last day; a day that is not given leaves that end open."""
    begun = record.effective is None or record.effective <= day
    return begun and not has_ended(record, day)


def has_ended(record: Record, day: datetime.date) -> bool:
    """Whether its last day has passed."""
    return record.expires is not None and record.expires < day
