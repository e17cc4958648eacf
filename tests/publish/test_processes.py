"""Releases as processes of their own: killed at any moment, or two at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publish.conftest import ENV, git

CONFIG = "site_name: Nordlys\ndocs_dir: content/pages\nplugins:\n  - tuneup: {as_of: 2026-11-23}\n"
COMPANY = """\
name: Nordlys
rules: {area-missing: off, objective-without-metric: off, objective-without-target: off, ownerless-record: off}
"""
PATIENCE = 60
"""Seconds within which a push must end that lasts as long as its hook waits."""
WAITING = "#!/bin/sh\ntouch '{mark}'\nsleep 3\n"
"""A hook of git that gives a moment to be killed in."""


def clone_of(there: Path, here: Path, who: str) -> Path:
    git(there.parent, "clone", "-q", str(there), str(here))
    git(here, "config", "user.name", who)
    git(here, "config", "user.email", f"{who}@nordlys.example".lower())
    return here


def say(here: Path, what: str) -> None:
    (here / "content" / "objectives.yml").write_text(
        f"objectives:\n  - {{id: grow, title: Grow, statement: {what}}}\n", encoding="utf-8"
    )
    git(here, "add", "-A")
    git(here, "commit", "-qm", what)


def begin(here: Path, version: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "release", version],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def release(here: Path, version: str) -> str:
    done = begin(here, version)
    _, said = done.communicate(timeout=300)
    assert done.returncode == 0, said
    return said


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare repository with a playbook, of which one version is out."""
    for name, value in ENV.items():
        monkeypatch.setenv(name, value)
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "origin.git")
    here = clone_of(tmp_path / "origin.git", tmp_path / "first", "Ingrid")
    (here / "content" / "pages").mkdir(parents=True)
    (here / "content" / "pages" / "own.md").write_text("# Our own page\n", encoding="utf-8")
    (here / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (here / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    (here / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    say(here, "Win 60 shippers.")
    git(here, "push", "-q", "origin", "HEAD:main")
    release(here, "1.1")
    return tmp_path / "origin.git"


def published(there: Path, version: str) -> bool:
    """Branch and tag together, or neither."""
    tagged = git(there, "tag", "-l", version) == version
    shown = f"{version}/" in git(there, "ls-tree", "-d", "--format=%(path)/", "gh-pages").splitlines()
    assert tagged is shown
    return shown


def _ended(group: int) -> None:
    """Waits for the push that the killed one had begun, which nothing stops any more."""
    until = time.monotonic() + PATIENCE
    while _lives(group):
        assert time.monotonic() < until, f"the push still runs after {PATIENCE} s"
        time.sleep(0.02)


def _lives(group: int) -> bool:
    """Whether a process of the group runs; the dead stay listed where nobody buries them."""
    listed = subprocess.run(["ps", "-A", "-o", "pgid=,stat="], capture_output=True, encoding="utf-8", check=True)
    states = (line.split() for line in listed.stdout.splitlines())
    return any(int(its_group) == group and not state.startswith("Z") for its_group, state in states)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no signal that cannot be caught")
@pytest.mark.parametrize(
    ("side", "hook"),
    [("here", "pre-push"), ("there", "pre-receive"), ("there", "post-receive"), ("here", "reference-transaction")],
    ids=["before it is sent", "before it is taken", "when it was taken", "while it is recorded"],
)
def test_killed_around_the_push_and_run_again(
    there: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, side: str, hook: str
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    here = clone_of(there, tmp_path / "second", "Jonas")
    say(here, "Win 90 shippers.")
    path = (here / ".git" if side == "here" else there) / "hooks" / hook
    path.parent.mkdir(exist_ok=True)
    mark = tmp_path / "reached"
    only_tag = 'case "$(cat)" in *refs/tags/1.2*) ;; *) exit 0;; esac\n' if hook == "reference-transaction" else ""
    path.write_text(WAITING.format(mark=mark).replace("\n", f"\n{only_tag}", 1), encoding="utf-8")
    path.chmod(0o755)
    running = begin(here, "1.2")
    while not mark.exists():
        assert running.poll() is None, running.communicate()
        time.sleep(0.02)
    running.kill()
    running.communicate()
    assert running.returncode == -signal.SIGKILL
    _ended(running.pid)
    path.unlink()
    published(there, "1.2")
    assert list(temporary.glob("tuneup-work-*")), "the killed one could not clear up"
    assert "1.2 is published" in release(here, "1.2")
    assert not list(temporary.glob("tuneup-work-*")), "the next one did it"
    assert published(there, "1.2")
    assert git(there, "grep", "-l", "Win 90 shippers", "gh-pages", "--", "latest")
    assert git(there, "log", "--format=%s", "gh-pages") == "Release 1.2\nRelease 1.1"
    for repository in (there, here):
        git(repository, "fsck", "--strict", "--no-dangling")


def test_of_two_at_once_one_is_out_and_nothing_is_torn(there: Path, tmp_path: Path) -> None:
    folders = [clone_of(there, tmp_path / who, who) for who in ("Jonas", "Kari")]
    say(folders[0], "Win 90 shippers.")
    say(folders[1], "Win 120 shippers.")
    running = [begin(folder, version) for folder, version in zip(folders, ("1.2", "1.3"), strict=True)]
    said = [one.communicate(timeout=300)[1] for one in running]
    out = [one.returncode == 0 for one in running]
    assert any(out), said
    assert [published(there, version) for version in ("1.2", "1.3")] == out
    for refused in (text for text, is_out in zip(said, out, strict=True) if not is_out):
        assert "Traceback" not in refused
        assert "release again" in refused or "does not come after" in refused, refused
    git(there, "fsck", "--strict", "--no-dangling")
    newest = "120" if out[1] else "90"
    assert git(there, "grep", "-l", f"Win {newest} shippers", "gh-pages", "--", "latest"), "the newest that is out"
