"""Says what there is too little of by a day, whatever the order of the modules: minutes, days, a coach's time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.derive.curriculum.result import Placement, Shortfall, Unit
from generator.derive.curriculum.task import Curriculum


def with_needs(needs: Mapping[str, Iterable[str]], ids: Collection[str]) -> set[str]:
    """Modules with all that comes before them."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting.extend(needs[id_])
    return found


def shortfall(
    curriculum: Curriculum, placed: Mapping[str, Placement], ids: Collection[str], day: int
) -> tuple[Shortfall, ...]:
    """Why the modules `ids` cannot all lie on the first `day` days with what they need; empty where nothing proves it.

    Modules whose day a person chose take their room where they lie and ask for no other.
    """
    asked = with_needs({id_: one.needs for id_, one in placed.items()}, ids)
    free = [placed[id_] for id_ in asked if not placed[id_].by_hand]
    week = curriculum.week(max(1, day))
    fixed = [one for one in placed.values() if one.by_hand and one.week <= week]
    minutes = sum(max(0, curriculum.limit(number)) for number in range(1, week + 1))
    days = max(1, curriculum.topics_a_day) * max(0, day)
    found = [
        Shortfall(Unit.MINUTES, sum(one.minutes for one in free), minutes - sum(one.minutes for one in fixed)),
        Shortfall(Unit.MODULES, len(free), days - sum(one.day <= day for one in fixed)),
    ]
    for coach, capacity in sorted(curriculum.coaches.items()):
        wanted = sum(one.coach_minutes for one in free if one.coach == coach)
        taken = sum(one.coach_minutes for one in fixed if one.coach == coach)
        found.append(Shortfall(Unit.COACH, wanted, capacity * week - taken, coach))
    short = (one for one in found if one.wanted > max(0, one.room))
    return tuple(Shortfall(one.unit, one.wanted, max(0, one.room), one.coach) for one in short)
