"""A release that is stopped, refused or met by another leaves all as it was, or has published all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish import RefusedError
from generator.publish.release import STEPS
from tests.conftest import ROOT
from tests.publish.conftest import Company, git, make_company

KILLED = """\
import os, signal, sys
from pathlib import Path
from generator.publish import release
from tests.publish.conftest import Company

def stop(draft, work):
    os.kill(os.getpid(), signal.SIGKILL)

here, there, after = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
module = sys.modules["generator.publish.release"]
module.STEPS = (*module.STEPS[:after], stop, *module.STEPS[after:])
Company(here, there).release("1.2")
"""


@pytest.fixture
def second(company: Company) -> Company:
    """One version is out, and the next is to come."""
    company.release("1.1")
    company.edit("Ask for 90.")
    git(company.here, "branch", "gh-pages", "origin/gh-pages")
    return company


def killed(company: Company, after: int) -> None:
    words = [sys.executable, "-c", KILLED, str(company.here), str(company.there), str(after)]
    done = subprocess.run(words, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no signal that cannot be caught")
@pytest.mark.parametrize("after", range(len(STEPS) + 1), ids=["start", *(step.__name__ for step in STEPS)])
def test_killed_after_any_step_and_run_again_it_is_as_one_clean_run(
    second: Company, tmp_path: Path, after: int
) -> None:
    (tmp_path / "clean").mkdir()
    clean = make_company(tmp_path / "clean")
    clean.release("1.1")
    clean.edit("Ask for 90.")
    git(clean.here, "branch", "gh-pages", "origin/gh-pages")
    old = clean.refs()
    clean.release("1.2")
    whole = clean.refs()
    assert second.refs() == old, "both companies are the same to the last byte"

    killed(second, after)
    there = {name: what for name, what in second.refs().items() if name.startswith("there")}
    assert there in ({k: v for k, v in old.items() if k in there}, {k: v for k, v in whole.items() if k in there})
    assert {name for name in there if "tags/1.2" in name} in (set(), {"there refs/tags/1.2"})
    assert ("there refs/tags/1.2" in there) == (
        there["there refs/heads/gh-pages"] == whole["there refs/heads/gh-pages"]
    )

    second.release("1.2")
    assert second.refs() == whole
    git(second.here, "fsck", "--strict")


def test_a_remote_that_refuses_changes_nothing(second: Company) -> None:
    hook = second.there / "hooks" / "update"
    hook.write_text('#!/bin/sh\ncase "$1" in refs/tags/*) echo "no tags today" >&2; exit 1;; esac\n', encoding="utf-8")
    hook.chmod(0o755)
    before = second.refs()
    with pytest.raises(RefusedError) as refused:
        second.release("1.2")
    assert str(refused.value).startswith("origin did not take it ([remote rejected] ")
    assert 'it says "no tags today' in str(refused.value), "its own words tell which rule it is"
    assert str(refused.value).endswith("allow whoever releases to push `gh-pages` and tags, then release again")
    assert second.refs() == before, "the branch is not taken without the tag"
    hook.unlink()
    second.release("1.2")
    assert "90" in second.shown("latest/index.html")


def test_a_protected_branch_is_told_in_the_words_of_the_remote(second: Company) -> None:
    hook = second.there / "hooks" / "pre-receive"
    hook.write_text('#!/bin/sh\necho "GH006: Protected branch update failed" >&2; exit 1\n', encoding="utf-8")
    hook.chmod(0o755)
    before = second.refs()
    with pytest.raises(
        RefusedError, match=r'it says "GH006: Protected branch update failed"\); a rule there forbids it'
    ):
        second.release("1.2")
    assert second.refs() == before


def test_of_two_releases_at_once_the_later_is_refused(second: Company, tmp_path: Path) -> None:
    git(second.here, "push", "-q", "origin", "main")
    git(tmp_path, "clone", "-q", str(second.there), "other")
    other = Company(tmp_path / "other", second.there)
    git(other.here, "config", "user.name", "Jonas")
    git(other.here, "config", "user.email", "jonas@kelvaro.example")
    other.edit("Ask for 120.")
    second.meanwhile = lambda: other.release("1.3") and None
    with pytest.raises(RefusedError, match=r"origin did not take it .*stale info"):
        second.release("1.2")
    assert "120" in second.shown("latest/index.html")
    assert not git(second.there, "tag", "-l", "1.2")
    second.meanwhile = lambda: None
    with pytest.raises(RefusedError, match=r"`1.2` does not come after `1.3`"):
        second.release("1.2")
    with pytest.raises(RefusedError, match=r"is older than what `1.3` was built from"):
        second.release("1.4")
    git(second.here, "pull", "-q", "--ff-only", "origin", "1.3")
    second.release("1.4")
    assert [git(second.there, "show", f"gh-pages:{name}/index.html") for name in ("1.1", "1.3", "1.4")]


def test_two_releases_at_once_in_one_repository(second: Company) -> None:
    git(second.here, "update-ref", "-d", "refs/heads/gh-pages")
    second.release("1.2", remote="")
    second.edit("Ask for 120.")

    def another() -> None:
        second.meanwhile = lambda: None
        second.release("1.3", remote="")

    second.meanwhile = another
    with pytest.raises(RefusedError, match="the repository here has changed meanwhile"):
        second.release("1.4", remote="")
    assert git(second.here, "log", "--format=%s", "gh-pages").splitlines()[0] == "Release 1.3"
    assert not git(second.here, "tag", "-l", "1.4")


def test_files_that_change_while_the_site_is_built_are_not_published(second: Company) -> None:
    second.meanwhile = lambda: (second.here / "playbook.txt").write_text("Ask for 7.", encoding="utf-8") and None
    before = second.refs()
    with pytest.raises(RefusedError, match="changed while it was built"):
        second.release("1.2")
    assert second.refs() == before
