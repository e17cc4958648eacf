"""What a change reaches, as a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.state.impact import Change, Touched
from generator.reports.impact.report import Reach, said, way, what_changed

MOST = 40
"""Rows of a table; a comment that nobody reads to its end moves nobody. The heading has the whole count."""


def render(reach: Reach) -> str:
    lines = [f"### {reach.heading[0].upper()}{reach.heading[1:]}", ""]
    lines += [line for change in reach.impact.changes for line in _change(change)]
    rest = sorted(reach.impact.concerned, key=lambda one: not one.waits)
    lines += _table("Rest on it" if all(one.rests for one in rest) else "Rest on it or name what is gone", rest, reach)
    pointing = [one for one in reach.impact.touched if one not in rest]
    lines += _table("Point there without resting on it", pointing, reach)
    return "\n".join(lines).rstrip() + "\n"


def _change(change: Change) -> Iterator[str]:
    yield f"- **{_cell(change.label)}** (`{change.id}`), {change.how}"
    yield from (f"  - `{line.replace('`', chr(39))}`" for line in what_changed(change))


def _table(title: str, touched: list[Touched], reach: Reach) -> Iterator[str]:
    if not touched:
        return
    yield from ("", f"**{title}: {len(touched)}**", "", "| Record | Owner | Why | State |", "|---|---|---|---|")
    for one in touched[:MOST]:
        owner = reach.people.get(one.record.owner or "", one.record.owner or "nobody")
        yield f"| {_cell(one.record.label)} (`{one.record.id}`) | {_cell(owner)} | {way(one)} | {said(one)} |"
    if len(touched) > MOST:
        yield f"| and {len(touched) - MOST} more | | | |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")
