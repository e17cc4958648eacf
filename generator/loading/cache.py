"""Keeps what was read from a source, by the hash of its bytes, so that a deck is opened once and not on every run."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import generator.model.block
import generator.readers
from generator.model.block import Block, Kind, Mark, Place, Shown, SourceText, Span

FOLDER = ".cache/tuneup/texts"
"""Below the playbook's root; can be deleted at any time."""
LIBRARIES = ("lxml", "markdown-it-py", "pypdfium2", "python-docx", "python-pptx")


class TextCache:
    """One file for each text. A tree that cannot be written is read all the same; a damaged entry is read anew."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._used: set[str] = set()
        self._wrote = False

    def get(self, key: str) -> SourceText | None:
        """What was read from these bytes, without the name of their file."""
        self._used.add(key)
        try:
            return _source(json.loads(self._path(key).read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None

    def put(self, key: str, source: SourceText) -> None:
        """Written beside its place and moved there, so that two runs never read half of it."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as stream:
                json.dump(_data(source), stream, separators=(",", ":"))
            Path(beside).replace(path)
            self._wrote = True

    def sweep(self) -> None:
        """Takes away what no source of this run holds any more; only after all of them were read."""
        if not self._wrote:
            return
        with contextlib.suppress(OSError):
            for path in self._folder.glob("*/*"):
                if path.parent.name + path.name not in self._used:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def key_of(data: bytes, suffix: str) -> str:
    """The key of a file's bytes: another for each suffix, and after each change of the readers."""
    return sha256(f"{_readers()}\n{suffix}\n".encode() + data).hexdigest()


@cache
def _readers() -> str:
    """A digest of all that decides what is read: a number kept by hand would be forgotten one day."""
    digest = sha256()
    for path in [Path(generator.model.block.__file__), Path(__file__), *_modules()]:
        digest.update(path.read_bytes())
    for library in LIBRARIES:
        with contextlib.suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()


def _modules() -> list[Path]:
    return sorted(path for folder in generator.readers.__path__ for path in Path(folder).rglob("*.py"))


def _data(source: SourceText) -> dict[str, Any]:
    return {
        "format": source.format,
        "text": source.text,
        "encoding": source.encoding,
        "gaps": source.gaps,
        "blocks": [
            [
                block.text,
                [[place.words, place.line, place.column] for place in block.places],
                [[span.start, span.length, span.source, span.raw, span.part] for span in block.spans],
                block.shown,
                block.element,
                block.joins_next,
                block.speaker,
                block.at,
                [[mark.start, mark.end, mark.kind] for mark in block.marks],
            ]
            for block in source.blocks
        ],
    }


def _source(data: dict[str, Any]) -> SourceText:
    blocks = tuple(_block(*each) for each in data["blocks"])
    return SourceText("", data["format"], blocks, data["text"], data["encoding"], gaps=tuple(data["gaps"]))


def _block(
    text: str, places: Any, spans: Any, shown: str, element: str, joins: bool, speaker: str, at: float, marks: Any
) -> Block:
    return Block(
        text,
        tuple(Place(tuple(words), line, column) for words, line, column in places),
        tuple(Span(*span) for span in spans),
        Shown(shown),
        element,
        joins,
        speaker,
        at,
        tuple(Mark(start, end, Kind(kind)) for start, end, kind in marks),
    )
