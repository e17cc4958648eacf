"""Asks git. What it answers is text; what it refuses is a `GitError` with git's own words."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NOT_OURS = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
"""Set where a hook of git calls us; they would lead to another repository (see `git rev-parse --local-env-vars`)."""


class GitError(Exception):
    """Git could not do what it was asked."""


@dataclass(frozen=True)
class Git:
    """A repository: `folder` lies in it or is it; `env` is added to the environment of each call."""

    folder: Path
    env: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, *words: str, put: str = "") -> str:
        """The answer without its last line break. `put` is what git reads."""
        done = self._run(words, put)
        if done.returncode:
            raise GitError(_telling(done.stderr) or f"git {words[0]} failed")
        return done.stdout.removesuffix("\n")

    def finds(self, *words: str) -> str:
        """The answer, or nothing where git refuses."""
        done = self._run(words, "")
        return "" if done.returncode else done.stdout.rstrip()

    def environment(self) -> dict[str, str]:
        """That of a call."""
        return {**{name: value for name, value in os.environ.items() if name not in NOT_OURS}, **self.env}

    def _run(self, words: tuple[str, ...], put: str) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(
                ["git", *words],
                cwd=self.folder,
                env=self.environment(),
                input=put,
                capture_output=True,
                check=False,
                encoding="utf-8",
                errors="replace",
            )
        except FileNotFoundError:
            raise GitError("it is not installed, and versions are kept in it") from None


def _telling(said: str) -> str:
    """Why git refused: of a push the lines with `!` and the other side's own words, else the first that is marked.

    Hints and progress say nothing, nor that one ref fails since another does.
    """
    lines = [" ".join(line.split()) for line in said.splitlines() if line.strip()]
    refused = [line.removeprefix("! ") for line in lines if line.startswith("! ") and "atomic push fail" not in line]
    if refused:
        theirs = " ".join(line.removeprefix("remote:").strip() for line in lines if line.startswith("remote:"))
        return "; ".join(refused) + (f'; it says "{theirs.strip()}"' if theirs.strip() else "")
    marked = [line for mark in ("fatal:", "error:") for line in lines if line.startswith(mark)]
    return (marked or lines or [""])[0]
