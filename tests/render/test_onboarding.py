"""The pages of the onboarding as they are written: names of tracks, who signs, the words of the language."""

from __future__ import annotations

import datetime
import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.build import site
from generator.model.settings import Settings
from generator.model.words import Audience

DAY = datetime.date(2026, 11, 23)
COMPANY = (
    "name: Acme\npeople: [{id: ann, name: Ann Holm, job: Leads}]\n"
    "roles: [{id: ae, title: Account executive}, {id: csm, title: Success manager}]\n"
)
OBJECTIVES = "owner: ann\nobjectives: [{id: grow, title: Grow, statement: Win ten clients}]\n"
RAP = """\
owner: ann
calendars:
  - {id: cal-no, title: Bergen, country: "NO", working_days: [monday, friday]}
  - {id: cal-de, title: Germany, country: DE}
tracks:
  - {id: ae-no, title: AE Norway, role: ae, calendar: cal-no, weeks: 2}
  - {id: ae-de, title: AE Germany, role: ae, calendar: cal-de}
  - {id: cs, title: Success, role: csm, calendar: cal-de}
modules:
  - {id: goals, title: Our goals, teaches: [grow], based_on: [grow], sign_off: coach, format: talk, day: 1}
  - {id: calls, title: Calls, sign_off: coach, coach: ann, format: live, day: 7}
  - {id: alone, title: Alone, format: read, day: 2}
hires: [{id: zoe, name: Zoe Lund, role: ae, start: 2026-11-16, track: ae-de}]
"""


def made(root: Path, rap: str = RAP, language: str = "en") -> dict[str, str]:
    """The pages by their path."""
    content = root / "content"
    content.mkdir()
    for name, text in (("company", COMPANY), ("objectives", OBJECTIVES), ("rap", rap)):
        (content / f"{name}.yml").write_text(text, encoding="utf-8")
    return dict(site(Settings(root, DAY, (content,), audience=Audience.LEADER, language=language))[1].pages)


def told(page: str) -> dict[str, Any]:
    """What a page tells its script."""
    found = re.search(r"data-told='(.+?)'", page)
    assert found
    data: dict[str, Any] = json.loads(html.unescape(found[1]))
    return data


def test_two_tracks_of_a_role_are_told_by_their_own_titles(tmp_path: Path) -> None:
    pages = made(tmp_path)
    overview = pages["onboarding/index.md"]
    assert list(re.findall(r"\*\*\[(.+?)\]", overview)) == ["AE Norway", "AE Germany", "Success manager"]
    assert {id: one["role"] for id, one in told(overview)["tracks"].items()} == {
        "ae-no": "AE Norway",
        "ae-de": "AE Germany",
        "cs": "Success manager",
    }
    assert "# AE Norway: " in pages["onboarding/ae-no.md"]
    assert "AE Norway: module 1 of 3" in pages["onboarding/modules/goals.md"]
    assert "AE Germany" in pages["onboarding/cohort.md"] and "Account executive" not in pages["onboarding/cohort.md"]
    assert "[AE Norway]" in pages["onboarding/week.md"]


def test_the_one_who_signs_is_named_alike_everywhere(tmp_path: Path) -> None:
    """Where a coach should sign and none is named, it is the manager, as for `tuneup sign`."""
    pages = made(tmp_path)
    signers = {
        name: told(pages["onboarding/index.md"])["modules"][name]["signs"] for name in ("goals", "calls", "alone")
    }
    assert signers == {"goals": "your manager", "calls": "Ann Holm", "alone": ""}
    lines = {
        name: dict(re.findall(r"^(.+)\n:   (.+)$", pages[f"onboarding/modules/{name}.md"], re.MULTILINE))["Signed by"]
        for name in signers
    }
    assert lines == {"goals": "Your manager", "calls": "Ann Holm", "alone": "You yourself"}
    assert "Your manager signs." in pages["onboarding/ae-no.md"]


def test_to_a_manager_who_opens_a_link_the_manager_is_not_your_manager(tmp_path: Path) -> None:
    modules = told(made(tmp_path)["onboarding/progress.md"])["modules"]
    assert [modules[id]["signs"] for id in ("goals", "calls", "alone")] == ["the manager", "Ann Holm", ""]


def test_what_a_module_rests_on_is_not_said_a_second_time_where_it_teaches_it(tmp_path: Path) -> None:
    page = made(tmp_path)["onboarding/modules/goals.md"]
    assert page.count("Grow") == 1 and "What it teaches" in page and "Rests on" not in page


def test_what_else_a_module_rests_on_is_said(tmp_path: Path) -> None:
    page = made(tmp_path, RAP.replace("teaches: [grow], ", ""))["onboarding/modules/goals.md"]
    assert page.count("Grow") == 1 and "Rests on" in page


@pytest.mark.parametrize(
    ("language", "days", "country", "sort"),
    [("en", "Monday and Friday", "Norway", "talk"), ("nb", "mandag og fredag", "Norge", "samtale")],
)
def test_days_countries_and_sorts_are_words_of_the_language(
    tmp_path: Path, language: str, days: str, country: str, sort: str
) -> None:
    pages = made(tmp_path, language=language)
    page = pages["onboarding/working-days.md"]
    assert f":   {days}\n" in page and f":   {country}\n" in page
    assert "monday" not in page.replace("Monday", "") and "NO" not in page
    assert page.count("Germany") == 1 or language == "nb", "a country that the heading names is not said again"
    assert sort in pages["onboarding/modules/goals.md"].partition("# ")[0]


def test_where_nobody_must_show_anything_again_nothing_has_changed(tmp_path: Path) -> None:
    page = made(tmp_path)["onboarding/cohort.md"]
    said = page.partition("## Nobody must show anything again")[2].partition("##")[0]
    assert said.strip().startswith("What is signed is what is taught today.") and "has changed" not in said


def test_a_plan_beyond_its_weeks_has_every_week_up_to_the_last_module(tmp_path: Path) -> None:
    """Working day 7 of two a week lies in week 4; the track says two weeks."""
    pages = made(tmp_path)
    assert re.findall(r"^## Week (\d)", pages["onboarding/ae-no.md"], re.MULTILINE) == ["1", "2", "3", "4"]
    assert told(pages["onboarding/index.md"])["tracks"]["ae-no"]["weeks"] == 4


@pytest.mark.parametrize(("language", "said"), [("en", "a sale takes 118 days"), ("nb", "et salg tar 118 dager")])
def test_how_long_a_sale_takes_is_said_in_the_language(tmp_path: Path, language: str, said: str) -> None:
    pay = "economics: {currency: EUR, hiring_cost: 1, monthly_cost: 1, quota: 9, sales_cycle: 118 days}"
    pages = made(tmp_path, RAP.replace("weeks: 2}", f"weeks: 2, {pay}}}"), language)
    assert said in pages["onboarding/ae-no.md"]
