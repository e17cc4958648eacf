"""Line of sight, coverage, cards and the map, on the smallest company that has a gap in each."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.derive.coverage import find_coverage
from generator.derive.facts import Facts
from generator.derive.ground import find_ground
from generator.derive.hires.cards import find_cards
from generator.derive.sight import COLUMNS, find_sight
from generator.loading import load
from generator.model.settings import Settings

COMPANY = """\
products: [{id: track, title: Track}, {id: audit, title: Audit}]
segments: [{id: food, title: Food}, {id: pharmacy, title: Pharmacy}]
circumstances: [{id: first-time, title: First time}, {id: gift, title: Gift, target: false}]
roles: [{id: ae, title: Account executive}]
"""
OBJECTIVES = """\
objectives:
  - {id: grow, title: Grow, statement: Win 90 food distributors., metric: met-new, weight: 70, segments: [food]}
  - {id: keep, title: Keep, statement: Keep every pharmacy., weight: 30, segments: [pharmacy]}
  - {id: old, title: Old, statement: Win 60., status: retired}
"""
REST = {
    "metrics": "metrics: [{id: met-new, title: New clients, definition: Contracts signed.}]",
    "compensation": """\
plans:
  - {id: pay-ae, title: Pay, role: ae, version: '1',
     components: [{id: pc-new, title: New, weight: 100, objective: grow}]}
""",
    "ideal-client": """\
profiles:
  - {id: icp, title: Distributor, summary: Twenty lorries and a night., segments: [food], based_on: [grow],
     disqualifiers: [{what: Fewer than twelve lorries}, {what: Slow to answer, hard: false}]}
""",
    "messaging": """\
messages:
  - {id: msg, title: Tagline, text: Cold until the door., part: tagline, based_on: [icp], proof: [ref]}
""",
    "references": """\
references: [{id: ref, title: Fisk, company: Fisk, products: [track], circumstances: [first-time], segments: [food]}]
""",
    "rap": "modules: [{id: mod, title: Say it, teaches: [msg]}]",
}


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    for area, text in {"company": COMPANY, "objectives": OBJECTIVES, **REST}.items():
        (tmp_path / f"{area}.yml").write_text(text, encoding="utf-8")
    day = datetime.date(2026, 11, 23)
    loaded = load(Settings(tmp_path, day, (tmp_path,)))
    assert not loaded.problems
    return Facts(loaded.playbook, day)


def test_a_line_of_sight_is_followed_step_by_step_and_every_gap_is_named(facts: Facts) -> None:
    grow, keep = find_sight(facts)
    assert dict(grow.cells) == {
        "metric": ("met-new",),
        "pay": ("pay-ae",),
        "client": ("icp",),
        "message": ("msg",),
        "differentiator": (),
        "reference": ("ref",),
        "module": ("mod",),
        "skill": (),
    }
    assert grow.gaps == ("differentiator", "skill")
    assert keep.gaps == tuple(COLUMNS)


def test_places_count_where_an_ideal_client_can_be_and_the_weightiest_gap_comes_first(facts: Facts) -> None:
    coverage = find_coverage(facts)
    covered = {(cell.place.product, cell.place.segment): cell.references for cell in coverage.cells}
    assert covered == {("track", "food"): ("ref",), ("audit", "food"): ()}, "pharmacies are in no profile, gifts no aim"
    first, second = coverage.recruit
    assert (first.place.product, first.objectives, first.weight) == ("audit", ("grow",), 70)
    assert second.references == ("ref",), "a single one is thin: when they rest, nobody is there"


def test_a_place_that_only_its_segment_leaves_empty_is_told_from_one_that_nobody_covers(tmp_path: Path) -> None:
    wide = REST["ideal-client"].replace("segments: [food]", "segments: [food, pharmacy]")
    for area, text in {"company": COMPANY, **REST, "ideal-client": wide}.items():
        (tmp_path / f"{area}.yml").write_text(text, encoding="utf-8")
    day = datetime.date(2026, 11, 23)
    coverage = find_coverage(Facts(load(Settings(tmp_path, day, (tmp_path,))).playbook, day))
    empty = {(cell.place.product, cell.place.segment): cell.other for cell in coverage.cells if not cell.references}
    assert empty == {("track", "pharmacy"): ("ref",), ("audit", "food"): (), ("audit", "pharmacy"): ()}


def test_an_edit_changes_the_card(facts: Facts, tmp_path: Path) -> None:
    cards = [card for card in find_cards(facts) if card.by_heart]
    assert [card.ask for card in cards] == ["say", "objectives", "client", "walk-away"]
    assert cards[1].answer == ("Win 90 food distributors.", "Keep every pharmacy."), "the retired one is not asked"
    assert cards[3].answer == ("Fewer than twelve lorries",)
    path = tmp_path / "objectives.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Win 90", "Win 108"), encoding="utf-8")
    edited = Facts(load(Settings(tmp_path, facts.today, (tmp_path,))).playbook, facts.today)
    after = [card for card in find_cards(edited) if card.by_heart]
    assert after[1].answer[0] == "Win 108 food distributors." and after[1].digest != cards[1].digest
    assert after[0] == cards[0] and after[3] == cards[3], "what did not change is still known"


def test_the_foundation_stands_left_of_what_rests_on_it(facts: Facts) -> None:
    ground = find_ground(facts)
    assert {stone.id: stone.layer for stone in ground.stones} == {"grow": 0, "icp": 1, "msg": 2}
    assert ground.rests == (("icp", "grow"), ("msg", "icp"))


def test_a_circle_is_drawn_and_not_followed_for_ever(tmp_path: Path) -> None:
    text = """\
objectives:
  - {id: a, title: A, statement: A., based_on: [c]}
  - {id: b, title: B, statement: B., based_on: [a]}
  - {id: c, title: C, statement: C., based_on: [b]}
"""
    (tmp_path / "objectives.yml").write_text(text, encoding="utf-8")
    day = datetime.date(2026, 11, 23)
    ground = find_ground(Facts(load(Settings(tmp_path, day, (tmp_path,))).playbook, day))
    assert len(ground.stones) == 3 and len(ground.rests) == 3
