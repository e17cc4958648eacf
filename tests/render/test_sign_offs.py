"""The manager's pages judge a sign-off by the whole playbook, not by what is left of it for a manager."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from generator.areas.rap import Module, Rap
from generator.build import site
from generator.derive.facts import Facts
from generator.derive.hires.sign_offs import taught
from generator.loading import load
from generator.model.settings import Settings
from generator.model.words import Audience

DAY = datetime.date(2026, 11, 23)
COMPANY = "name: Acme\npeople: [{id: ann, name: Ann Holm, job: Leads}]\nroles: [{id: ae, title: Account executive}]\n"
OBJECTIVES = "owner: ann\nobjectives: [{id: grow, title: Grow, statement: Win ten clients, STATE}]\n"
RAP = """\
owner: ann
tracks: [{id: track, title: Track, role: ae}]
modules: [{id: goals, title: Our goals, teaches: [grow]}]
hires: [{id: zoe, name: Zoe Lund, role: ae, start: 2026-11-16}]
"""


@pytest.mark.parametrize("state", ["status: draft", "audience: leader"])
def test_what_managers_may_not_read_has_not_changed_for_them(tmp_path: Path, state: str) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "company.yml").write_text(COMPANY, encoding="utf-8")
    (content / "objectives.yml").write_text(OBJECTIVES.replace("STATE", state), encoding="utf-8")
    (content / "rap.yml").write_text(RAP, encoding="utf-8")
    settings = Settings(tmp_path, DAY, (content,), audience=Audience.MANAGER)
    facts = Facts(load(settings).playbook, DAY)
    (module,) = facts.playbook.of(Module)
    line = f'sign_offs: [{{hire: zoe, module: goals, on: 2026-11-20, by: ann, fingerprint: "{taught(facts, module)}"}}]'
    (content / "rap.yml").write_text(RAP + line, encoding="utf-8")
    assert _again(settings) == (False, False)
    changed = OBJECTIVES.replace("ten", "twelve").replace("STATE", state)
    (content / "objectives.yml").write_text(changed, encoding="utf-8")
    assert _again(settings) == (True, True)


def test_what_was_signed_under_an_id_of_before_counts_and_its_address_leads_on(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    signed = "sign_offs: [{hire: zoe, module: aims, on: 2026-11-20, by: ann}]\n"
    words = "only_words: [{module: aims, on: 2026-11-20, by: ann, because: A slip, was: 't1:a', now: 't1:b'}]\n"
    rap = RAP.replace("{id: goals,", "{id: goals, formerly: [aims],").replace("teaches: [grow]", "sign_off: manager")
    (content / "company.yml").write_text(COMPANY, encoding="utf-8")
    (content / "rap.yml").write_text(rap + signed + words, encoding="utf-8")
    seen, made = site(Settings(tmp_path, DAY, (content,), audience=Audience.MANAGER))
    assert "broken-reference" not in {finding.rule for finding in seen.findings}
    assert [one.module for one in made.book.area(Rap).sign_offs] == ["goals"]
    assert "[Our goals](goals.md)" in made.pages["onboarding/modules/aims.md"]
    assert "aims" not in str(made.nav)


def test_a_coach_is_not_named_as_the_signer_where_the_manager_signs(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    rap = RAP.replace("teaches: [grow]", "sign_off: manager, coach: ann, coach_minutes: 30")
    (content / "company.yml").write_text(COMPANY, encoding="utf-8")
    (content / "rap.yml").write_text(rap, encoding="utf-8")
    page = site(Settings(tmp_path, DAY, (content,)))[1].pages["onboarding/modules/goals.md"]
    lists = dict(re.findall(r"^(.+)\n:   (.+)$", page, re.MULTILINE))
    assert "Ann Holm" not in lists["Signed by"] and "Ann Holm" in lists["Coach"]


def _again(settings: Settings) -> tuple[bool, bool]:
    """Whether the cohort and the list of sign-offs ask for something to be shown again."""
    pages = site(settings)[1].pages
    listed = "tu-state--suspect" in pages["onboarding/sign-offs.md"]
    return "One must show something again" in pages["onboarding/cohort.md"], listed
