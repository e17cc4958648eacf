"""What a change reaches, for other programs."""

from __future__ import annotations

import json
from typing import Any

from generator.derive.state.impact import Touched
from generator.reports.impact.report import Reach, what_changed

VERSION = 1
"""Changes when a field is renamed or taken away; new fields do not count."""


def render(reach: Reach) -> str:
    changes = [
        {"id": change.id, "label": change.label, "how": change.how.value, "fields": what_changed(change)}
        for change in reach.impact.changes
    ]
    data = {
        "version": VERSION,
        "since": reach.since,
        "summary": reach.heading,
        "changes": changes,
        "waiting": len(reach.impact.waiting),
        "touched": [_touched(one) for one in reach.impact.touched],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _touched(one: Touched) -> dict[str, Any]:
    return {
        "id": one.record.id,
        "kind": one.record.KIND,
        "label": one.record.label,
        "owner": one.record.owner or "",
        "file": one.record.at().file,
        "line": one.record.at().line,
        "rests": one.rests,
        "path": list(one.path),
        "state": one.standing.state.value,
        "waits": one.waits,
    }
