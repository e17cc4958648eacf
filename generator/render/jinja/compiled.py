"""Keeps compiled templates: in memory for a preview, and on disk where nobody but this user can write."""

from __future__ import annotations

import contextlib
import tempfile
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2

from generator.loading.kept.store import digest_of_code

LIBRARIES = ("jinja2", "markupsafe")


class Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates while the program runs, by their text: a preview compiles each only once."""

    def __init__(self, disk: jinja2.BytecodeCache | None = None) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}
        self._disk = disk

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))
        if bucket.code is None and self._disk is not None:
            try:
                self._disk.load_bytecode(bucket)
            except Exception:  # noqa: BLE001  a half-written file can raise anything; it is compiled over
                bucket.reset()
            self._keep(bucket)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self._keep(bucket)
        if self._disk is not None:
            with contextlib.suppress(OSError):  # a full disk only costs the time to compile once more
                self._disk.dump_bytecode(bucket)

    def _keep(self, bucket: jinja2.bccache.Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


@lru_cache(maxsize=1)
def compiled(words: str) -> Compiled:
    """Jinja works out what it can while it compiles, so other labels or other filters need their own."""
    return Compiled(_on_disk(sha256(f"{_code()}\n{words}".encode()).hexdigest()[:16]))


def _on_disk(kind: str) -> jinja2.BytecodeCache | None:
    """In the folder that Jinja makes for its user alone: in the playbook's own a stranger's code could come along.

    None where there is no such folder, as when another user made it, or no folder for what is temporary is
    writable and Python falls back to the current one.
    """
    try:
        if Path(tempfile.gettempdir()).resolve() == Path.cwd():
            return None
        return jinja2.FileSystemBytecodeCache(pattern=f"tuneup_{kind}_%s.cache")
    except (OSError, RuntimeError):
        return None


@cache
def _code() -> str:
    return digest_of_code(Path(__file__).parents[1].rglob("*.py"), LIBRARIES)
