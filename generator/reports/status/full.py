"""The twelve lamps for a person at a terminal: what is lit and why, what falls due, how it was before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from textwrap import wrap

from generator.derive.lamps import Due, Lamp, Past, State, in_tune, readiness
from generator.model.area import name_of
from generator.reports.status.report import Dashboard

LAST = 34
"""Where the reasons begin: sign, area and state stand before them."""
NARROWEST = 24
SIGNS = {
    State.MISSING: ("◌", "90"),
    State.UNKNOWN: ("◌", "90"),
    State.FAILING: ("▲", "31"),
    State.SUSPECT: ("◆", "31"),
    State.OVERDUE: ("◷", "33"),
    State.DUE: ("◷", "33"),
    State.IN_TUNE: ("✓", "32"),
}


def render(board: Dashboard) -> str:
    head = f"{in_tune(board.lamps)} of {len(board.lamps)} in tune"
    first = f"{_paint(head, '1', board)} on {board.on}, readiness {readiness(board.lamps)} %"
    lines = [first, "", *(_lamp(lamp, board) for lamp in board.lamps)]
    if board.since is not None:
        lines += ["", f"Lit between {board.since} and then", *(_lamp(lamp, board) for lamp in board.lit)]
        lines += [] if board.lit else ["  nothing more than today"]
    if board.due:
        lines += ["", "Due next", *(_due(one, board.on) for one in board.due)]
    if board.history:
        lines += ["", "By version", *_history(board)]
    return "\n".join(lines) + "\n"


def _lamp(lamp: Lamp, board: Dashboard) -> str:
    sign, colour = SIGNS[lamp.state]
    name, state = name_of(lamp.area), lamp.state.replace("-", " ")
    head = f"  {_paint(sign, colour, board)} {name:<20} {_paint(f'{state:<8}', colour, board)} "
    return head + _wrapped(_why(lamp, board.on), board.width)


def _wrapped(why: str, width: int) -> str:
    """In the last column alone, where there is room for it."""
    room = width - LAST
    return f"\n{' ' * LAST}".join(wrap(why, room, break_long_words=False)) if room >= NARROWEST else why


def _why(lamp: Lamp, today: datetime.date) -> str:
    if lamp.findings:
        more = len(lamp.findings) - 1
        return lamp.findings[0].complaint.message + (f"; {more} more" if more else "")
    if lamp.state is State.UNKNOWN:
        return "nothing was checked, since a file cannot be read"
    if lamp.state is State.MISSING:
        return "nothing is written about it yet"
    accepted = f", {lamp.accepted} accepted" if lamp.accepted else ""
    due = f", next review in {(lamp.due - today).days} days" if lamp.due else ""
    return f"{lamp.records} record{'s' if lamp.records != 1 else ''}{due}{accepted}"


def _due(due: Due, today: datetime.date) -> str:
    left = (due.on - today).days
    when = f"in {left} days" if left >= 0 else f"{-left} days ago"
    whose = f", {due.record.owner}" if due.record.owner else ""
    return f"  {due.on}  {when:<13} {due.record.label} ({due.record.id}){whose}"


def _history(board: Dashboard) -> Iterator[str]:
    """One sign a lamp, in the order of the areas, so that a column is an area."""
    widest = max(len(past.version) for past in [*board.history, Past("now", board.on, ())])
    for past in [*board.history, Past("now", board.on, board.lamps)]:
        signs = " ".join(_paint(*SIGNS[lamp.state], board) for lamp in past.lamps)
        yield f"  {past.version:<{widest}}  {past.on}  {signs}  {readiness(past.lamps):>3} %"


def _paint(text: str, code: str, board: Dashboard) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if board.colour else text
