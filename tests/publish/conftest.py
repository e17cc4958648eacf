"""A company's repository with a remote, and a release of it with a site of one page."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.publish import Draft, Made, Published, Wanted, Work, release
from generator.publish.branch import NOINDEX

ENV = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2026-11-01T09:00:00Z",
    "GIT_COMMITTER_DATE": "2026-11-01T09:00:00Z",
}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@dataclass
class Company:
    """A clone, the bare repository that it pushes to, and what its sites say."""

    here: Path
    there: Path
    findable: bool = False
    leaks: Callable[[Path], tuple[list[str], str]] = lambda _folder: ([], "")
    meanwhile: Callable[[], None] = lambda: None
    """Happens while the site is built."""
    said: list[str] = field(default_factory=list)

    def edit(self, text: str) -> None:
        (self.here / "playbook.txt").write_text(text, encoding="utf-8")
        git(self.here, "add", "-A")
        git(self.here, "commit", "-qm", f"Say {text}")

    def release(self, version: str, *, remote: str = "origin", **wanted: object) -> Draft:
        work = Work(self.build, self.leaks, self.notes, lambda step, said: self.said.append(f"{step}: {said}"))
        return release(Wanted(self.here, version, remote=remote, **wanted), work)  # type: ignore[arg-type]

    def build(self, folder: Path, when: datetime.datetime) -> Made:
        self.meanwhile()
        text = (self.here / "playbook.txt").read_text(encoding="utf-8")
        (folder / "lines").mkdir(parents=True)
        for page in (folder / "index.html", folder / "lines" / "index.html"):
            page.write_text(f"<head>{NOINDEX.decode()}</head>{text} {when:%d.%m.%Y}", encoding="utf-8")
        return Made(folder, "<p>gone</p>", self.findable)

    def notes(self, before: Published | None) -> str:
        return f"# What is new since {before.version if before else 'ever'}\n"

    def shown(self, path: str, branch: str = "gh-pages") -> str:
        """A file as the remote publishes it."""
        return git(self.there, "show", f"{branch}:{path}")

    def refs(self) -> Mapping[str, str]:
        """Every branch and tag there and here; what was looked up there is no state of its own."""
        found = {}
        for side, folder in (("there", self.there), ("here", self.here)):
            for line in git(folder, "for-each-ref", "--format=%(objectname) %(refname)").splitlines():
                what, _, name = line.partition(" ")
                if not name.startswith("refs/remotes/"):
                    found[f"{side} {name}"] = what
        return found


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Company:
    for name, value in ENV.items():
        monkeypatch.setenv(name, value)
    return make_company(tmp_path)


def make_company(folder: Path) -> Company:
    there, here = folder / "origin.git", folder / "playbook"
    git(folder, "init", "-q", "--bare", "-b", "main", str(there))
    git(folder, "init", "-q", "-b", "main", str(here))
    git(here, "remote", "add", "origin", str(there))
    git(here, "config", "user.name", "Ingrid Solheim")
    git(here, "config", "user.email", "ingrid@kelvaro.example")
    made = Company(here, there)
    made.edit("Ask for 60.")
    git(here, "push", "-q", "origin", "main")
    return made
