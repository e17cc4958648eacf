"""What every check promises: a manual, a level, documented settings, and a name of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator.loading
from generator.checks import Rule, rules
from generator.finding import Level

RULES = list(rules().values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_manual_says_what_and_why(rule: Rule) -> None:
    first, _, rest = rule.manual.partition("\n\n")
    assert first.endswith(".") and "\n" not in first and len(first) <= 115
    assert len(rest.split()) >= 12, "the manual does not say why it matters"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_level_is_one(rule: Rule) -> None:
    assert isinstance(rule.level, Level) and rule.level is not Level.OFF


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_setting_is_explained(rule: Rule) -> None:
    for name in rule.settings:
        assert re.search(rf"^{name}: ", rule.manual, re.MULTILINE), f"the manual does not give a reason for `{name}`"


def test_every_problem_of_loading_has_a_rule() -> None:
    folder = Path(generator.loading.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    named = set(re.findall(r'Problem\(\s*"([a-z-]+)"', source)) | set(re.findall(r'_stop\(\s*"([a-z-]+)"', source))
    assert named and named <= {rule.id for rule in RULES if rule.area == "content"}
