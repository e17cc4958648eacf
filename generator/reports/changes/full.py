"""What changed between two versions, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.history.changes import Change
from generator.reports.changes.report import News, became, records_in, shown, some, told


def render(news: News) -> str:
    lines = [news.heading[0].upper() + news.heading[1:], ""]
    lines += [news.caution[0].upper() + news.caution[1:], ""] if news.caution else []
    for area, changes in news.by_area():
        if news.first:
            lines.append(f"  {area}: {records_in(changes)}")
            continue
        lines += [area, *(line for change in changes for line in _change(change, news)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _change(change: Change, news: News) -> Iterator[str]:
    yield f"  {change.label} ({change.id}), {became(change)}{_since(change)}"
    if change.note:
        yield f"    {change.note}"
    for field in shown(change):
        name = field.name.replace("_", " ")
        yield f"    {name}: " + told(field).replace("\n", "\n" + " " * (len(name) + 6))
    for old, new in change.instead:
        yield f"    not any more: {old}"
        yield f"    say instead:  {new or 'nothing'}"
    if change.affects:
        yield f"    concerns {some(news.reached(change))}"
    if people := news.concerned(change):
        yield f"    for {some(people)}"
    for hire, module in change.lapsed:
        yield f"    sign-off lapses: {news.labels.get(hire, hire)} on {news.labels.get(module, module)}"


def _since(change: Change) -> str:
    return f", from {change.starts}" if change.starts else ""
