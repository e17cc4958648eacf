"""What changed between two versions, for a release's notes, a chat or a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.history.changes import BETWEEN, Change
from generator.reports.changes.report import News, became, records_in, shown, some, told


def render(news: News) -> str:
    lines = [f"### {news.heading[0].upper()}{news.heading[1:]}", ""]
    lines += [f"**{_said(news.caution[0].upper() + news.caution[1:])}.**", ""] if news.caution else []
    for area, changes in news.by_area():
        if news.first:
            lines.append(f"- {area}: {records_in(changes)}")
            continue
        lines += [f"#### {area}", "", *(line for change in changes for line in _change(change, news)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _change(change: Change, news: News) -> Iterator[str]:
    since = f", from {change.starts}" if change.starts else ""
    note = f": {_said(change.note)}" if change.note else ""
    yield f"- **{_said(change.label)}** (`{change.id}`), {became(change)}{since}{note}"
    for field in shown(change):
        yield f"  - {field.name.replace('_', ' ')}: {_marked(told(field))}"
    for old, new in change.instead:
        yield f"  - not any more: ~~{_said(old)}~~" + (f"; say instead: **{_said(new)}**" if new else "")
    if change.affects:
        yield f"  - concerns {some([_said(name) for name in news.reached(change)])}"
    if people := news.concerned(change):
        yield f"  - for {some([_said(name) for name in people])}"
    for hire, module in change.lapsed:
        yield f"  - sign-off lapses: {_said(news.labels.get(hire, hire))} on {_said(news.labels.get(module, module))}"


def _marked(text: str) -> str:
    """What went struck out, what came in bold, the items of a list kept apart."""
    text = re.sub(r"\[-(.*?)-\]", r"~~\1~~", _said(text.replace("\n", BETWEEN)), flags=re.S)
    return re.sub(r"\{\+(.*?)\+\}", r"**\1**", text, flags=re.S)


def _said(text: str) -> str:
    """In one line, harmless where HTML is understood, and nobody is notified by an `@`."""
    return " ".join(text.replace("&", "&amp;").replace("<", "&lt;").replace("@", "@\u200b").split())
