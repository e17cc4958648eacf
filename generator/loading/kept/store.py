"""Keeps data on disk by key, so that it is not worked out twice; a tree that cannot be written is no trouble."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import weakref
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

AT_ONCE = 200
"""Entries written in one go: a file for each would take longer than many a text takes to read."""
WAIT = 1.0
"""Seconds to wait for another run that is writing; then this one keeps nothing."""
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID"


class Kept:
    """One file for all entries, made when the first is kept. A damaged file or entry is as good as none."""

    def __init__(self, file: Path, *, root: Path | None = None) -> None:
        """With `root`, nothing is kept where a link leads out of that folder."""
        self._file = file
        self._is_outside = root is not None and not file.resolve().is_relative_to(root.resolve())
        self._used: set[str] = set()
        self._new: dict[str, str] = {}
        self._open: sqlite3.Connection | None = None
        self._wrote = False

    def get(self, key: str) -> Any:
        """None where nothing is kept."""
        self._used.add(key)
        try:
            return json.loads(self._new.get(key) or self._read(key))
        except (OSError, ValueError, sqlite3.Error):
            return None

    def put(self, key: str, data: Any) -> None:
        """Kept for later in this run at once, on disk together with others."""
        self._new[key] = json.dumps(data, separators=(",", ":"))
        if len(self._new) >= AT_ONCE:
            self.write()

    def write(self) -> None:
        """Put on disk what is not there yet."""
        if not self._new or self._is_outside:
            self._new = {}
            return
        with contextlib.suppress(OSError, sqlite3.Error):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            connection = self._connect()
            with connection:
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", self._new.items())
            self._wrote = True
        self._new = {}

    def sweep(self, *, spare: int = 0) -> None:
        """Takes away what this run had no use for, where it wrote; only after all keys were asked for.

        Nothing is taken away while it is no more than `spare` times what was used.
        """
        self.write()
        if not self._wrote or self._open is None:
            return
        with contextlib.suppress(sqlite3.Error), self._open:
            known = [key for (key,) in self._open.execute("SELECT key FROM kept")]
            stale = [(key,) for key in known if key not in self._used]
            if len(stale) > spare * len(self._used):
                self._open.executemany("DELETE FROM kept WHERE key = ?", stale)

    def _read(self, key: str) -> str:
        if self._is_outside or (self._open is None and not self._file.is_file()):
            return ""
        row = self._connect().execute("SELECT data FROM kept WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def _connect(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = _connection(self._file)
            weakref.finalize(self, self._open.close)
        return self._open


def _connection(file: Path) -> sqlite3.Connection:
    """Opened for writing, if the file can be written; what is no such file is thrown away."""
    try:
        return _opened(file)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        file.unlink()
        return _opened(file)


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=WAIT, check_same_thread=False)  # it may be closed in another one
    try:
        connection.execute("PRAGMA synchronous=OFF")  # what a power cut takes is worked out anew
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept'").fetchone():
            connection.execute(_TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def digest_of_code(files: Iterable[Path], libraries: Iterable[str]) -> str:
    """A digest of all that decides a result: a number kept by hand would be forgotten one day."""
    digest = sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    for library in libraries:
        with contextlib.suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()
