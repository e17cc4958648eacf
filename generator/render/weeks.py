"""The modules of a track laid out by week, as far as their order, given days and the weekly load say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.areas.rap import Module, Track
from generator.areas.rap.calendar import Load
from generator.areas.rap.track import ClientMoment

DAYS = 5
"""Working days of a week."""


@dataclass(frozen=True)
class Week:
    """One week of a programme. `most` is the minutes it may hold."""

    number: int
    most: int
    modules: list[Module] = field(default_factory=list)
    moments: list[ClientMoment] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return sum(module.minutes for module in self.modules)


def modules_of(track: Track, modules: Sequence[Module]) -> list[Module]:
    """The modules that belong to a track, each after those it builds on."""
    own = {module.id: module for module in modules if not module.tracks or track.id in module.tracks}
    ordered: dict[str, Module] = {}
    for module in own.values():
        _place(module, own, ordered, set())
    return list(ordered.values())


def weeks(track: Track, modules: Sequence[Module], load: Load, moments: Sequence[ClientMoment]) -> list[Week]:
    """Every week of the track; what does not fit stands in the last one."""
    laid = [Week(number + 1, load.first_week if number == 0 else load.minutes_a_week) for number in range(track.weeks)]
    days = {moment.id: moment.day for moment in moments} | {own.moment: own.day for own in track.moments}
    for moment in moments:
        _week_of(days[moment.id], laid).moments.append(moment)
    needed = sorted(modules_of(track, modules), key=lambda module: module.day or days.get(module.needed_by or "", 999))
    placed: dict[str, int] = {}
    for module in modules_of(track, needed):
        earliest = max((placed.get(id, 0) for id in module.prerequisites), default=0)
        week = _week_of(module.day, laid) if module.day else _with_room(module, laid, earliest)
        week.modules.append(module)
        placed[module.id] = week.number - 1
    return laid


def _place(module: Module, own: dict[str, Module], ordered: dict[str, Module], above: set[str]) -> None:
    """Prerequisites first; a circle is cut where it closes, the checks report it."""
    if module.id in ordered or module.id in above:
        return
    for id in module.prerequisites:
        if id in own:
            _place(own[id], own, ordered, above | {module.id})
    ordered[module.id] = module


def _week_of(day: int, laid: Sequence[Week]) -> Week:
    return laid[min(max(day - 1, 0) // DAYS, len(laid) - 1)]


def _with_room(module: Module, laid: Sequence[Week], earliest: int) -> Week:
    for week in laid[earliest:]:
        if week.minutes + module.minutes <= week.most:
            return week
    return laid[-1]
