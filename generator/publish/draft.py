"""A release on its way: what is wanted, and what each step has found or made so far."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.publish.git import Git

LATEST = "latest"
"""The folder that always holds the newest version; links from outside lead there."""


class RefusedError(Exception):
    """Nothing was published; the message says what stands in the way and what to do."""

    def __init__(self, message: str, *, judged: bool = False) -> None:
        super().__init__(message)
        self.judged = judged
        """Whether the playbook itself is at fault, and not the way in which it was to be published."""


@dataclass(frozen=True)
class Wanted:
    """What is to be published, and how."""

    root: Path
    version: str
    """Empty where versions are only taken away."""
    branch: str = "gh-pages"
    remote: str = ""
    """Where it is pushed to; empty: it stays in this repository."""
    keep: int = 12
    """How many versions stay, the new one among them."""
    drop: tuple[str, ...] = ()
    """Older versions to take away besides."""
    squash: bool = False
    """Forget how the branch came to be, so that what was taken away is also gone from its history."""
    dry_run: bool = False


@dataclass(frozen=True)
class Made:
    """A site that was built."""

    site: Path
    gone: str
    """The page for addresses that lead nowhere any more, as HTML."""
    findable: bool
    """Whether search engines may list the newest version."""


@dataclass(frozen=True)
class Published:
    """A version on the branch, and what it was built from where that is known."""

    version: str
    commit: str
    folder: str = ""
    """The playbook's folder in the repository, `.` for its top."""


@dataclass(frozen=True)
class Work:
    """What a release asks of those who know playbooks."""

    build: Callable[[Path, datetime.datetime], Made]
    """Builds the version in a folder, as at the time of its commit. Raises `RefusedError` where it cannot be shown."""
    read: Callable[[Path], tuple[Sequence[str], str]]
    """Reads a folder with all versions: the files that hold what must not be in them, and that in words."""
    notes: Callable[[Published | None], str]
    """Tells what is new since the version before; None where there is none to compare with."""
    say: Callable[[str, str], None]
    """Is told of each step that is done: its name, and what came of it."""


@dataclass(frozen=True)
class Draft:
    """All that is known of a release between two steps. Nothing of it shows until it is pushed or recorded."""

    wanted: Wanted
    folder: Path
    """For the site; it is gone afterwards."""
    here: Git
    """The company's repository."""
    aside: Git
    """A repository with branches of its own, which keeps its objects beside the company's."""
    commit: str = ""
    """What is released."""
    below: str = ""
    """The playbook's folder in the repository, `.` for its top."""
    when: datetime.datetime = datetime.datetime.min
    """The time of that commit; a release that is made again is the same to the last byte."""
    mine: str = ""
    """The branch as it is here; empty where there is none."""
    theirs: str = ""
    """The branch as it is where it is pushed to."""
    base: str = ""
    """The one of both that holds more, on which the version is laid."""
    tag: str = ""
    """What the tag points at; empty until there is one."""
    tagged_here: bool = False
    tagged_there: bool = False
    versions: tuple[Published, ...] = ()
    """Those on the branch, the newest first."""
    is_out: bool = False
    """Whether this version was on the branch before, from this commit."""
    made: Made | None = None
    notes: str = ""
    head: str = ""
    """The branch as it will be."""

    @property
    def builds(self) -> bool:
        return bool(self.wanted.version) and not self.is_out

    @property
    def changes(self) -> bool:
        """Whether the branch will be another; not where a release goes on that was stopped at its very end."""
        return self.builds or bool(self.wanted.drop)
