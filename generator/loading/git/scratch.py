"""Folders for work that is thrown away, also where it was killed in the middle: the next one clears them."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":  # Windows has no lock that ends with its process and can be asked for: nothing is cleared
    import fcntl

BEGINS = "tuneup-work-"
LOCK = "in-use"
"""Held by the process that works in the folder; the system lets it go with the process, however that ends."""


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder that is gone afterwards. What the user's own dead processes left behind goes first."""
    _clear(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=BEGINS, ignore_cleanup_errors=True) as name, _held(Path(name)):
        folder = Path(name) / "work"
        folder.mkdir()
        yield folder


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    """The lock is held before it has its name: nobody finds one that is about to be taken."""
    with (folder / "new").open("w") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
            (folder / "new").rename(folder / LOCK)
        yield


def _clear(temporary: Path) -> None:
    if sys.platform != "win32":
        for folder in temporary.glob(f"{BEGINS}*"):
            with contextlib.suppress(OSError):
                if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                    continue
                with (folder / LOCK).open("r+") as lock:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # an OSError while its process lives
                    shutil.rmtree(folder, ignore_errors=True)
