"""What to say instead of what is not said any more."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.derive.messages import find_said
from generator.loading import load
from generator.model.settings import Settings

TODAY = datetime.date(2026, 11, 23)
MESSAGING = """\
messages:
  - {id: one, title: One, part: pillar, text: We are fast., status: retired}
  - {id: two, title: Two, part: pillar, text: We save you an hour a day., supersedes: one}
  - {id: left, title: Left, part: pillar, text: We are near., status: retired}
retired:
  - {id: old, text: We are the cheapest in town., since: 2026-11-01, replaced_by: one}
  - {id: older, text: We are round the corner., since: 2026-11-01, replaced_by: left}
"""


def test_what_took_its_place_and_was_given_up_itself_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "messaging.yml").write_text(MESSAGING, encoding="utf-8")
    offers = find_said(load(Settings(tmp_path, TODAY, (tmp_path / "content",))).playbook, TODAY).offers
    assert offers["old"] == offers["one"] == "We save you an hour a day."
    assert offers["older"] == offers["left"] == ""
