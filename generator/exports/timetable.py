"""A hire's plan as a table for people, and as JSON for programs."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from generator.areas.rap import Module
from generator.derive.curriculum import Journey, Placement, Week
from generator.derive.curriculum.words import clash_in_words, why_there

VERSION = 1
"""Changes when a field is renamed or taken away; new fields do not count."""
BAR = 20
"""Characters of a full week's bar."""


def table(journey: Journey, *, whys: bool = False) -> str:
    """The plan by week; `whys` adds under each module why it lies there."""
    return "\n".join([*_head(journey), *_weeks(journey, whys=whys), *_tail(journey)]) + "\n"


def as_json(journey: Journey) -> str:
    """Everything the table says, with dates, and the reasons and clashes in a form that programs can use."""
    plan = journey.plan
    data = {
        "version": VERSION,
        "track": plan.track,
        "start": journey.dates.start.isoformat(),
        "fits": not plan.clashes,
        "modules": [_module(journey, placement) for placement in plan.placements],
        "refreshers": [{**asdict(one), "date": journey.dates[one.day].isoformat()} for one in plan.refreshers],
        "moments": [{**asdict(one), "date": journey.dates[one.day].isoformat()} for one in plan.moments],
        "gates": [
            {"day": gate.day, "date": journey.gate_date(gate).isoformat(), "measure": gate.measure.strip(),
             "target": gate.target, "unit": gate.unit}
            for gate in journey.track.gates
        ],
        "weeks": [asdict(week) for week in plan.weeks],
        "clashes": [{**asdict(clash), "text": clash_in_words(clash, journey.name)} for clash in plan.clashes],
        "days_off": [{"date": day.isoformat(), "name": name} for day, name in journey.off()],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _module(journey: Journey, placement: Placement) -> dict[str, Any]:
    return {
        **asdict(placement),
        "title": journey.name(placement.module),
        "date": journey.dates[placement.day].isoformat(),
        "why": why_there(placement, journey.name),
    }


def _head(journey: Journey) -> Iterator[str]:
    plan = journey.plan
    last = max((placement.week for placement in plan.placements), default=0)
    hours = sum(placement.minutes for placement in plan.placements) / 60
    yield f"{journey.track.label} from {_long(journey.dates.start)}"
    yield f"{len(plan.placements)} modules in {last} weeks, {hours:.0f} hours in all; {len(plan.refreshers)} refreshers"


def _weeks(journey: Journey, *, whys: bool) -> Iterator[str]:
    for week in journey.plan.weeks:
        rows = [*_modules(journey, week, whys=whys), *_moments(journey, week)]
        if rows:
            yield from ("", _week(journey, week))
            yield from (row for _, row in sorted(rows, key=lambda row: row[0]))
            yield from _again(journey, week)


def _modules(journey: Journey, week: Week, *, whys: bool) -> Iterator[tuple[int, str]]:
    for placement in journey.plan.in_week(week.number):
        why = f"\n{'':42}{why_there(placement, journey.name)}" if whys else ""
        yield placement.day, _row(journey, placement) + why


def _moments(journey: Journey, week: Week) -> Iterator[tuple[int, str]]:
    for moment in journey.plan.moments:
        if week.first_day <= moment.day <= week.last_day:
            day = f"{_short(journey, journey.dates[moment.day])}  day {moment.day}"
            yield moment.day, f"  {day:<24}      →      {journey.name(moment.id)}"


def _again(journey: Journey, week: Week) -> Iterator[str]:
    """What is repeated in the week, by day, on lines of their own."""
    by_day: dict[int, list[str]] = {}
    for refresher in journey.plan.refreshers:
        if refresher.week == week.number:
            by_day.setdefault(refresher.day, []).append(journey.name(refresher.module))
    for number, (day, names) in enumerate(by_day.items()):
        yield f"  {'repeat' if number == 0 else '':<8}{_short(journey, journey.dates[day])}: {', '.join(names)}"


def _week(journey: Journey, week: Week) -> str:
    filled = min(BAR, round(BAR * week.minutes / week.limit)) if week.limit > 0 else BAR
    span = f"{_short(journey, journey.dates[week.first_day])} to {_short(journey, journey.dates[week.last_day])}"
    again = f", {week.refreshers} of them repeating" if week.refreshers else ""
    bar = "█" * filled + "░" * (BAR - filled)
    return f"Week {week.number:<3} {span:<34} {bar} {week.minutes} of {week.limit} minutes{again}"


def _row(journey: Journey, placement: Placement) -> str:
    module = journey.playbook.entries[placement.module]
    assert isinstance(module, Module)
    coach = f"with {journey.name(placement.coach)}" if placement.coach else ""
    late = f", {placement.late} days late" if placement.late else ""
    signs = f"signed by {module.sign_off}" if module.sign_off != "self" else "signs alone"
    day = f"{_short(journey, journey.dates[placement.day])}  day {placement.day}"
    about = ", ".join(part for part in (coach, signs) if part)
    return f"  {day:<24} {placement.minutes:>5} min    {module.label:<44} {about}{late}"


def _tail(journey: Journey) -> Iterator[str]:
    if journey.track.gates:
        yield from ("", "Gates")
    for gate in journey.track.gates:
        target = f": {gate.target:,.0f} {gate.unit or ''}".rstrip() if gate.target is not None else ""
        yield f"  {_short(journey, journey.gate_date(gate))}  day {gate.day:<4} {gate.measure.strip()}{target}"
    off = [f"{_short(journey, day)} {name}".rstrip() for day, name in journey.off()]
    if off:
        yield from ("", f"Days off on the way: {', '.join(off)}")
    if journey.plan.clashes:
        yield from ("", "What does not fit; this is the best plan there is")
        yield from (f"  {clash_in_words(clash, journey.name)}" for clash in journey.plan.clashes)


def _short(journey: Journey, day: datetime.date) -> str:
    """A day without its year, unless that is another than the one in which the hire starts."""
    year = f" {day.year}" if day.year != journey.dates.start.year else ""
    return f"{day:%a} {day.day:>2} {day:%b}{year}"


def _long(day: datetime.date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"
