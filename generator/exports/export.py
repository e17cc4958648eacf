"""What a file for `tuneup export` holds, and how they are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from generator.derive.facts import Facts
from generator.model.settings import Settings


class Export(Protocol):
    """A file in `exports/` with a `SUFFIX` is a format; its name, without a final underscore, is the format's name.

    It makes the same bytes of the same playbook on the same day.
    """

    SUFFIX: str
    """The ending of the files it makes, such as `.apkg`."""

    def export(self, facts: Facts, settings: Settings) -> bytes | Mapping[str, bytes]:
        """The file, or several by their names, which then go into a folder."""
        ...


def place(what: str, settings: Settings) -> Path | None:
    """Where the program looks for its file, if it does so in one place only: a format says so by `PLACE`."""
    path = getattr(exports()[what], "PLACE", "")
    return repository(settings.root) / path if path else None


def file_of(what: str) -> str:
    """How everybody calls its file, or the first of its files: a format says so by `FILE`."""
    return str(getattr(exports()[what], "FILE", ""))


def repository(root: Path) -> Path:
    """The folder of the repository that the playbook lies in; its own where it lies in none."""
    root = root.resolve()
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


@cache
def exports() -> Mapping[str, Export]:
    """Every format by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = {name.rstrip("_"): importlib.import_module(f"generator.exports.{name}") for name in names}
    return {name: cast(Export, module) for name, module in modules.items() if isinstance(_suffix(module), str)}


def _suffix(module: object) -> object:
    return getattr(module, "SUFFIX", None)
