"""What a file for `tuneup export` holds, and how they are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from generator.derive.facts import Facts


class Export(Protocol):
    """A file in `exports/` with a `SUFFIX` is a format; its name, without a final underscore, is the format's name.

    It makes the same bytes of the same playbook on the same day.
    """

    SUFFIX: str
    """The ending of the files it makes, such as `.apkg`."""

    def export(self, facts: Facts, *, language: str) -> bytes | Mapping[str, bytes]:
        """The file, or several by their names, which then go into a folder."""
        ...


@cache
def exports() -> Mapping[str, Export]:
    """Every format by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = {name.rstrip("_"): importlib.import_module(f"generator.exports.{name}") for name in names}
    return {name: cast(Export, module) for name, module in modules.items() if isinstance(_suffix(module), str)}


def _suffix(module: object) -> object:
    return getattr(module, "SUFFIX", None)
