"""The twelve lamps for other programs: a dashboard, a bot, a spreadsheet."""

from __future__ import annotations

import datetime
import json
from typing import Any

from generator.derive.state.lamps import Lamp, in_tune, readiness
from generator.reports.status.report import Dashboard

VERSION = 1
"""Changes when a field is renamed or taken away; new fields do not count."""


def render(board: Dashboard) -> str:
    data: dict[str, Any] = {
        "version": VERSION,
        "as_of": board.on.isoformat(),
        "in_tune": in_tune(board.lamps),
        "readiness": readiness(board.lamps),
        "lamps": [_lamp(lamp, board.on) for lamp in board.lamps],
        "due": [
            {
                "record": one.record,
                "what": one.what.value,
                "label": one.label,
                "owner": one.owner,
                "on": one.on.isoformat(),
                "days": (one.on - board.on).days,
            }
            for one in board.due
        ],
        "history": [
            {
                "version": past.version,
                "on": past.on.isoformat(),
                "readiness": readiness(past.lamps),
                "lamps": {lamp.area: lamp.state.value for lamp in past.lamps},
            }
            for past in board.history
        ],
    }
    if board.since is not None:
        data |= {"since": board.since.isoformat(), "lit": [lamp.area for lamp in board.lit]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _lamp(lamp: Lamp, today: datetime.date) -> dict[str, Any]:
    return {
        "area": lamp.area,
        "state": lamp.state.value,
        "records": lamp.records,
        "accepted": lamp.accepted,
        "due": lamp.due.on.isoformat() if lamp.due else None,
        "days": (lamp.due.on - today).days if lamp.due else None,
        "reasons": [
            {
                "rule": one.rule,
                "message": one.complaint.message,
                "file": one.location.file,
                "line": one.location.line,
                "record": one.complaint.record,
                "help": one.complaint.help,
            }
            for one in lamp.findings
        ],
    }
