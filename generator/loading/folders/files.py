"""Which files of a content folder hold what, and what messages call them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.areas.performance import Rep
from generator.areas.pipeline import Deal
from generator.areas.rap import Hire
from generator.model.record import Part
from generator.readers.reading.guard import UNWRITTEN, cannot_be_written

BESIDE = frozenset({"pages", "materials", "data"})
"""Folders of the content folder that hold no areas."""
DATA = "data"
ROWS: tuple[tuple[str, str, str, type[Part], tuple[str, ...]], ...] = (
    ("rap", "hires", f"{DATA}/hires.csv", Hire, ()),
    ("performance", "reps", f"{DATA}/reps.csv", Rep, ()),
    ("pipeline", "deals", f"{DATA}/deals.csv", Deal, ("stage",)),
)
"""The lists that are rows of a CSV file: the area, the list in it, the file, what a row is, and columns that must be
there besides those of fields that must be filled: without its stage no rule knows what to ask of an open deal."""
LOCK = "reviews.lock.yml"
SUFFIXES = (".yml", ".yaml")
MEANT = re.compile(r"[^._].*\.ya?ml(?:\.txt)?", re.IGNORECASE)


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every YAML file below `folder` with the key of the area it belongs to, by name."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith((".", "_")) or path.name == LOCK:
            continue
        if path.suffix in SUFFIXES:
            yield path.stem, path
        elif path.is_dir() and path.name not in BESIDE:
            yield from ((path.name, file) for file in in_folder(path))


def passed_over(folder: Path) -> list[Path]:
    """Files that are meant to be read, but for the end of their names: `skills.yml.txt`, as some editors save it."""
    within = sorted(folder.iterdir()) if folder.is_dir() else []
    folders = [path for path in within if path.is_dir() and path.name not in BESIDE and path.name[0] not in "._"]
    files = [*within, *(file for path in folders for file in sorted(path.rglob("*")))]
    return [path for path in files if MEANT.fullmatch(path.name) and path.suffix not in SUFFIXES and path.is_file()]


def in_folder(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix in SUFFIXES)


def shown(path: Path, root: Path) -> str:
    """The path as messages show it: from the root where it is below, with forward slashes, in one line that can be
    written anywhere."""
    try:
        name = path.relative_to(root).as_posix()
    except ValueError:
        name = path.as_posix()
    if not cannot_be_written(name):
        return name
    spelled = os.fsencode(name).decode("utf-8", "backslashreplace")
    return UNWRITTEN.sub(lambda sign: repr(sign[0])[1:-1], spelled)
