"""Four releases of a playbook that changes, from a real repository to a real browser."""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import feedparser
import pytest
from playwright.sync_api import Browser, Page, expect

from tests import verbs

REPOSITORY = "/playbook/"
"""Pages of a project lie in a folder of their host."""
CONFIG = """\
site_name: Nordlys Freight playbook
site_url: https://nordlys.example/playbook/
docs_dir: content/pages
theme: {name: material, font: false, features: [navigation.instant]}
plugins:
  - tuneup: {as_of: 2026-11-23}
  - search
"""
COMPANY = """\
name: Nordlys Freight
people:
  - {id: ingrid, name: Ingrid Solheim, job: Leads sales, email: ingrid@nordlys.example}
rules: {area-missing: off, objective-without-metric: off, objective-without-target: off}
"""
OBJECTIVES = """\
owner: ingrid
objectives:
  - {id: grow, title: Grow, statement: Win 60 new shippers by 30 June 2027., target: 60}
"""
MESSAGES = """\
owner: ingrid
messages:
  - {id: msg-night, title: At night, text: A person answers at three in the morning., based_on: [grow]}
"""


@dataclass
class Publisher:
    """Somebody who edits the playbook and releases it."""

    here: Path
    there: Path
    said: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def git(self, *words: str, folder: Path | None = None) -> str:
        done = subprocess.run(
            ["git", *words], cwd=folder or self.here, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, area: str, text: str) -> None:
        (self.here / "content" / f"{area}.yml").write_text(text, encoding="utf-8")

    def commit(self, why: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", why)

    def tuneup(self, *words: str) -> subprocess.CompletedProcess[str]:
        return verbs.run(words, self.here, os.environ)

    def release(self, *words: str) -> None:
        done = self.tuneup("release", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        self.said.append(done.stderr)
        self.notes.append(done.stdout)

    def refs(self) -> str:
        return self.git("for-each-ref", folder=self.there) + self.git("for-each-ref")


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    """After four releases, of which three are kept."""
    root = tmp_path_factory.mktemp("releases")
    one = Publisher(root / "playbook", root / "origin.git")
    (one.here / "content" / "pages").mkdir(parents=True)
    one.git("init", "-q", "--bare", "-b", "main", str(one.there), folder=root)
    one.git("init", "-q", "-b", "main")
    one.git("config", "user.name", "Ingrid Solheim")
    one.git("config", "user.email", "ingrid@nordlys.example")
    one.git("remote", "add", "origin", str(one.there))
    (one.here / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (one.here / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    (one.here / "content" / "pages" / "once.md").write_text("# Spring campaign\n\nOnly for spring.\n", encoding="utf-8")
    one.write("company", COMPANY)
    one.write("objectives", OBJECTIVES)
    one.write("messaging", MESSAGES)
    one.commit("Begin")
    one.release("2026.1", "--keep", "3")
    one.write("objectives", OBJECTIVES.replace("60", "90"))
    one.commit("Aim higher")
    one.release("2026.2", "--keep", "3")
    (one.here / "content" / "pages" / "once.md").unlink()
    one.commit("Spring is over")
    one.release("2026.3", "--keep", "3")
    one.write("messaging", MESSAGES.replace("three in the morning", "any hour of the night"))
    one.commit("Say it shorter")
    one.release("2026.4", "--keep", "3")
    return one


def published(publisher: Publisher, path: str) -> str:
    return publisher.git("show", f"gh-pages:{path}", folder=publisher.there)


def test_the_notes_tell_what_is_new(publisher: Publisher) -> None:
    first, second, third, fourth = publisher.notes
    assert first == "The first version that is published: 2026.1\n"
    assert second.startswith("### 1 change from 2026.1 to 2026.2\n")
    assert "Win [-60-]" in second or "60" in second
    assert third == "### Nothing changed from 2026.2 to 2026.3\n"
    assert "any hour of the night" in fourth
    tag = publisher.git("tag", "-l", "--format=%(contents)", "2026.4", folder=publisher.there)
    assert tag == f"2026.4\n\n{fourth}".strip()


def test_each_step_is_told(publisher: Publisher) -> None:
    lines = publisher.said[-1].splitlines()
    assert [line.split()[0] for line in lines[:-1]] == [
        "commit", "checked", "built", "versions", "leaks", "pushed", "recorded",
    ]  # fmt: skip
    assert "2026.4, 2026.3, 2026.2; gone: 2026.1" in publisher.said[-1]
    assert lines[-1] == "2026.4 is published on the branch gh-pages at origin; `latest` shows it."


def test_the_list_of_versions_is_the_one_of_the_menu(publisher: Publisher) -> None:
    listed = json.loads(published(publisher, "versions.json"))
    assert [(item["version"], item["aliases"]) for item in listed] == [
        ("2026.4", ["latest"]),
        ("2026.3", []),
        ("2026.2", []),
    ]
    modes = publisher.git("ls-tree", "-r", "--format=%(objectmode)", "gh-pages", folder=publisher.there)
    assert set(modes.split()) == {"100644"}, "pages of GitHub follow no symbolic link"


@pytest.mark.parametrize("version", ["2026.2", "2026.4", "latest"])
def test_every_page_names_the_newest_as_the_one_to_be_listed(publisher: Publisher, version: str) -> None:
    page = published(publisher, f"{version}/say/index.html")
    assert re.findall(r'<link rel="canonical" href="([^"]*)"', page) == ["https://nordlys.example/playbook/latest/say/"]
    assert '<meta name="robots" content="noindex">' in page, "what is for salespeople is not for search engines"


def test_the_changes_of_each_release_are_a_page_and_a_feed(publisher: Publisher) -> None:
    page = published(publisher, "latest/changes/index.html")
    headings = re.findall(r'<h2 id="([^"]*)">(Version [0-9.]*)', page)
    assert headings == [("2026.4", "Version 2026.4"), ("2026.2", "Version 2026.2")], "nothing changed in 2026.3"
    assert "No change has been recorded yet" not in page
    read = feedparser.parse(published(publisher, "latest/changes.xml"))
    assert not read.bozo
    assert read.feed.title == "Nordlys Freight: What changed"
    assert [entry.title for entry in read.entries] == ["Version 2026.4: 1 change", "Version 2026.2: 1 change"]
    newest = read.entries[0]
    assert newest.link == "https://nordlys.example/playbook/latest/changes/"
    assert "<del>A person answers at three in the morning.</del>" in newest.content[0].value
    assert "<ins>A person answers at any hour of the night.</ins>" in newest.content[0].value
    assert len({entry.id for entry in read.entries}) == 2
    start = published(publisher, "latest/say/index.html")
    assert '<link rel="alternate" type="application/atom+xml"' in start and 'href="../changes.xml"' in start


def test_a_version_that_is_out_says_so_again_without_building(publisher: Publisher) -> None:
    refs = publisher.refs()
    done = publisher.tuneup("release", "2026.4")
    assert done.returncode == 0
    assert "built" not in done.stderr
    assert "2026.4 is published from this commit on the branch gh-pages at origin." in done.stderr
    assert publisher.refs() == refs


def test_an_error_in_the_playbook_holds_it_back(publisher: Publisher) -> None:
    head, refs = publisher.git("rev-parse", "HEAD"), publisher.refs()
    publisher.write("objectives", OBJECTIVES.replace("target", "tarjet"))
    try:
        publisher.commit("A slip")
        done = publisher.tuneup("release", "2026.5")
    finally:
        publisher.git("reset", "-q", "--hard", head)
    assert done.returncode == 1
    assert "unknown-field" in done.stdout
    assert "note[" not in done.stdout and "warning[" not in done.stdout, (
        "what does not stand in the way is counted only"
    )
    assert "nothing was published; mend the errors and release again" in done.stderr
    assert publisher.refs() == refs


def test_what_became_secret_holds_it_back_until_the_old_version_is_gone(publisher: Publisher) -> None:
    head, refs = publisher.git("rev-parse", "HEAD"), publisher.refs()
    kept = MESSAGES.replace("three in the morning", "any hour of the night")
    publisher.write("messaging", kept.replace("based_on: [grow]", "based_on: [grow], audience: leader"))
    try:
        publisher.commit("Keep it to ourselves")
        done = publisher.tuneup("release", "2026.5")
    finally:
        publisher.git("reset", "-q", "--hard", head)
    assert done.returncode == 1
    assert "2026.2/say/index.html: says “at night”, which is above its readers: `title` of `msg-night`" in done.stderr
    assert "add `--drop 2026.2 --drop 2026.3 --drop 2026.4` to take the older versions away" in done.stderr
    assert publisher.refs() == refs


def test_a_clone_without_history_is_told_what_its_page_of_changes_lacks(publisher: Publisher, tmp_path: Path) -> None:
    publisher.git("push", "-q", "origin", "HEAD:main")
    publisher.git("clone", "-q", "--depth=1", publisher.there.as_uri(), str(tmp_path / "shallow"), folder=tmp_path)
    shallow = Publisher(tmp_path / "shallow", publisher.there)
    shallow.git("config", "user.name", "Robot")
    shallow.git("config", "user.email", "robot@nordlys.example")
    (shallow.here / "content" / "pages").mkdir()  # git keeps no empty folder
    shallow.write("objectives", OBJECTIVES.replace("60", "120"))
    shallow.commit("Aim higher still")
    done = shallow.tuneup("release", "2026.5", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert '"git fetch --unshallow --tags"' in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2026.5", "--remote", "upstream"], "git knows no remote `upstream`; it knows: origin"),
        (["2026.2"], "`2026.2` is published already"),
        (["release-5"], "`release-5` is no version"),
        ([], "no version is named; write for example `tuneup release 2026.4`"),
        (["2026.5", "--audience", "leader"], "what is published is for sales, as mkdocs.yml says"),
    ],
)
def test_what_cannot_be_done_ends_with_two(publisher: Publisher, words: list[str], said: str) -> None:
    done = publisher.tuneup("release", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_of_another_repository_must_be_committed_too(publisher: Publisher, tmp_path: Path) -> None:
    publisher.git("clone", "-q", str(publisher.here), str(tmp_path / "pb"))
    leaders = tmp_path / "leaders"
    leaders.mkdir()
    publisher.git("init", "-q", folder=leaders)
    (leaders / "glossary.yml").write_text("terms: []\n", encoding="utf-8")
    one = Publisher(tmp_path / "pb", publisher.there)
    (one.here / "mkdocs.yml").write_text(CONFIG.replace("as_of", "content: [content, ../leaders], as_of"), "utf-8")
    done = one.tuneup("release", "2026.5", "--dry-run")
    assert done.returncode == 2 and "not committed in leaders/: glossary.yml" in done.stderr, done.stderr
    leaders.rename(tmp_path / "moved")
    (one.here / "content" / "pages").mkdir(exist_ok=True)  # git keeps no empty folder
    one.git("commit", "-qam", "Lay a folder over it")
    done = one.tuneup("release", "2026.5", "--dry-run")
    assert done.returncode == 1 and "the folder `../leaders` does not exist" in done.stdout, done.stdout
    assert "Traceback" not in done.stderr


class _Pages(http.server.SimpleHTTPRequestHandler):
    """Serves as Pages of GitHub do: below a folder of the host, and what is not there is answered by 404.html."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(REPOSITORY) if path.startswith(REPOSITORY) else "/nowhere"
        return super().translate_path(f"/{inside}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """A test's output is its own."""


@pytest.fixture(scope="module")
def host(publisher: Publisher, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pages")
    publisher.git("worktree", "add", "-q", "--detach", str(folder / "site"), "origin/gh-pages")
    handler = functools.partial(_Pages, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{REPOSITORY}"
        server.shutdown()


@pytest.fixture
def page(chromium: Browser, host: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=host)
    one, wrong = context.new_page(), []
    one.on("pageerror", lambda error: wrong.append(str(error)))
    yield one
    context.close()
    assert not wrong


def at(page: Page) -> str:
    return re.sub(r"^http://[^/]*", "", page.url)


def test_the_root_leads_to_the_newest(page: Page) -> None:
    page.goto("./")
    page.wait_for_url("**/latest/")
    expect(page.locator("[data-md-component=outdated]")).to_be_hidden()


def test_an_old_version_says_so_and_leads_to_the_same_page_of_today(page: Page) -> None:
    page.goto("2026.2/say/")
    banner = page.locator("[data-md-component=outdated]")
    expect(banner).to_contain_text("You are reading an old version of the playbook.")
    banner.get_by_role("link", name="Read what holds today").click()
    page.wait_for_url("**/latest/say/")
    expect(page.locator("main")).to_contain_text("any hour of the night")


def test_the_menu_leads_to_the_same_page_of_another_version(page: Page) -> None:
    page.goto("latest/say/")
    menu = page.locator(".md-version")
    menu.hover()
    expect(menu.locator("a")).to_have_text(["2026.4", "2026.3", "2026.2"])
    menu.get_by_role("link", name="2026.2").click()
    page.wait_for_url("**/2026.2/say/")
    expect(page.locator("main")).to_contain_text("three in the morning")


@pytest.mark.parametrize(
    ("gone", "found"),
    [
        ("2026.1/say/", "latest/say/"),
        ("2026.1/once/", "latest/"),
        ("say/", "latest/say/"),
        ("2025.12/", "latest/"),
    ],
)
def test_the_address_of_a_version_that_is_gone_leads_to_today(page: Page, host: str, gone: str, found: str) -> None:
    page.goto(gone)
    page.wait_for_url(host + found)


def test_a_page_that_is_gone_for_good_offers_the_start(page: Page) -> None:
    page.goto("latest/once/")
    expect(page.get_by_role("heading")).to_have_text("This page is not in the playbook any more")
    page.get_by_role("link", name="Open today’s playbook").click()
    page.wait_for_url("**/playbook/latest/")
