"""Keeps what was fetched: one folder a page, the bytes under the day they were first seen, and a note of the last."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

NOTE = "capture.json"


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was on a day."""

    data: bytes
    suffix: str
    captured: date


@dataclass(frozen=True, slots=True)
class Captures:
    """The captures below a folder."""

    folder: Path

    def last(self, address: str) -> Capture | None:
        """The last capture of a page, None where there is none that can be read."""
        folder = self._of(address)
        try:
            note = json.loads((folder / NOTE).read_text("utf-8"))
            file = folder / Path(note["file"]).name
            return Capture(file.read_bytes(), file.suffix, date.fromisoformat(note["captured"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, address: str, data: bytes, suffix: str, today: date) -> Capture:
        """Keep a page as of `today`; where it has not changed, only the day in the note moves."""
        folder = self._of(address)
        folder.mkdir(parents=True, exist_ok=True)
        last = self.last(address)
        name = f"{today.isoformat()}{suffix}"
        if last is not None and last.data == data and last.suffix == suffix:
            name = json.loads((folder / NOTE).read_text("utf-8"))["file"]
        else:
            _written(folder / name, data)
        note = {"address": address, "captured": today.isoformat(), "file": name}
        _written(folder / NOTE, (json.dumps(note, indent=2, ensure_ascii=False) + "\n").encode())
        return Capture(data, suffix, today)

    def _of(self, address: str) -> Path:
        """A folder whose name can be read, and (by the hash) is no other address's."""
        parts = urlsplit(address)
        host = re.sub(r"[^a-z0-9.-]+", "-", parts.netloc.lower()).strip(".-")
        slug = re.sub(r"[^a-z0-9]+", "-", parts.path.lower()).strip("-")[:60]
        mark = sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return self.folder / (host or "page") / f"{slug or 'index'}-{mark}"


def _written(path: Path, data: bytes) -> None:
    """Write whole or not at all, so that a stopped run leaves no half page."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)
