"""What stands in the way of a sign-off: the day, the hire's track, the signer, the points, an earlier one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from generator.areas.company import Person
from generator.areas.rap import Hire, Module
from generator.derive.facts import Facts
from generator.derive.hires.sign_offs import holds, latest, taught
from generator.derive.hires.tracks import track_of, tracks_for


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why somebody cannot sign, and what to do. `field` is the field of the sign-off that it is about.

    `for_another` says that somebody else should, and that is all: a stand-in could.
    """

    field: str
    why: str
    cure: str
    for_another: bool = False


def obstacle(
    facts: Facts, hire: Hire, signer: Person, module: Module, *, on: datetime.date, stand_in: bool = False
) -> Obstacle | None:
    """What stands in the way of `signer` on the day `on`; None where nothing does.

    The last day that has come is the one of `facts`. A `stand_in` signs in place of the coach or manager who should.
    """
    return (
        _of_the_day(hire, signer, on, facts.today)
        or _of_the_track(facts, hire, module)
        or (None if stand_in else _of_the_signer(facts, hire, signer, module))
    )


def signed_already(facts: Facts, hire: Hire, module: Module) -> Obstacle | None:
    known = latest(facts).get((hire.id, module.id))
    if known is None or not holds(facts, known[1], taught(facts, module)):
        return None
    signed = known[1]
    return Obstacle(
        "module",
        f"`{hire.id}` was signed off on `{module.id}` by {signed.by} on {signed.on}, and what it teaches is the same "
        "since",
        "there is nothing to sign again",
    )


def wrong_points(module: Module, points: Sequence[float]) -> Obstacle | None:
    """Whether points, in the order of the rubric, are missing, more than it gives, or too few to pass."""
    rubric = module.assessment.rubric if module.assessment else []
    if rubric and not points:
        lines = ", ".join(f"{line.criterion.strip()} (0 to {line.points:g})" for line in rubric)
        most = ",".join(f"{line.points:g}" for line in rubric)
        return Obstacle(
            "scores",
            f"`{module.id}` is judged by a rubric: {lines}",
            f"give the points, for example `--points {most}`",
        )
    if len(points) != len(rubric):
        why = f"the rubric of `{module.id}` has {len(rubric)} lines, and {len(points)} points were given"
        return Obstacle("scores", why, "give one number for each line, in its order")
    for line, found in zip(rubric, points, strict=True):
        if not 0 <= found <= line.points:
            why = f"`{line.criterion.strip()}` gives 0 to {line.points:g} points, not {found:g}"
            return Obstacle("scores", why, "give what was reached")
    mark = module.assessment.pass_mark if module.assessment else None
    if rubric and mark is not None and sum(points) < mark:
        why = f"{sum(points):g} points are below the pass mark of {mark:g}: not signed"
        return Obstacle("scores", why, "let them show it again")
    return None


def _of_the_day(hire: Hire, signer: Person, day: datetime.date, today: datetime.date) -> Obstacle | None:
    if day > today:
        return Obstacle("on", f"{day} is still to come", "sign on the day when it was shown")
    if day < hire.start:
        return Obstacle("on", f"`{hire.id}` begins on {hire.start}, after {day}", "check the day in data/hires.csv")
    if hire.left is not None and hire.left <= day:
        return Obstacle("on", f"`{hire.id}` left on {hire.left}", "there is nothing to sign any more")
    if signer.left is not None and signer.left <= day:
        return Obstacle("by", f"`{signer.id}` left on {signer.left}", "let somebody sign who is still here")
    return None


def _of_the_track(facts: Facts, hire: Hire, module: Module) -> Obstacle | None:
    known = track_of(facts, hire)
    tracks = [track.id for track in ([known] if known else tracks_for(facts, hire.role))]
    if not module.tracks or set(tracks) & set(module.tracks):
        return None
    theirs = f"follows `{tracks[0]}`" if tracks else f"has the role `{hire.role}`, which has no track"
    why = f"`{module.id}` belongs to {_and(module.tracks)}, and `{hire.id}` {theirs}"
    return Obstacle("module", why, "sign a module of that track")


def _of_the_signer(facts: Facts, hire: Hire, signer: Person, module: Module) -> Obstacle | None:
    """The leader is whoever leads, which no field says; and a hire's own tick needs nobody in particular."""
    should = {"coach": module.coach or hire.manager, "manager": hire.manager}.get(module.sign_off)
    if should is None or should == signer.id or should not in facts.playbook.entries:
        return None
    return Obstacle(
        "by",
        f"`{module.id}` is signed by the {module.sign_off}, for `{hire.id}` that is `{should}`, not `{signer.id}`",
        "let them sign, or add --stand-in",
        for_another=True,
    )


def _and(ids: list[str]) -> str:
    return " and ".join(f"`{id_}`" for id_ in ids)
