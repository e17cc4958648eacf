"""A module comes on or after the client moment it prepares for, before one that it needs, or needs one never taught.

A hire who learns discovery after the first discovery call has learnt it from the client, at the client's cost. Where a
person chose the day, choose an earlier one. Where the plan did, something has to give: the note says what stood in
the way and how many minutes are too many.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module, Track
from generator.derive.curriculum import Clash, Misfit, Plan, Unit
from generator.derive.curriculum.collect import modules_of
from generator.derive.curriculum.words import clash_in_words
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    seen: set[tuple[Misfit, str, str]] = set()
    for track, plan in facts.plans.items():
        for complaint_for, complaint in [*_clashes(facts, track, plan), *_crowds(facts, track, plan)]:
            if complaint_for not in seen:
                seen.add(complaint_for)
                yield complaint
    yield from _never_taught(facts)


Case = tuple[Misfit, str, str]


def _clashes(facts: Facts, track: str, plan: Plan) -> Iterator[tuple[Case, Complaint]]:
    """Modules whose day a person chose, and needs that no order can fulfil: one complaint each."""
    for clash in plan.clashes:
        if clash.misfit is Misfit.MOMENT and not plan.by_module[clash.modules[0]].by_hand:
            continue
        if clash.misfit in (Misfit.MOMENT, Misfit.NEED, Misfit.BEGINNING):
            module = facts.playbook.entries[clash.modules[0]]
            said = clash_in_words(clash, lambda id_: f"`{id_}`").partition(";")[0]
            complaint = Complaint(
                module.at("day"), f"on track `{track}`, {said}", help=_cure(clash), record=module.id
            )  # fmt: skip
            yield (clash.misfit, module.id, clash.subject), complaint


def _cure(clash: Clash) -> str:
    if clash.misfit is Misfit.MOMENT and clash.limit < 1:
        return "move the client moment to a later day"
    if clash.misfit is Misfit.NEED:
        return f"write `day: {clash.found}` or later, or move `{clash.subject}`"
    return f"write `day: {max(1, clash.limit)}`" + (" or earlier" if clash.limit > 1 else "")


def _crowds(facts: Facts, track: str, plan: Plan) -> Iterator[tuple[Case, Complaint]]:
    """Modules that the plan could not place in time, together for each client moment."""
    late: dict[str, list[Clash]] = {}
    for clash in plan.clashes:
        if clash.misfit is Misfit.MOMENT and not plan.by_module[clash.modules[0]].by_hand:
            late.setdefault(clash.subject, []).append(clash)
    for moment, clashes in late.items():
        worst = max(clashes, key=lambda clash: clash.over)
        module = facts.playbook.entries[worst.modules[0]]
        count = f"{len(clashes)} modules of track `{track}` come" if len(clashes) > 1 else f"module `{module.id}` comes"
        days = f"{worst.over} day{'s' if worst.over > 1 else ''}"
        complaint = Complaint(
            module.at("needed_by"),
            f"{count} too late for `{moment}` on working day {worst.number}, "
            f"{'up to ' if len(clashes) > 1 else ''}{days}",
            help=_relief(worst),
            notes=(clash_in_words(worst, lambda id_: f"`{id_}`"),),
            record=module.id,
        )
        yield (Misfit.MOMENT, moment, ""), complaint


def _relief(clash: Clash) -> str:
    """What gives room: the limits of the load, the coach's time, or both, by what there is too little of."""
    short = {one.unit for one in clash.shorts}
    ways = ["take modules out", "shorten them", "move the client moment"]
    if short != {Unit.COACH}:
        ways.append("raise the limits in `load:`")
    if Unit.COACH in short:
        ways += ["give them another coach", "raise the coach's minutes in `coaches:`"]
    return ", ".join(ways[:-1]) + f", or {ways[-1]}"


def _never_taught(facts: Facts) -> Iterator[Complaint]:
    """A module that needs one which is not on the same track, or not current."""
    for track in (facts.playbook.entries[id_] for id_ in facts.plans):
        assert isinstance(track, Track)
        own = modules_of(facts.playbook, track, facts.today)
        ids = {module.id for module in own}
        for module in own:
            for position, need in enumerate(module.prerequisites):
                if need not in ids and isinstance(facts.playbook.entries.get(need), Module):
                    yield Complaint(
                        module.at("prerequisites", position),
                        f"`{module.id}` needs `{need}`, which is not taught on track `{track.id}`",
                        help=f"add `{track.id}` to `tracks:` of `{need}`, or take it out here",
                        record=module.id,
                    )
