"""A week or a day holds more than somebody new can take in, or the modules last longer than the programme.

Whoever drinks from a fire hose remembers the water, not what was in it. Move a module to a later week, cut it in two,
or take out what nobody needs before its client moment. The limits are in `load:`: minutes a week, fewer in the first
week, modules a day. A week is the working days of one week, counted from the first day; refreshers count too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module, Track
from generator.derive.curriculum import Clash, Misfit, Plan
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    seen: set[tuple[Misfit, Location]] = set()
    for track, plan in facts.plans.items():
        for clash in plan.clashes:
            if clash.misfit in (Misfit.WEEK, Misfit.DAY, Misfit.WEEKS):
                complaint = _complaint(facts, track, plan, clash)
                if (clash.misfit, complaint.location) not in seen:
                    seen.add((clash.misfit, complaint.location))
                    yield complaint


def _complaint(facts: Facts, track: str, plan: Plan, clash: Clash) -> Complaint:
    """Where somebody can change it: the last module of the week or day, or the programme's length."""
    entry = facts.playbook.entries[track]
    assert isinstance(entry, Track)
    if clash.misfit is Misfit.WEEKS:
        said = f"the modules of track `{track}` last {clash.found} weeks, and its programme {clash.limit}"
        return Complaint(entry.at("weeks"), said, help=_shorter(facts, plan, clash), record=track)
    module = _last(facts, plan, clash)
    if module is None:
        return Complaint(entry.at(), _said(track, clash), help="take refreshers out", record=track)
    field = "day" if module.day is not None else "minutes"
    return Complaint(module.at(field), _said(track, clash), help=_cure(module, plan, clash), record=module.id)


def _shorter(facts: Facts, plan: Plan, clash: Clash) -> str:
    """The hand-placed modules that alone lie beyond the programme are a slip; otherwise it is too short."""
    beyond = [facts.playbook.entries[id_] for id_ in clash.modules]
    by_hand = [one for one in beyond if isinstance(one, Module) and one.day is not None]
    if len(by_hand) < len(beyond):
        return f"take modules out, or write `weeks: {clash.found}`"
    return "move " + " and ".join(f"`{one.id}` from `day: {plan.by_module[one.id].day}`" for one in by_hand)


def _said(track: str, clash: Clash) -> str:
    unit, place = ("modules", "day") if clash.misfit is Misfit.DAY else ("minutes", "week")
    return (
        f"{place} {clash.number} of track `{track}` holds {clash.found} {unit}, "
        f"{clash.over} more than the {clash.limit} that fit"
    )


def _last(facts: Facts, plan: Plan, clash: Clash) -> Module | None:
    modules = [facts.playbook.entries[id_] for id_ in clash.modules]
    placed = [module for module in modules if isinstance(module, Module)]
    by_hand = [module for module in placed if module.day is not None]
    return max(by_hand or placed, key=lambda module: plan.by_module[module.id].day, default=None)


def _cure(module: Module, plan: Plan, clash: Clash) -> str:
    if module.day is None:
        return f"shorten `{module.id}`, or cut it in two"
    after = plan.by_module[module.id]
    later = after.day + 1
    if clash.misfit is Misfit.WEEK:
        later = next(week.last_day for week in plan.weeks if week.number == clash.number) + 1
    return f"move `{module.id}` to `day: {later}` or later, or shorten it"
