"""A hire's plan as a table for people, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from generator.areas.rap import Module
from generator.derive.curriculum import Placement, Week
from generator.exports.plan_words import PlanWords

VERSION = 1
"""Changes when a field is renamed or taken away; new fields do not count."""
BAR = 20
"""Characters of a full week's bar."""
DATE = 34
"""Characters of a date with the number of its working day."""


def table(words: PlanWords, *, whys: bool = False) -> str:
    """The plan by week; `whys` adds under each module why it lies there."""
    return "\n".join([*_head(words), *_weeks(words, whys=whys), *_tail(words)]) + "\n"


def as_json(words: PlanWords) -> str:
    """Everything the table says, with dates, and the reasons and clashes in a form that programs can use."""
    journey, plan = words.journey, words.journey.plan
    data = {
        "version": VERSION,
        "track": plan.track,
        "start": journey.dates.start.isoformat(),
        "fits": not plan.clashes,
        "modules": [_module(words, placement) for placement in plan.placements],
        "refreshers": [{**asdict(one), "date": journey.dates[one.day].isoformat()} for one in plan.refreshers],
        "moments": [{**asdict(one), "date": journey.dates[one.day].isoformat()} for one in plan.moments],
        "gates": [
            {"day": gate.day, "date": journey.gate_date(gate).isoformat(), "measure": gate.measure.strip(),
             "target": gate.target, "unit": gate.unit}
            for gate in journey.track.gates
        ],
        "weeks": [asdict(week) for week in plan.weeks],
        "clashes": [{**asdict(clash), "text": words.clash(clash)} for clash in plan.clashes],
        "days_off": [{"date": day.isoformat(), "name": name} for day, name in journey.off()],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _module(words: PlanWords, placement: Placement) -> dict[str, Any]:
    return {
        **asdict(placement),
        "title": words.journey.name(placement.module),
        "date": words.journey.dates[placement.day].isoformat(),
        "why": words.why(placement),
    }


def _head(words: PlanWords) -> Iterator[str]:
    journey, plan = words.journey, words.journey.plan
    last = max((placement.week for placement in plan.placements), default=0)
    hours = round(sum(placement.minutes for placement in plan.placements) / 60)
    yield words.say("heading", track=journey.track.label, day=words.long(journey.dates[1]))
    yield words.say(
        "totals",
        modules=words.labels.plain("page.onboarding.modules", count=len(plan.placements)),
        weeks=words.labels.plain("page.onboarding.weeks", count=last),
        hours=words.say("hours", count=hours),
        refreshers=words.say("refreshers", count=len(plan.refreshers)),
    )


def _weeks(words: PlanWords, *, whys: bool) -> Iterator[str]:
    for week in words.journey.plan.weeks:
        rows = [*_modules(words, week, whys=whys), *_moments(words, week)]
        again = list(_again(words, week))
        if rows or again:
            yield from ("", _week(words, week))
            yield from (row for _, row in sorted(rows, key=lambda row: row[0]))
            yield from again


def _modules(words: PlanWords, week: Week, *, whys: bool) -> Iterator[tuple[int, str]]:
    for placement in words.journey.plan.in_week(week.number):
        why = f"\n{'':{DATE + 18}}{words.why(placement)}" if whys else ""
        yield placement.day, _row(words, placement) + why


def _moments(words: PlanWords, week: Week) -> Iterator[tuple[int, str]]:
    for moment in words.journey.plan.moments:
        if week.first_day <= moment.day <= week.last_day:
            yield moment.day, f"  {_dated(words, moment.day):<{DATE}} {'→':>6}         {words.journey.name(moment.id)}"


def _again(words: PlanWords, week: Week) -> Iterator[str]:
    """What is repeated in the week, by day, on lines of their own."""
    journey = words.journey
    by_day: dict[int, list[str]] = {}
    for refresher in journey.plan.refreshers:
        if refresher.week == week.number:
            by_day.setdefault(refresher.day, []).append(journey.name(refresher.module))
    repeat = words.say("repeat")
    for number, (day, names) in enumerate(by_day.items()):
        head = repeat if number == 0 else ""
        yield f"  {head:<{len(repeat) + 2}}{words.short(journey.dates[day])}: {', '.join(names)}"


def _week(words: PlanWords, week: Week) -> str:
    dates = words.journey.dates
    filled = min(BAR, round(BAR * week.minutes / week.limit)) if week.limit > 0 else BAR
    span = words.say("span", first=words.short(dates[week.first_day]), last=words.short(dates[week.last_day]))
    load = words.say("load", minutes=week.minutes, most=week.limit)
    again = f", {words.say('repeating', minutes=week.refreshers)}" if week.refreshers else ""
    bar = "█" * filled + "░" * (BAR - filled)
    return f"{words.week(week.number):<8} {span:<34} {bar} {load}{again}"


def _row(words: PlanWords, placement: Placement) -> str:
    module = words.journey.playbook.entries[placement.module]
    assert isinstance(module, Module)
    late = words.say("late", count=placement.late) if placement.late else ""
    about = ", ".join(part for part in (*_people(words, module), late) if part)
    head = f"  {_dated(words, placement.day):<{DATE}} {words.minutes(placement.minutes):>9}"
    return f"{head}      {module.label:<44} {about}"


def _people(words: PlanWords, module: Module) -> tuple[str, ...]:
    coach, signer = words.journey.name(module.coach) if module.coach else "", words.signer(module)
    if coach and coach == signer:
        return (words.say("with-signing", who=coach),)
    signs = words.say("signed", who=signer) if signer else words.say("alone")
    return (words.say("with", who=coach) if coach else "", signs)


def _dated(words: PlanWords, day: int) -> str:
    return f"{words.short(words.journey.dates[day]):>10}  {words.say('on-day', day=day)}"


def _tail(words: PlanWords) -> Iterator[str]:
    journey = words.journey
    if journey.track.gates:
        yield from ("", words.say("gates"))
    for gate in journey.track.gates:
        day = f"{words.short(journey.gate_date(gate)):>10}  {words.say('on-gate', day=gate.day)}"
        yield f"  {day:<{DATE}} {gate.measure.strip()}{words.target(gate)}"
    off = [f"{words.short(day)} {name}".rstrip() for day, name in journey.off()]
    if off:
        yield from ("", words.say("days-off", days=", ".join(off)))
    if journey.plan.clashes:
        proven = all(clash.proven for clash in journey.plan.clashes)
        yield from ("", words.say("misfit-proven" if proven else "misfit"))
        yield from (f"  {words.clash(clash)}" for clash in journey.plan.clashes)
