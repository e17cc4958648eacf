"""The twelve lamps for a person at a terminal: what is lit and why, what falls due, how it was before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from textwrap import wrap

from generator.derive.state.due import Due, What
from generator.derive.state.lamps import Lamp, Past, State, in_tune, readiness
from generator.reports.status.report import Dashboard

BESIDE = 15
"""Columns before the reasons, besides the name of the area: its sign and its state."""
NARROWEST = 24
CALLED = {
    What.REVIEW: "review of {}",
    What.DEADLINE: "deadline of {}",
    What.EXPIRY: "last day of {}",
    What.PERIOD: "last day of {}",
    What.PERMISSION: "permission of {}",
    What.CERTIFICATE: "certificate for {}",
    What.PRACTICE: "practice of {}",
    What.PIPELINE_REVIEW: "pipeline review",
    What.ACTION: "{}",
    What.ACCEPTED: "acceptance of {}",
}
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
    if board.hidden:
        areas = ", ".join(board.name(lamp.area) for lamp in board.hidden)
        lines += ["", f"The site for {board.site} shows less of: {areas}"]
    if board.due:
        lines += ["", "Due next", *(_due(one, board.on) for one in board.due)]
    if board.history:
        lines += ["", "By version", *_history(board)]
    return "\n".join(lines) + "\n"


def _lamp(lamp: Lamp, board: Dashboard) -> str:
    sign, colour = SIGNS[lamp.state]
    name, state = board.name(lamp.area), lamp.state.replace("-", " ")
    widest = max(len(board.name(each.area)) for each in board.lamps)
    head = f"  {_paint(sign, colour, board)} {name:<{widest}}  {_paint(f'{state:<8}', colour, board)} "
    return head + _wrapped(_why(lamp, board.on), board.width, before=widest + BESIDE)


def _wrapped(why: str, width: int, before: int) -> str:
    """In the last column alone, where there is room for it."""
    room = width - before
    return f"\n{' ' * before}".join(wrap(why, room, break_long_words=False)) if room >= NARROWEST else why


def _why(lamp: Lamp, today: datetime.date) -> str:
    if lamp.findings:
        more = len(lamp.findings) - 1
        return lamp.findings[0].complaint.message + (f"; {more} more" if more else "")
    if lamp.state is State.UNKNOWN:
        return "nothing was checked, since a file cannot be read"
    if lamp.state is State.MISSING:
        return "nothing is written about it yet"
    accepted = f", {lamp.accepted} accepted" if lamp.accepted else ""
    if lamp.state is State.DUE and lamp.due:
        return f"{_called(lamp.due)} is due {_when(lamp.due.on, today)}"
    due = f", next due {_when(lamp.due.on, today)}" if lamp.due else ""
    return f"{lamp.records} record{'s' if lamp.records != 1 else ''}{due}{accepted}"


def _due(due: Due, today: datetime.date) -> str:
    whose = f", {due.owner}" if due.owner else ""
    return f"  {due.on}  {_when(due.on, today):<13} {_called(due)}{whose}"


def _when(day: datetime.date, today: datetime.date) -> str:
    left = (day - today).days
    many = "" if abs(left) == 1 else "s"
    return f"{-left} day{many} ago" if left < 0 else f"in {left} day{many}" if left else "today"


def _called(due: Due) -> str:
    """What it is, by the name of the record: `review of Grow (grow-midmarket)`."""
    name = f"{due.label} ({due.record})" if due.label != due.record and due.label else due.record
    return CALLED[due.what].format(name)


def _history(board: Dashboard) -> Iterator[str]:
    """One sign a lamp, in the order of the areas, so that a column is an area."""
    widest = max(len(past.version) for past in [*board.history, Past("now", board.on, ())])
    for past in [*board.history, Past("now", board.on, board.lamps)]:
        signs = " ".join(_paint(*SIGNS[lamp.state], board) for lamp in past.lamps)
        yield f"  {past.version:<{widest}}  {past.on}  {signs}  {readiness(past.lamps):>3} %"


def _paint(text: str, code: str, board: Dashboard) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if board.colour else text
