"""How far each new salesperson has come, for the manager: milestones, modules, what must be shown again."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.areas.objectives import Objective
from generator.areas.rap import Hire, SignOff
from generator.derive.curriculum import Plan
from generator.derive.hires.cohorts import Cohort, Milestone, Progress
from generator.derive.hires.sign_offs import Outdated
from generator.model.record import Entry


@dataclass(frozen=True, slots=True)
class Cell:
    """A milestone of one hire: the days it took, or the goal that still holds. `state` is one of the site's five."""

    state: str
    days: int | None = None
    goal: int | None = None


def rows(progress: list[Progress], shown: Mapping[str, Entry]) -> list[dict[str, Any]]:
    """One a hire, the latest first."""
    return [_row(one, shown) for one in progress]


def grid(progress: list[Progress], plans: Mapping[str, Plan], shown: Mapping[str, Entry]) -> dict[str, Any]:
    """Modules in the order of the plan, against the hires in the programme and those who left some of it open."""
    learning = [one for one in progress if in_programme(one, shown) or _left_open(one, shown)]
    days: dict[str, int] = {}
    for one in learning:
        for placement in plans[one.track].placements if one.track in plans else ():
            days[placement.module] = min(placement.day, days.get(placement.module, placement.day))
    modules = [shown[id] for id in sorted(days, key=lambda id: (days[id], id)) if id in shown]
    cells = {one.hire.id: _states(one, plans.get(one.track)) for one in learning}
    return {
        "hires": [one.hire for one in learning],
        "lines": [
            {"module": module, "states": [cells[one.hire.id].get(module.id) for one in learning]} for module in modules
        ],
    }


def repeats(outdated: Iterable[Outdated], shown: Mapping[str, Entry]) -> list[dict[str, Any]]:
    """By hire: what must be shown again, who signed it and when, and what has changed since where that is known."""
    found: dict[str, list[dict[str, Any]]] = {}
    for old in outdated:
        changed = [shown[id] for id in old.records if id in shown]
        moved = [_move(one, old.sign_off) for one in changed]
        one = {"sign_off": old.sign_off, "changed": list(zip(changed, moved, strict=True))}
        found.setdefault(old.sign_off.hire, []).append(one)
    return [{"hire": shown[hire], "those": those} for hire, those in found.items() if hire in shown]


def _move(entry: Entry, sign_off: SignOff) -> dict[str, str]:
    """What an objective was and is, where its changes since the sign-off tell it."""
    since = [one for one in entry.changes if one.on > sign_off.on] if isinstance(entry, Objective) else []
    return {"was": since[0].was, "now": since[-1].now} if since else {}


def signed_by_hire(
    sign_offs: Iterable[SignOff], outdated: Iterable[Outdated], shown: Mapping[str, Entry]
) -> list[dict[str, Any]]:
    """Every sign-off, the latest first, under its hire, the latest first."""
    again = {id(old.sign_off) for old in outdated}
    lines: dict[str, list[dict[str, Any]]] = {}
    for one in sorted(sign_offs, key=lambda one: (one.on, one.module), reverse=True):
        lines.setdefault(one.hire, []).append({"sign_off": one, "again": id(one) in again})
    hires = sorted((shown[id] for id in lines if id in shown), key=lambda hire: (_start(hire), hire.id), reverse=True)
    return [{"hire": hire, "lines": lines[hire.id]} for hire in hires]


def _start(entry: Entry) -> datetime.date:
    assert isinstance(entry, Hire)
    return entry.start


def in_programme(one: Progress, shown: Mapping[str, Entry]) -> bool:
    return one.track in shown and one.hire.left is None and one.day <= one.last_day


def _left_open(one: Progress, shown: Mapping[str, Entry]) -> bool:
    """Still here, with modules that nobody has signed or that must be shown again, after the last week too."""
    return one.track in shown and one.hire.left is None and bool(one.behind or one.again)


def _unfinished(one: Progress, shown: Mapping[str, Entry]) -> bool:
    """Past the last week, still here, and not fully productive yet."""
    return one.track in shown and one.hire.left is None and Milestone.FULL_PRODUCTIVITY not in one.reached


def spreads(made: list[Cohort], shown: Mapping[str, Entry]) -> list[dict[str, Any]]:
    """Cohorts with the middle of their days against the goal."""
    return [
        {
            "quarter": one.quarter,
            "track": shown.get(one.track),
            "count": len(one.hires),
            "cells": [
                Cell(
                    _against(int(spread.median), spread.goal) if spread.median is not None else "unknown",
                    None if spread.median is None else int(spread.median),
                    spread.goal,
                )
                for spread in (one.spreads[milestone] for milestone in Milestone)
            ],
        }
        for one in made
    ]


def _row(one: Progress, shown: Mapping[str, Entry]) -> dict[str, Any]:
    return {
        "hire": one.hire,
        "track": shown.get(one.track),
        "ramping": in_programme(one, shown) or _unfinished(one, shown),
        "day": one.day,
        "on_track": one.on_track,
        "signed": len(one.signed),
        "cells": [_milestone(one, milestone) for milestone in Milestone],
        "late": [milestone.value for milestone in one.late],
        "behind": [shown[id] for id in one.behind if id in shown],
    }


def _milestone(one: Progress, milestone: Milestone) -> Cell:
    goal = one.goals.get(milestone)
    if milestone in one.reached:
        return Cell(_against(one.reached[milestone], goal), one.reached[milestone], goal)
    return Cell("failing" if milestone in one.late else "unknown", None, goal)


def _against(days: int, goal: int | None) -> str:
    return "in-tune" if goal is None or days <= goal else "due"


def _states(one: Progress, plan: Plan | None) -> dict[str, str]:
    """By module: signed, to be shown again, behind, or still to come."""
    states = {placement.module: "unknown" for placement in plan.placements} if plan else {}
    states |= dict.fromkeys(one.signed, "in-tune")
    states |= dict.fromkeys(one.behind, "due")
    return states | dict.fromkeys(one.again, "suspect")
