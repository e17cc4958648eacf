"""The plan of a track as its page shows it: week by week, without what the audience may not see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.areas.rap import Module, Track
from generator.areas.rap.track import ClientMoment
from generator.derive.curriculum import Plan
from generator.render.book import Book


@dataclass(frozen=True)
class Week:
    """One week. Modules, repeats and moments each stand beside their working day, counted from the first."""

    number: int
    minutes: int
    most: int
    modules: tuple[tuple[int, Module], ...]
    repeats: tuple[tuple[int, Module], ...]
    moments: tuple[tuple[int, ClientMoment], ...]


def weeks(book: Book, track: Track) -> list[Week]:
    """Every week of the plan, also those in which nothing is learnt."""
    plan = book.plans.get(track.id, Plan(track.id))
    return [
        Week(
            week.number,
            week.minutes,
            week.limit,
            tuple(_modules(book, ((placed.day, placed.module) for placed in plan.in_week(week.number)))),
            tuple(_modules(book, ((one.day, one.module) for one in plan.refreshers if one.week == week.number))),
            tuple(
                (moment.day, entry)
                for moment in sorted(plan.moments, key=lambda moment: (moment.day, moment.id))
                if week.first_day <= moment.day <= week.last_day
                and isinstance(entry := book.shown.get(moment.id), ClientMoment)
            ),
        )
        for week in plan.weeks
    ]


def _modules(book: Book, placed: Iterator[tuple[int, str]]) -> Iterator[tuple[int, Module]]:
    for day, id in placed:
        module = book.shown.get(id)
        if isinstance(module, Module):
            yield day, module
