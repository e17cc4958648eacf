"""Reads what the company says: any file -> its blocks of text, or why it could not be read."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from generator.model.block import SourceText
from generator.readers.reading.guard import Unreadable, check_content, load

__all__ = ["Reader", "read", "read_bytes", "readers", "suffixes"]

NOT_FORMATS = frozenset({"reading", "address"})
"""What every reader stands on, and pages by address, which come to a reader as bytes."""


class Reader(Protocol):
    """One format. A module (or package) in this folder that has these is found by itself.

    A third-party library is imported inside `read`, so that it loads only when such a file is read.
    """

    SUFFIXES: frozenset[str]
    """Lower case, with the dot."""
    SIGNATURE: bytes
    """What the first bytes must be; empty for text formats."""

    def read(self, data: bytes, name: str) -> SourceText:
        """The blocks of a file of this format; raises `Unreadable` with the cause in plain words."""


def read(path: Path, name: str, *, root: Path | None = None) -> SourceText:
    """What the file says; `name` is what messages call it (its path from the playbook's root).

    Never raises for a bad file: `SourceText.problem` then has the cause. With `root`, a file that lies
    outside of it once links are followed is not opened.
    """
    try:
        data = load(path, root=root)
    except Unreadable as cause:
        return SourceText(name, _format(name), problem=str(cause))
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str, *, suffix: str = "") -> SourceText:
    """The same for bytes already here; `suffix` overrides the one of `name`."""
    suffix = suffix or Path(name).suffix.lower()
    reader = readers().get(suffix)
    try:
        if reader is None:
            raise Unreadable(f"no reader for `{suffix or name}`; there is one for {', '.join(suffixes())}")
        check_content(data, suffix, reader.SIGNATURE)
        source = reader.read(data, name)
        if not source.blocks:
            raise Unreadable("there is no text in it")
        return source
    except Unreadable as cause:
        return SourceText(name, _format(name, suffix), problem=str(cause))
    except Exception as error:  # noqa: BLE001
        # Bytes from outside can break any parser. The run goes on, and the source is reported as unreadable.
        return SourceText(name, _format(name, suffix), problem=f"the file is damaged ({type(error).__name__}: {error})")


@cache
def readers() -> dict[str, Reader]:
    """Each suffix with its reader."""
    found: dict[str, Reader] = {}
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        if module.name in NOT_FORMATS:
            continue
        reader = cast(Reader, import_module(f"{__name__}.{module.name}"))
        if missing := lacking(reader):
            file = f"generator/readers/{module.name}.py"
            raise TypeError(f"{file} is no reader yet: it has no {', no '.join(missing)} (see `Reader`)")
        found.update(dict.fromkeys(reader.SUFFIXES, reader))
    return found


def lacking(reader: object) -> list[str]:
    """What a module of this folder needs and does not have."""
    return [name for name in ("SUFFIXES", "SIGNATURE", "read") if not hasattr(reader, name)]


def suffixes() -> tuple[str, ...]:
    """All suffixes that can be read, sorted."""
    return tuple(sorted(readers()))


def _format(name: str, suffix: str = "") -> str:
    return (suffix or Path(name).suffix.lower()).removeprefix(".")
