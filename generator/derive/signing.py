"""What stands in the way of a sign-off: the day, the hire's track, the signer, or that it was signed already."""

from __future__ import annotations

import datetime

from generator.areas.company import Person
from generator.areas.rap import Hire, Module, Track
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.sign_offs import latest, taught


def obstacle(
    facts: Facts, hire: Hire, signer: Person, module: Module, *, today: datetime.date, stand_in: bool = False
) -> str:
    """Why `signer` cannot sign on the day of `facts`, and what to do; empty where nothing stands in the way.

    `today` is the last day that has come. A `stand_in` signs in place of the coach or manager who should.
    """
    return (
        _of_the_day(facts, hire, signer, today)
        or _of_the_track(facts, hire, module)
        or ("" if stand_in else _of_the_signer(facts, hire, signer, module))
        or _signed_already(facts, hire, module)
    )


def _of_the_day(facts: Facts, hire: Hire, signer: Person, today: datetime.date) -> str:
    day = facts.today
    if day > today:
        return f"{day} is still to come; sign on the day when it was shown"
    if day < hire.start:
        return f"`{hire.id}` begins on {hire.start}, after {day}; check the day in data/hires.csv"
    if hire.left is not None and hire.left <= day:
        return f"`{hire.id}` left on {hire.left}; there is nothing to sign any more"
    if signer.left is not None and signer.left <= day:
        return f"`{signer.id}` left on {signer.left}; let somebody sign who is still here"
    return ""


def _of_the_track(facts: Facts, hire: Hire, module: Module) -> str:
    tracks = [track.id for track in current(facts, Track) if track.role == hire.role]
    if not module.tracks or set(tracks) & set(module.tracks):
        return ""
    theirs = f"follows `{tracks[0]}`" if tracks else f"has the role `{hire.role}`, which has no track"
    return f"`{module.id}` belongs to {_and(module.tracks)}, and `{hire.id}` {theirs}; sign a module of that track"


def _of_the_signer(facts: Facts, hire: Hire, signer: Person, module: Module) -> str:
    """The leader is whoever leads, which no field says; and a hire's own tick needs nobody in particular."""
    should = {"coach": module.coach or hire.manager, "manager": hire.manager}.get(module.sign_off)
    if should is None or should == signer.id or should not in facts.playbook.entries:
        return ""
    return (
        f"`{module.id}` is signed by the {module.sign_off}, for `{hire.id}` that is `{should}`, not `{signer.id}`; "
        "let them sign, or add --stand-in"
    )


def _signed_already(facts: Facts, hire: Hire, module: Module) -> str:
    known = latest(facts).get((hire.id, module.id))
    if known is None or known[1].fingerprint != taught(facts, module):
        return ""
    signed = known[1]
    return (
        f"`{hire.id}` was signed off on `{module.id}` by {signed.by} on {signed.on}, and what it teaches is the same "
        "since; there is nothing to sign again"
    )


def _and(ids: list[str]) -> str:
    return " and ".join(f"`{id_}`" for id_ in ids)
