"""Reads the playbook as it was at a version in git, without touching the files that are there now."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.loading.git.scratch import scratch
from generator.loading.site.options import OptionError
from generator.model.settings import Settings

SHORT = 7
DIGEST = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")


class NoPlaybookError(OptionError):
    """The version is known, and no playbook was in it yet."""


@dataclass(frozen=True, slots=True)
class Version:
    """A tag, the day it was set, and the object that it names: a tag can be set anew."""

    name: str
    on: datetime.date
    hash: str = ""


def versions(root: Path, *, merged: bool = False) -> list[Version]:
    """The tags of the repository, oldest first; `merged` leaves those on the way to what is checked out."""
    form = ("--sort=creatordate", "--format=%(creatordate:short) %(objectname) %(refname:short)")
    lines = (
        _git(root, "for-each-ref", *form, *(("--merged=HEAD",) if merged else ()), "refs/tags").decode().splitlines()
    )
    told = (line.split(" ", 2) for line in lines)
    return [Version(name, datetime.date.fromisoformat(day), hash_) for day, hash_, name in told if day]


@contextmanager
def at_version(settings: Settings, version: str) -> Iterator[Settings]:
    """Settings that read the content of that version from a folder which is gone afterwards.

    A content folder outside the repository has no versions here: it is read as it is today, so that nothing in it is
    told as a change.
    """
    below = {folder: name for folder in settings.content if (name := _below(folder, settings.root))}
    commit = _commit(settings.root, version)
    there = _git(settings.root, "ls-tree", "-d", "--name-only", commit, *below.values()).decode().splitlines()
    if not below or not there:
        missing = next(iter(below.values()), settings.content[0].name)
        raise NoPlaybookError(f"version `{version}` holds no `{missing}/`; name one in which there was a playbook")
    packed = _git(settings.root, "archive", "--format=tar", version, *there)
    with scratch() as folder, tarfile.open(fileobj=io.BytesIO(packed)) as files:
        files.extractall(folder, filter="data")
        root = folder.resolve()
        places = {one: root / below[one] if one in below else one.resolve() for one in settings.content}
        yield settings.moved(root, {one: place for one, place in places.items() if place.is_dir()})


def short(version: str) -> str:
    """As people name a commit; a tag as it is."""
    return version[:SHORT] if DIGEST.fullmatch(version) else version


def _below(folder: Path, root: Path) -> str:
    """Its path from the root; nothing where it lies elsewhere, as `../leader-content` does."""
    inside = folder.resolve().is_relative_to(root.resolve())
    return folder.resolve().relative_to(root.resolve()).as_posix() if inside else ""


def _commit(root: Path, version: str) -> str:
    try:
        return (
            _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{version}^{{commit}}").decode().strip()
        )
    except OptionError:
        raise OptionError(f"git knows no version `{version}`; {_cure(root)}") from None


def _cure(root: Path) -> str:
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return 'this clone is without its history, "git fetch --unshallow --tags" brings it'
    return '"git tag" lists those with a name'


def _git(root: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise OptionError("git is not installed, and versions are kept in it") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise OptionError(f"git could not answer: {said or words[0]}")
    return done.stdout
