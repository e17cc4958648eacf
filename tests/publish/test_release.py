"""What a release leaves on the branch, in the tags and at the remote."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from generator.publish import RefusedError
from generator.publish.branch import NOINDEX
from tests.publish.conftest import Company, git


def listed(company: Company) -> dict[str, list[str]]:
    return {item["version"]: item["aliases"] for item in json.loads(company.shown("versions.json"))}


def test_a_version_lies_beside_the_older_ones_and_latest_is_the_newest(company: Company) -> None:
    company.release("2026.9")
    company.edit("Ask for 90.")
    company.release("2026.10")
    assert list(listed(company).items()) == [("2026.10", ["latest"]), ("2026.9", [])]
    assert "60" in company.shown("2026.9/index.html")
    assert "90" in company.shown("2026.10/index.html")
    assert company.shown("latest/lines/index.html") == company.shown("2026.10/lines/index.html")
    assert "latest/" in company.shown("index.html")
    assert company.shown("404.html") == "<p>gone</p>"
    assert git(company.there, "log", "--format=%s", "gh-pages") == "Release 2026.10\nRelease 2026.9"


def test_the_tag_holds_the_notes_and_who_released_when(company: Company) -> None:
    company.release("2026.9")
    company.edit("Ask for 90.")
    draft = company.release("2026.10")
    assert draft.notes == "# What is new since 2026.9\n"
    assert git(company.there, "tag", "-l", "--format=%(contents)", "2026.10") == "2026.10\n\n# What is new since 2026.9"
    assert git(company.there, "rev-parse", "2026.10^{commit}") == git(company.here, "rev-parse", "HEAD")
    who = git(company.there, "log", "-1", "--format=%an <%ae> %cn %aI", "gh-pages")
    assert who == "Ingrid Solheim <ingrid@kelvaro.example> Ingrid Solheim 2026-11-01T09:00:00+00:00"


def test_only_the_newest_version_can_be_found_by_others(company: Company) -> None:
    company.findable = True
    company.release("2026.9")
    mark = NOINDEX.decode()
    assert mark in company.shown("2026.9/index.html")
    assert company.shown("latest/index.html") == company.shown("2026.9/index.html").replace(mark, "")
    company.findable = False
    company.edit("Ask for 90.")
    company.release("2026.10")
    assert mark in company.shown("latest/index.html")


def test_the_oldest_go_when_there_are_too_many(company: Company) -> None:
    for number in range(1, 5):
        company.edit(f"Ask for {number}.")
        company.release(f"1.{number}", keep=2)
    assert list(listed(company)) == ["1.4", "1.3"]
    assert git(company.there, "ls-tree", "--name-only", "-d", "gh-pages").split() == ["1.3", "1.4", "latest"]
    assert git(company.there, "tag").split() == ["1.1", "1.2", "1.3", "1.4"], "the content stays where it was tagged"


def test_a_version_can_be_taken_away_and_out_of_history_too(company: Company) -> None:
    company.edit("The margin is 61 %.")
    company.release("1.1")
    company.edit("Ask for 60.")
    company.release("1.2")
    head = git(company.here, "rev-parse", "HEAD")
    company.release("", drop=("1.1",), squash=True)
    assert list(listed(company)) == ["1.2"]
    assert git(company.there, "log", "--format=%s", "gh-pages") == "Take away 1.1"
    assert "61 %" not in git(company.there, "grep", "-h", "", "gh-pages")
    assert git(company.here, "rev-parse", "HEAD") == head


def test_what_was_published_already_is_published_once(company: Company) -> None:
    company.release("1.1")
    before = company.refs()
    assert not company.release("1.1").changes
    assert company.refs() == before
    assert company.said[-1].startswith("commit"), "nothing is pushed or recorded again"


def test_a_tag_that_starts_the_release_stays_as_it_is(company: Company) -> None:
    git(company.here, "tag", "1.1")
    git(company.here, "push", "-q", "origin", "1.1")
    before = company.refs()
    company.release("1.1")
    added = {name for name, what in company.refs().items() if before.get(name) != what}
    assert added == {"there refs/heads/gh-pages"}


def test_without_a_remote_the_branch_is_here(company: Company) -> None:
    company.release("1.1", remote="")
    company.edit("Ask for 90.")
    company.release("1.2", remote="")
    assert git(company.here, "log", "--format=%s", "gh-pages") == "Release 1.2\nRelease 1.1"
    assert git(company.here, "tag").split() == ["1.1", "1.2"]
    assert not git(company.there, "tag")
    company.edit("Ask for 120.")
    company.release("1.3")
    assert list(listed(company)) == ["1.3", "1.2", "1.1"], "what was only here is published with the next"


def test_a_dry_run_leaves_no_trace(company: Company) -> None:
    company.release("1.1")
    company.edit("Ask for 90.")
    before, objects = company.refs(), git(company.here, "count-objects", "-v")
    draft = company.release("1.2", dry_run=True)
    assert [known.version for known in draft.versions] == ["1.2", "1.1"]
    assert draft.notes and draft.head
    assert company.refs() == before
    assert git(company.here, "count-objects", "-v") == objects


@pytest.mark.parametrize(
    "how", [["--depth=1"], ["--depth=1", "--no-single-branch"]], ids=["one branch", "all branches"]
)
def test_a_clone_without_history_is_enough(company: Company, tmp_path: Path, how: list[str]) -> None:
    company.release("1.1")
    company.edit("Ask for 90.")
    git(company.here, "push", "-q", "origin", "main")
    git(tmp_path, "clone", "-q", *how, company.there.as_uri(), "shallow")
    shallow = Company(tmp_path / "shallow", company.there)
    git(shallow.here, "config", "user.name", "Robot")
    git(shallow.here, "config", "user.email", "robot@kelvaro.example")
    draft = shallow.release("1.2")
    assert list(listed(company)) == ["1.2", "1.1"]
    assert draft.notes == "# What is new since 1.1\n", "the version before was fetched to compare with"
    git(company.there, "fsck", "--strict")
    git(shallow.here, "fsck", "--strict")


def test_a_second_working_tree_and_a_hook_of_git_lead_nowhere_else(
    company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(company.here, "worktree", "add", "-q", "-b", "spring", str(tmp_path / "spring"))
    there = Company(tmp_path / "spring", company.there)
    there.edit("Ask for 90.")
    monkeypatch.setenv("GIT_DIR", str(company.here / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(company.here / ".git" / "index"))
    surroundings = dict(os.environ)
    there.release("1.1")
    assert dict(os.environ) == surroundings
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert "90" in company.shown("latest/index.html")
    assert not git(company.here, "status", "--porcelain")


def test_a_leak_in_an_older_version_holds_the_release_back(company: Company) -> None:
    company.edit("The margin is 61 %.")
    company.release("1.1")
    company.edit("Ask for 60.")

    def leaks(folder: Path) -> tuple[list[str], str]:
        found = [path for path in folder.rglob("*.html") if "61 %" in path.read_text(encoding="utf-8")]
        files = sorted(path.relative_to(folder).as_posix() for path in found)
        return files, ", ".join(files)

    company.leaks = leaks
    before = company.refs()
    with pytest.raises(RefusedError, match=r"1.1/index.html") as refused:
        company.release("1.2")
    assert refused.value.judged
    assert "add `--drop 1.1` to take the older versions away" in str(refused.value)
    assert company.refs() == before
    company.release("1.2", drop=("1.1",))
    assert list(listed(company)) == ["1.2"]


def test_a_remote_that_is_gone_is_said(company: Company) -> None:
    shutil.rmtree(company.there)
    with pytest.raises(RefusedError, match=r"origin cannot be reached .*--no-push"):
        company.release("1.1")
