"""Says why a module lies where it does, and which wishes clash: in English, or in the patterns of another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.derive.curriculum.result import Cause, Clash, Misfit, Placement, Unit, Why

Name = Callable[[str], str]
"""What to call the thing with an id."""

REASONS = {
    Cause.HAND: "placed by hand on working day {number}",
    Cause.NEED: "after {subject} (working day {number})",
    Cause.MOMENT: "before {subject} (working day {number})",
    Cause.PACE: "not before working day {number}, so that it is fresh",
    Cause.WEEK: "no room up to week {number}",
    Cause.DAY: "enough on the days up to working day {number}",
    Cause.COACH: "{subject} has no time up to week {number}",
    Cause.FREE: "the first working day with room",
}

CLASHES = {
    Misfit.MOMENT: "{first} lies on working day {found}, and {subject} comes on working day {number}",
    Misfit.NEED: "{first} lies on working day {number}, before {subject} on working day {found}, which it needs",
    Misfit.WEEK: "week {number} holds {found} minutes, {over} more than the {limit} that fit",
    Misfit.DAY: "working day {number} holds {found} modules, {over} more than the {limit} that fit",
    Misfit.COACH: "week {number} asks {found} minutes of {subject}, {over} more than the {limit} there are",
    Misfit.WEEKS: "the modules last {found} weeks, {over} longer than the {limit} of the programme",
    Misfit.CIRCLE: "modules need each other in a circle: {circle}",
    Misfit.BEGINNING: "{first} was put on working day {limit}; working days are counted from 1",
}


SHORTFALLS = {
    Unit.MINUTES: "by then {wanted} minutes are due and {room} fit, {over} too many",
    Unit.MODULES: "by then {wanted} modules are due and {room} fit, {over} too many",
    Unit.COACH: "by then {wanted} minutes of {coach} are needed and there are {room}, {over} too few",
}

UNPROVEN = "no better order was found"


@dataclass(frozen=True)
class Speech:
    """The patterns in which a language says it; the names in braces are filled in."""

    reasons: Mapping[Cause, str] = field(default_factory=lambda: REASONS)
    clashes: Mapping[Misfit, str] = field(default_factory=lambda: CLASHES)
    shortfalls: Mapping[Unit, str] = field(default_factory=lambda: SHORTFALLS)
    unproven: str = UNPROVEN


ENGLISH = Speech()


def why_there(placement: Placement, name: Name, speech: Speech = ENGLISH) -> str:
    """`before First own call (working day 10), after Why we exist (working day 1)`."""
    return ", ".join(reason(why, name, speech) for why in placement.whys)


def reason(why: Why, name: Name, speech: Speech = ENGLISH) -> str:
    return speech.reasons[why.cause].format(subject=name(why.subject), number=why.number)


def clash_in_words(clash: Clash, name: Name, speech: Speech = ENGLISH) -> str:
    """One line without a final stop; for a client moment also what stood in the way."""
    said = speech.clashes[clash.misfit].format(
        first=name(clash.modules[0]) if clash.modules else "",
        subject=name(clash.subject),
        number=clash.number,
        found=clash.found,
        limit=clash.limit,
        over=clash.over,
        circle=" → ".join(name(module) for module in (*clash.modules, *clash.modules[:1])),
    )
    return "; ".join([said, *_more(clash, name, speech)])


def _more(clash: Clash, name: Name, speech: Speech) -> Iterator[str]:
    for short in clash.shorts:
        pattern = speech.shortfalls[short.unit]
        yield pattern.format(wanted=short.wanted, room=short.room, over=short.over, coach=name(short.coach))
    yield from (reason(why, name, speech) for why in clash.whys)
    if not clash.proven:
        yield speech.unproven
