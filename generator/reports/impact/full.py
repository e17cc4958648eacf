"""What a change reaches, for people at a terminal: what moved, who must look at what, what only points there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.state.impact import Change, How, Touched
from generator.reports.impact.report import Reach, said, way, what_changed

SIGNS = {"reviewed": "✓", "suspect": "◆", "affected": "◇", "unreviewed": "◌"}


def render(reach: Reach) -> str:
    lines = [reach.heading[0].upper() + reach.heading[1:], ""]
    lines += [line for change in reach.impact.changes for line in _change(change)]
    asked = any(change.how is How.ASKED for change in reach.impact.changes)
    rest = tuple(one for one in reach.impact.touched if one.rests)
    title = "To look at, by owner" if asked else "Not looked at since, by owner"
    lines += _list(title, rest if asked else reach.impact.waiting, reach, asked=asked, with_state=not asked)
    if not asked:
        lines += _list("Looked at since", tuple(one for one in rest if not one.waits), reach)
    pointing = tuple(one for one in reach.impact.touched if not one.rests and not one.waits)
    lines += _list("Point there without resting on it", pointing, reach)
    return "\n".join(lines).rstrip() + "\n"


def _change(change: Change) -> Iterator[str]:
    yield f"  {change.label} ({change.id}), {change.how}"
    yield from (f"    {line}" for line in what_changed(change))
    yield ""


def _list(
    title: str, touched: tuple[Touched, ...], reach: Reach, *, asked: bool = False, with_state: bool = False
) -> Iterator[str]:
    if not touched:
        return
    yield f"{title}: {len(touched)}"
    for owner, ones in reach.by_owner(touched).items():
        yield f"  {owner}"
        for one in ones:
            state = f", {said(one)}" if with_state else ""
            yield f"    {'·' if asked else _sign(one)} {one.record.label} ({one.record.id}) {way(one)}{state}"
    yield ""


def _sign(one: Touched) -> str:
    if one.gone:
        return "▲" if len(one.path) == 2 else SIGNS["affected"]
    return SIGNS[one.standing.state] if one.rests else "→"
