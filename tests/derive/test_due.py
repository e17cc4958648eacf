"""Everything that falls due has its day, its owner and its readers, and its lamp turns amber before it passes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.derive.audiences.audience import seen_by
from generator.derive.facts import Facts
from generator.derive.state.due import Due, What, find_due
from generator.derive.state.lamps import State, find_lamps
from generator.loading import load
from generator.model.settings import Settings
from generator.model.words import Audience

FILES = {
    "company": """\
people:
  - {id: liv, name: Liv Torstad, job: sells, role: ae}
  - {id: gone, name: Gone Long, job: sold, left: 2026-01-01}
roles: [{id: ae, title: Account executive}]
accepted:
  - {rule: message-unused, because: Until the reprint., by: liv, until: 2026-12-20}
  - {rule: metric-purposeless, record: won, because: Until spring., by: liv, until: 2026-12-21}
""",
    "objectives": """\
objectives:
  - {id: grow, title: Grow, statement: Win 90 distributors., deadline: 2026-12-01, owner: liv}
  - {id: old, title: Old, statement: Win 60 distributors., deadline: 2026-12-01, status: retired}
""",
    "differentiation": """\
differentiators:
  - {id: desk, title: A person answers, claim: A person answers., sort: company, expires: 2026-12-15}
""",
    "messaging": """\
messages:
  - {id: summer, title: Summer, text: Beat the heat., expires: 2026-08-31}
  - {id: tagline, title: Tagline, text: Cold stays cold., effective: 2026-06-01, review_every: 365 days}
""",
    "metrics": """\
metrics: [{id: won, title: Won, definition: Deals won., audience: leader}]
""",
    "references": """\
references: [{id: fisk, title: Fisk, company: Fisk, permission: {name: true, expires: 2027-03-01}}]
""",
    "performance": """\
expectations:
  - {id: q3, title: Third quarter, role: ae, starts: 2026-07-01, ends: 2026-09-30}
  - {id: q4, title: Fourth quarter, role: ae, starts: 2026-10-01, ends: 2026-12-31}
""",
    "pipeline": """\
owner: liv
review_cadence: 2 weeks
reviews:
  - id: rev
    title: November
    on: 2026-11-17
    actions:
      - {what: Ask for the three sites, who: liv, due: 2026-11-27}
      - {what: Call Fisk, who: liv, due: 2026-11-20, done: 2026-11-19}
""",
    "skills": """\
skills:
  - {id: demo, title: Demo, recertify_every: 365 days}
  - {id: calls, title: Calls, practise_every: 28 days, coach: liv}
  - {id: numbers, title: Numbers, practise_every: 28 days, coach: liv}
training_held:
  - {on: 2026-11-10, skill: calls}
  - {on: 2026-11-05, skill: numbers}
sessions:
  - {on: 2026-12-17, skill: calls}
  - {on: 2026-11-25, skill: numbers}
certificates:
  - {person: liv, skill: demo, on: 2024-11-30, level: 2}
  - {person: liv, skill: demo, on: 2025-11-30, level: 2}
  - {person: gone, skill: demo, on: 2025-11-30, level: 2}
""",
}


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    for area, text in FILES.items():
        (tmp_path / f"{area}.yml").write_text(text, encoding="utf-8")
    day = datetime.date(2026, 11, 23)
    loaded = load(Settings(tmp_path, day, (tmp_path,)))
    assert not loaded.problems
    return Facts(loaded.playbook, day)


def _said(due: Due) -> tuple[str, What, str, str]:
    return due.on.isoformat(), due.what, due.record, due.owner


def test_each_day_that_somebody_set_or_promised_is_there_the_nearest_first(facts: Facts) -> None:
    assert [_said(due) for due in facts.due] == [
        ("2026-11-27", What.ACTION, "rev", "liv"),
        ("2026-11-30", What.CERTIFICATE, "demo", "liv"),
        ("2026-12-01", What.DEADLINE, "grow", "liv"),
        ("2026-12-01", What.PIPELINE_REVIEW, "pipeline", "liv"),
        ("2026-12-03", What.PRACTICE, "numbers", "liv"),
        ("2026-12-15", What.EXPIRY, "desk", ""),
        ("2026-12-17", What.PRACTICE, "calls", "liv"),
        ("2026-12-20", What.ACCEPTED, "message-unused", "liv"),
        ("2026-12-21", What.ACCEPTED, "won", "liv"),
        ("2026-12-31", What.PERIOD, "q4", ""),
        ("2027-03-01", What.PERMISSION, "fisk", ""),
        ("2027-06-01", What.REVIEW, "tagline", ""),
    ]


def test_who_may_not_read_of_a_certificate_is_not_told_of_its_day(facts: Facts) -> None:
    due = find_due(seen_by(facts.playbook, Audience.SALES), facts.standings, facts.today)
    assert What.CERTIFICATE not in {one.what for one in due} and What.DEADLINE in {one.what for one in due}
    assert "won" not in {one.record for one in due}, "nor what is put up with in a record of leaders"


def test_a_lamp_turns_amber_a_fortnight_before_and_says_what_is_next(facts: Facts) -> None:
    lamps = {lamp.area: lamp for lamp in find_lamps(facts, (), facts.due)}
    amber = {area for area, lamp in lamps.items() if lamp.state is State.DUE}
    assert amber == {"objectives", "pipeline", "skills"}
    assert lamps["differentiation"].state is State.IN_TUNE
    assert lamps["differentiation"].due == facts.due[5] and lamps["objectives"].due == facts.due[2]
