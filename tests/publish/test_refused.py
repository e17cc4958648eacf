"""What a release refuses: each names the cause and the cure, and leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish import RefusedError
from generator.publish.git import Git
from generator.publish.refs import _cure
from tests.publish.conftest import Company, git

Before = Callable[[Company], None]


def changed(company: Company) -> None:
    (company.here / "playbook.txt").write_text("Ask for more.", encoding="utf-8")
    (company.here / "new.txt").write_text("", encoding="utf-8")


def released(company: Company) -> None:
    company.release("1.2")
    company.edit("Ask for 90.")


def tagged(company: Company) -> None:
    git(company.here, "tag", "1.3")
    company.edit("Ask for 90.")


def tagged_there(company: Company) -> None:
    git(company.here, "push", "-q", "origin", "HEAD:refs/tags/1.3")
    company.edit("Ask for 90.")


def parted(company: Company) -> None:
    company.release("1.1")
    git(company.here, "branch", "gh-pages", git(company.here, "commit-tree", "HEAD^{tree}", "-m", "Other"))


def looked_at(company: Company) -> None:
    company.release("1.1", remote="")
    git(company.here, "worktree", "add", "-q", str(company.here.parent / "site"), "gh-pages")


def garbled(company: Company) -> None:
    (company.here / "versions.json").write_text("{", encoding="utf-8")
    git(company.here, "add", "-A")
    git(company.here, "commit", "-qm", "Garbled")
    git(company.here, "branch", "gh-pages")
    git(company.here, "reset", "-q", "--hard", "HEAD^")


def nobody(company: Company) -> None:
    git(company.here, "config", "user.email", "")
    git(company.here, "config", "user.name", "")


def nothing(_company: Company) -> None:
    """As it was."""


@pytest.mark.parametrize(
    ("before", "version", "wanted", "said"),
    [
        (nothing, "next", {}, r"`next` is no version .*`2026.4`"),
        (nothing, "1.2/3", {}, r"`1.2/3` is no version"),
        (nothing, "", {}, r"no version is named; write for example `tuneup release 2026.4`"),
        (changed, "1.3", {}, r"not committed: playbook.txt, new.txt; commit or discard it"),
        (released, "1.2", {}, r"`1.2` is published already, from [0-9a-f]{7}.*the next number"),
        (released, "1.1", {}, r"`1.1` does not come after `1.2`.*a higher number"),
        (released, "1.2.0", {}, r"`1.2.0` does not come after `1.2`"),
        (released, "v1.3", {}, r"written without a `v`, as `1.2` is.*write `1.3`"),
        (nothing, "１２", {}, r"`１２` is no version"),
        (tagged, "1.3", {}, r"the tag `1.3` stands at [0-9a-f]{7}, not at .*git checkout 1.3"),
        (tagged_there, "1.3", {}, r"the tag `1.3` stands at [0-9a-f]{7}"),
        (parted, "1.3", {}, r"gh-pages here and at origin have parted.*git branch -f gh-pages origin/gh-pages"),
        (looked_at, "1.3", {}, r"gh-pages is checked out in .*site; switch to another"),
        (garbled, "1.3", {"remote": ""}, r"versions.json on the branch cannot be read"),
        (nobody, "1.3", {}, r"git does not know who releases.*git config user.email"),
        (released, "1.3", {"drop": ("1.0",)}, r"`1.0` is not published.*published: 1.2"),
        (released, "", {"drop": ("1.2",)}, r"`1.2` is what `latest` shows"),
        (released, "1.3", {"drop": ("1.3",)}, r"`1.3` is not published"),
    ],
)
def test_it_says_why_and_what_to_do(
    company: Company, before: Before, version: str, wanted: dict[str, object], said: str
) -> None:
    before(company)
    refs, files = company.refs(), sorted(company.here.rglob("*.txt"))
    with pytest.raises(RefusedError, match=said) as refused:
        company.release(version, **wanted)  # type: ignore[arg-type]
    assert not refused.value.judged
    assert company.refs() == refs
    assert sorted(company.here.rglob("*.txt")) == files


def test_a_folder_without_git_or_without_a_commit(company: Company, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    with pytest.raises(RefusedError, match="is not in a git repository"):
        Company(tmp_path / "plain", company.there).release("1.1", remote="")
    git(tmp_path, "init", "-q", "plain")
    git(tmp_path / "plain", "config", "user.name", "Ingrid")
    git(tmp_path / "plain", "config", "user.email", "ingrid@kelvaro.example")
    with pytest.raises(RefusedError, match="there is no commit yet"):
        Company(tmp_path / "plain", company.there).release("1.1", remote="")


def test_a_higher_number_on_older_content_is_refused(company: Company) -> None:
    company.release("1.1")
    company.edit("Ask for 90.")
    company.release("1.2")
    git(company.here, "checkout", "-q", "HEAD~1")
    before = company.refs()
    with pytest.raises(RefusedError, match=r"is older than what `1.2` was built from, .*`latest` would go back"):
        company.release("1.3")
    assert company.refs() == before
    git(company.here, "checkout", "-q", "main")
    git(company.here, "revert", "--no-edit", "HEAD")
    company.release("1.3")
    assert "60" in company.shown("latest/index.html"), "going back on purpose is a change like any other"


def test_of_two_playbooks_in_a_repository_the_second_needs_a_branch_of_its_own(company: Company) -> None:
    company.release("1.1")
    (company.here / "fresh food").mkdir()
    (company.here / "fresh food" / "playbook.txt").write_text("Ask for fish.", encoding="utf-8")
    company.edit("Ask for 90.")
    food = Company(company.here / "fresh food", company.there)
    before = company.refs()
    for version in ("1.1", "1.2"):
        with pytest.raises(RefusedError, match=r"the versions of the playbook in `\.`.*`--branch fresh-food-pages`"):
            food.release(version)
    assert company.refs() == before
    food.release("1.2", branch="food-pages")
    assert "fish" in food.shown("latest/index.html", "food-pages")


def test_one_that_lacks_what_is_published_is_told_so(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    git(company.here, "switch", "-qc", "own")
    company.edit("Ask for 90.")
    company.release("1.1")
    git(company.here, "switch", "-q", "main")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-08T09:00:00Z")
    company.edit("Ask for 120.")
    company.release("1.2")
    assert any("what is checked out lacks" in line and "from which `1.1` was built" in line for line in company.said)


def test_a_remote_that_cannot_take_both_at_once_is_told_apart(company: Company) -> None:
    git(company.there, "config", "receive.advertiseAtomic", "false")
    with pytest.raises(RefusedError, match=r"take branch and tag in one move.*--no-push"):
        company.release("1.1")


def test_a_clone_without_history_is_judged_by_the_day(
    company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(company.here, "branch", "old")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-08T09:00:00Z")
    company.edit("Ask for 90.")
    git(company.here, "push", "-q", "origin", "main", "old")
    company.release("1.1")
    for branch, is_older in (("main", False), ("old", True)):
        git(tmp_path, "clone", "-q", "--depth=1", f"--branch={branch}", company.there.as_uri(), branch)
        clone = Company(tmp_path / branch, company.there)
        git(clone.here, "config", "user.name", "Jonas")
        git(clone.here, "config", "user.email", "jonas@kelvaro.example")
        if is_older:
            with pytest.raises(RefusedError, match=r"of 2026-11-01, which is checked out, is older than what `1.2`"):
                clone.release("1.3")
        else:
            monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-15T09:00:00Z")
            clone.edit("Ask for 120.")
            clone.release("1.2")


def test_a_clone_that_was_not_pulled_keeps_its_history(company: Company, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", company.there.as_uri(), "other")
    company.edit("Ask for 90.")
    company.release("1.1")
    behind = Company(tmp_path / "other", company.there)
    git(behind.here, "config", "user.name", "Jonas")
    git(behind.here, "config", "user.email", "jonas@kelvaro.example")
    with pytest.raises(RefusedError, match=r"is older than what `1.1` was built from"):
        behind.release("1.2")
    assert git(behind.here, "rev-parse", "--is-shallow-repository") == "false"


def test_what_git_lists_is_taken_as_it_stands(company: Company) -> None:
    (company.here / "playbook.txt").write_text("Ask for 61.", encoding="utf-8")
    assert Git(company.here).finds("status", "--porcelain") == " M playbook.txt", "the letters before it say what it is"


def test_of_two_releases_at_once_the_later_is_told_to_try_again() -> None:
    said = "[remote rejected] gh-pages -> gh-pages (cannot lock ref 'refs/heads/gh-pages': is at 1 but expected 2)"
    assert _cure("gh-pages", said).startswith("release again")
