"""Keeps data on disk by key, so that it is not worked out twice; a tree that cannot be written is no trouble."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any


class Kept:
    """One file for each entry. A damaged entry is as good as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self._wrote = False

    def get(self, key: str) -> Any:
        """None where nothing is kept."""
        self._used.add(key)
        try:
            return json.loads(self._path(key).read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, key: str, data: Any) -> None:
        """Written beside its place and moved there, so that two runs never read half of it."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as stream:
                stream.write(json.dumps(data, separators=(",", ":")))  # `json.dump` has no encoder written in C
            Path(beside).replace(path)
            self._wrote = True

    def sweep(self) -> None:
        """Takes away what this run had no use for, where it wrote; only after all keys were asked for."""
        if not self._wrote:
            return
        with contextlib.suppress(OSError):
            for path in self._folder.glob("*/*"):
                if path.parent.name + path.name not in self._used:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def digest_of_code(files: Iterable[Path], libraries: Iterable[str]) -> str:
    """A digest of all that decides a result: a number kept by hand would be forgotten one day."""
    digest = sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    for library in libraries:
        with contextlib.suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()
