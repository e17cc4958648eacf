"""What a page and a feed tell of earlier releases: the newest first, and nothing that is secret by now."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from generator.build import site
from generator.model.settings import Settings
from generator.model.words import Audience
from tests.cli.conftest import COMPANY

TODAY = datetime.date(2026, 11, 23)
MESSAGE = """\
messages:
  - {id: msg-night, title: At night, text: A person answers at three in the morning.}
"""
HOUR = "any hour of the night"


class Company:
    """A playbook in a repository, released by tags."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content").mkdir()
        (root / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
        self.git("init", "-q")

    def git(self, *words: str) -> None:
        who = ("-c", "user.name=I", "-c", "user.email=i@x.example")
        subprocess.run(["git", *who, *words], cwd=self.root, check=True, capture_output=True)

    def releases(self, version: str, messaging: str) -> None:
        self.says(messaging)
        self.git("add", "-A")
        self.git("commit", "-qm", version, "--allow-empty")
        self.git("tag", version)

    def tag(self, version: str, day: str) -> None:
        """As if it had been set on that day."""
        env = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
        who = ("-c", "user.name=I", "-c", "user.email=i@x.example")
        subprocess.run(["git", *who, "tag", "-am", version, version], cwd=self.root, env=env, check=True)

    def says(self, messaging: str) -> None:
        (self.root / "content" / "messaging.yml").write_text(messaging, encoding="utf-8")

    def pages(self, audience: Audience = Audience.SALES, **more: str) -> tuple[str, str]:
        """The page of changes, and the feed."""
        settings = Settings(self.root, TODAY, (self.root / "content",), (), audience, **more)
        _, made = site(settings)
        return made.pages["changes.md"], made.assets.get("changes.xml", b"").decode()


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path)


def test_without_git_and_without_releases_there_is_nothing_to_tell(tmp_path: Path, company: Company) -> None:
    company.says(MESSAGE)
    page, feed = company.pages(site_url="https://x.example/")
    assert "## Version" not in page and "## Since" not in page and feed == ""


def test_each_release_tells_what_it_changed_and_the_rest_what_is_to_come(company: Company) -> None:
    company.releases("1.1", MESSAGE)
    company.releases("1.2", MESSAGE.replace("three in the morning", HOUR))
    company.releases("draft", MESSAGE)
    company.releases("1.3", MESSAGE.replace("three in the morning", HOUR) + "# only a comment\n")
    company.says(MESSAGE.replace("three in the morning", HOUR).replace("A person", "Somebody"))
    page, feed = company.pages(site_url="https://x.example/")
    assert [line for line in page.splitlines() if line.startswith("## ")][:2] == [
        "## Since version 1.3",
        f"## Version 1.2, {datetime.date.today():%-d %b %Y} {{: #1.2 }}",
    ]
    assert "<ins>Somebody</ins>" in page
    assert feed.count("<entry>") == 1 and "Version 1.2: 1 change" in feed
    page, feed = company.pages(site_url="https://x.example/", version="1.4")
    assert "## Version 1.4, 23 Nov 2026" in page and feed.count("<entry>") == 2
    _, feed = company.pages()
    assert feed == "", "a feed needs an address"


def test_what_was_open_then_and_is_secret_now_is_not_told(company: Company) -> None:
    company.releases("1.1", MESSAGE)
    company.releases("1.2", MESSAGE.replace("three in the morning", HOUR))
    kept = MESSAGE.replace("three in the morning", HOUR).replace("title:", "audience: leader, title:")
    company.releases("1.3", kept)
    page, feed = company.pages(site_url="https://x.example/")
    for told in (page, feed):
        assert HOUR not in told and "At night" not in told and "msg-night" not in told
    page, _ = company.pages(Audience.LEADER)
    assert "At night" in page and "<ins>any hour of</ins>" in page


def test_a_version_without_a_playbook_is_passed_over(company: Company) -> None:
    company.git("mv", "-k", "content", "elsewhere")
    (company.root / "README").write_text("Before", encoding="utf-8")
    (company.root / "content").rename(company.root / "later")
    company.git("add", "README")
    company.git("commit", "-qm", "Before")
    company.git("tag", "1.0")
    (company.root / "later").rename(company.root / "content")
    company.releases("1.1", MESSAGE)
    company.says(MESSAGE.replace("three in the morning", HOUR))
    page, _ = company.pages()
    assert "## Since version 1.1" in page


def test_a_field_that_was_empty_has_nothing_struck_out_and_what_rests_on_it_is_one_line(company: Company) -> None:
    objective = "objectives:\n  - {id: grow, title: Grow, statement: Win more.}\n"
    (company.root / "content" / "objectives.yml").write_text(objective, encoding="utf-8")
    resting = MESSAGE.replace("title: At", "based_on: [grow], title: At")
    more = "  - {id: msg-day, title: At night, text: By day nobody does it., based_on: [grow]}\n"
    company.releases("1.1", resting + more)
    told = objective.replace("statement:", "effective: 2026-11-02, statement:")
    (company.root / "content" / "objectives.yml").write_text(told, encoding="utf-8")
    company.releases("1.2", resting + more)
    page, feed = company.pages(site_url="https://x.example/")
    for text in (page, feed):
        assert "2026-11-02" in text and "<del></del>" not in text and "&lt;del&gt;&lt;/del&gt;" not in text
    line = next(line for line in page.splitlines() if "What rests on it:" in line)
    assert "><span>What" in line and line.endswith("</span></p>"), "each comma would stand apart"
    assert "[At night (msg-night)]" in line and "[At night (msg-day)]" in line


def test_managers_are_told_which_sign_offs_no_longer_hold(company: Company) -> None:
    area = {
        "company": COMPANY + "roles: [{id: ae, title: Account executive}]\n",
        "rap": """\
modules: [{id: m1, title: First pitch, teaches: [msg-night], minutes: 30}]
hires: [{id: hanna, name: Hanna Vik, role: ae, start: 2026-01-05}]
sign_offs: [{hire: hanna, module: m1, on: 2026-02-02, by: ingrid}]
""",
    }
    for key, text in area.items():
        (company.root / "content" / f"{key}.yml").write_text(text, encoding="utf-8")
    company.releases("1.1", MESSAGE)
    company.releases("1.2", MESSAGE.replace("three in the morning", HOUR))
    assert "Sign-offs that no longer hold: Hanna Vik (First pitch)" in company.pages(Audience.MANAGER)[0]
    assert "Hanna Vik" not in company.pages()[0]


def test_what_is_said_no_more_has_nothing_put_in_its_place(company: Company) -> None:
    company.releases("1.1", MESSAGE)
    said = "A person answers at three in the morning."
    company.releases("1.2", f"retired:\n  - {{id: no-night, text: {said}, since: 2026-11-20}}\n")
    page, feed = company.pages(site_url="https://x.example/")
    assert "&lt;del&gt;A person answers at three in the morning.&lt;/del&gt;" in feed
    assert "&lt;ins&gt;" not in feed and "<ins></ins>" not in page
    assert "No longer used" in page and "Deleted" not in page and "New" not in page.split("## Version 1.2")[1][:400]


def test_what_came_later_and_what_was_only_taken_away_can_be_read(company: Company) -> None:
    objective = "objectives:\n  - {id: grow, title: Grow, statement: Win more."
    (company.root / "content" / "objectives.yml").write_text(f"{objective}, target: 16}}\n", encoding="utf-8")
    company.releases("1.1", MESSAGE)
    told = f"{objective}, effective: 2027-01-01, change_note: Months are counted from March.}}\n"
    (company.root / "content" / "objectives.yml").write_text(told, encoding="utf-8")
    company.releases("1.2", MESSAGE)
    page, feed = company.pages(site_url="https://x.example/")
    assert "</a>**, from 1 Jan 2027\n\n" in page or ")**, from 1 Jan 2027\n\n" in page, "the note is a paragraph"
    assert "<del>16</del>, now empty" in page
    assert "Changed, from 1 Jan 2027&lt;br&gt;" in feed and "&lt;del&gt;16&lt;/del&gt;, now empty" in feed
    assert "Since: &lt;ins&gt;2027-01-01" in feed


def test_what_took_the_place_of_an_old_message_leads_to_what_is_said_today(company: Company) -> None:
    company.says(
        """\
messages:
  - {id: second, title: Second, text: A machine answers., status: retired}
  - {id: third, title: Third, text: A person answers at any hour., supersedes: second}
retired:
  - {id: first, text: The cheapest of all., since: 2026-11-01, replaced_by: second}
"""
    )
    _, made = site(Settings(company.root, TODAY, (company.root / "content",)))
    for name in ("changes.md", "say/say-this-not-that.md"):
        told = [line for line in made.pages[name].splitlines() if "The cheapest of all" in line]
        assert told and all("A person answers at any hour" in line for line in told), name


def test_releases_and_dated_changes_stand_in_one_row_the_newest_first(company: Company) -> None:
    objective = "objectives:\n  - {id: grow, title: Grow, statement: Win more., changes: [%s]}\n"
    days = ("2999-01-01", "2026-11-20", "2026-11-02", "2025-06-01")
    told = ", ".join(f"{{on: {day}, was: Some of {day}, now: More, because: Asked.}}" for day in days)
    (company.root / "content" / "objectives.yml").write_text(objective % told, encoding="utf-8")
    for version, day, text in (
        ("1.1", "2026-10-01", MESSAGE),
        ("1.2", "2026-11-10", MESSAGE.replace("three in the morning", HOUR)),
    ):
        company.says(text)
        company.git("add", "-A")
        company.git("commit", "-qm", version)
        company.tag(version, day)
    company.says(MESSAGE)
    page, _ = company.pages()
    assert [line.partition(" {")[0] for line in page.splitlines() if line.startswith("## ")] == [
        "## Since version 1.2",
        "## 20 Nov 2026",
        "## Version 1.2, 10 Nov 2026",
        "## 1 Jun 2025 to 2 Nov 2026",
    ]
    assert "Some of 2999" not in page


def test_the_words_of_today_are_not_said_to_be_those_of_an_old_day(company: Company) -> None:
    line = "text: A person answers within 4 minutes., effective: 2026-02-01"
    old = "{text: Nobody answers., since: 2026-02-01}"
    said = f"messages:\n  - {{id: msg-fast, title: Fast, {line}, retired: [{old}]}}\n"
    company.says(said.replace("4", "3", 1))
    page, _ = company.pages()
    (told,) = [each for each in page.splitlines() if "Nobody answers." in each]
    assert told == "<del>Nobody answers.</del> Today: A person answers within 3 minutes."


def test_a_new_id_alone_is_nothing_to_a_reader(company: Company) -> None:
    company.releases("1.1", MESSAGE)
    company.releases("1.2", MESSAGE.replace("msg-night", "msg-at-night"))
    page, feed = company.pages(site_url="https://x.example/")
    assert "## Version 1.2" not in page and feed == ""
