"""Runs every case: `<rule>/flags-….yml` must be found by that rule, `<rule>/accepts-….yml` must not.

A case is the smallest believable content: `content:` holds areas by name, `says:` a piece of what
the finding must say, `times:` how often it must be found, `today:` the day, `lock:` the reviews on record,
`materials:` the text files of messaging sources, `baseline:` the drift that is known, `level:` and `at:`
how grave the finding is and where it stands.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import look
from generator.checks import rules
from generator.finding import Finding
from generator.loading.syntax.compose import compose
from generator.model.settings import Settings

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.yml"))


class Plain(yaml.SafeLoader):
    """Reads `on` as a word, as the product does, where YAML 1.1 reads it as true."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if first not in "oOyYnN" or tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(case: Path, tmp_path: Path) -> None:
    node, wrong = compose(case.read_text(encoding="utf-8"), case.name)
    assert node is not None and not wrong
    said = node.data
    findings = _findings(said, tmp_path)
    found = [f for f in findings if f.rule == case.parent.name and f.accepted is None]
    if case.stem.startswith("flags-"):
        assert len(found) == said.get("times", 1), found
        assert all(one.location.file and one.complaint.help for one in found), "a finding has a place and a cure"
        assert not any(one.complaint.message.endswith((".", "!", "?")) for one in found), "a message has no final stop"
        assert {said.get("level", one.level.value) for one in found} == {one.level.value for one in found}
        assert not said.get("at") or str(found[0].location) == said["at"]
        for piece in _list(said.get("says", [])):
            assert any(piece in f"{one.complaint.message}; {one.complaint.help}" for one in found), found
    else:
        assert not found
    strangers = [f for f in findings if f.area == "content" and f.rule != case.parent.name]
    assert not strangers, "the case itself is not well written"


def test_a_field_that_could_not_be_read_makes_no_question_outdated(tmp_path: Path) -> None:
    about = {
        "question": "By when?",
        "answer": "June.",
        "about": "grow",
        "field": "deadline",
        "holds_while": "2027-06-30",
    }
    module = {"id": "market", "title": "Market", "assessment": {"sort": "quiz", "questions": [about]}}
    goal = {"id": "grow", "title": "Grow", "statement": "Grow.", "deadline": "end of June 2027"}
    said = {"objectives": {"objectives": [goal]}, "rap": {"modules": [module]}}
    rules_of = [one.rule for one in _findings({"content": said}, tmp_path)]
    assert "bad-date" in rules_of and "quiz-outdated" not in rules_of, "one finding for one mistake"


@pytest.mark.parametrize("rule", [rule for rule in rules() if rules()[rule].area != "content"])
def test_every_rule_has_both_kinds_of_case(rule: str) -> None:
    kinds = {path.stem.partition("-")[0] for path in (HERE / rule).glob("*.yml")}
    assert kinds == {"flags", "accepts"}


def test_every_folder_of_cases_belongs_to_a_rule() -> None:
    assert {path.parent.name for path in CASES} <= set(rules())


def _findings(said: dict[str, Any], root: Path) -> list[Finding]:
    content = root / "content"
    content.mkdir()
    (content / "company.yml").write_text((HERE / "_company.yml").read_text(encoding="utf-8"), encoding="utf-8")
    for area, data in said["content"].items():
        (content / f"{area}.yml").write_text(
            yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
    for name, text in said.get("materials", {}).items():
        file = content / "materials" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    if "baseline" in said:
        text = json.dumps({"version": 1, "known": said["baseline"]})
        (content / "baseline.lock.json").write_text(text, encoding="utf-8")
    if "lock" in said:
        (content / "reviews.lock.yml").write_text(yaml.safe_dump(said["lock"]), encoding="utf-8")
    today = datetime.date.fromisoformat(said.get("today", "2026-11-23"))
    return look(Settings(root, today, (content,))).findings


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
