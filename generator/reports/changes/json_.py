"""What changed between two versions, for other programs."""

from __future__ import annotations

import json
from typing import Any

from generator.derive.history.changes import Change
from generator.reports.changes.report import News

VERSION = 1
"""Changes when a field is renamed or taken away; new fields do not count."""


def render(news: News) -> str:
    data = {
        "version": VERSION,
        "from": news.old,
        "to": news.new,
        "first": news.first,
        "mistakes": dict(news.mistakes),
        "changes": [_change(change, news) for change in news.changes],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _change(change: Change, news: News) -> dict[str, Any]:
    return {
        "id": change.id,
        "was_id": change.was_id,
        "label": change.label,
        "area": change.area,
        "what": change.what.value,
        "owner": change.owner,
        "from": change.starts.isoformat() if change.starts else "",
        "note": change.note,
        "fields": [{"name": field.name, "was": field.was, "now": field.now} for field in change.fields],
        "instead": [{"was": old, "now": new} for old, new in change.instead],
        "affects": list(change.affects),
        "people": news.concerned(change),
        "lapsed": [{"hire": hire, "module": module} for hire, module in change.lapsed],
    }
