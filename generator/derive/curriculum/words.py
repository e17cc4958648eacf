"""Says in English why a module lies where it does, and which wishes clash."""

from __future__ import annotations

from collections.abc import Callable

from generator.derive.curriculum.result import Cause, Clash, Misfit, Placement, Why

Name = Callable[[str], str]
"""What to call the thing with an id."""

REASONS = {
    Cause.HAND: "placed by hand on day {number}",
    Cause.NEED: "after {subject} (day {number})",
    Cause.MOMENT: "before {subject} (day {number})",
    Cause.PACE: "not before day {number}, so that it is fresh",
    Cause.WEEK: "no room up to week {number}",
    Cause.DAY: "enough on the days up to {number}",
    Cause.COACH: "{subject} has no time up to week {number}",
    Cause.FREE: "the first day with room",
}

CLASHES = {
    Misfit.MOMENT: "{first} lies on day {found}, and {subject} comes on day {number}",
    Misfit.NEED: "{first} lies on day {number}, before {subject} on day {found}, which it needs",
    Misfit.WEEK: "week {number} holds {found} minutes, {over} more than the {limit} that fit",
    Misfit.DAY: "day {number} holds {found} modules, {over} more than the {limit} that fit",
    Misfit.COACH: "week {number} asks {found} minutes of {subject}, {over} more than the {limit} there are",
    Misfit.WEEKS: "the modules last {found} weeks, {over} longer than the {limit} of the programme",
    Misfit.CIRCLE: "modules need each other in a circle: {circle}",
    Misfit.BEGINNING: "{first} was put on day {limit}; days are counted from 1",
}


def why_there(placement: Placement, name: Name) -> str:
    """`before First own call (day 10), after Why we exist (day 1)`."""
    return ", ".join(reason(why, name) for why in placement.whys)


def reason(why: Why, name: Name) -> str:
    return REASONS[why.cause].format(subject=name(why.subject), number=why.number)


def clash_in_words(clash: Clash, name: Name) -> str:
    """One line without a final stop; for a client moment also what stood in the way."""
    said = CLASHES[clash.misfit].format(
        first=name(clash.modules[0]) if clash.modules else "",
        subject=name(clash.subject),
        number=clash.number,
        found=clash.found,
        limit=clash.limit,
        over=clash.over,
        circle=" needs ".join(name(module) for module in (*clash.modules, *clash.modules[:1])),
    )
    return said + _room(clash) + "".join(f"; {reason(why, name)}" for why in clash.whys)


def _room(clash: Clash) -> str:
    if clash.misfit is not Misfit.MOMENT or clash.wanted <= clash.room:
        return ""
    return f"; by then {clash.wanted} minutes are due and {clash.room} fit, {clash.wanted - clash.room} too many"
