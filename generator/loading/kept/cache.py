"""Keeps what was read from a source, by the hash of its bytes, so that a deck is opened once and not on every run."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import generator.model.block
import generator.readers
from generator.loading.kept.store import Kept, digest_of_code
from generator.model.block import Block, Kind, Mark, Place, Shown, SourceText, Span

FILE = ".cache/tuneup/texts.db"
"""Below the playbook's root; can be deleted at any time."""
LIBRARIES = ("lxml", "markdown-it-py", "pypdfium2", "python-docx", "python-pptx")


class TextCache:
    """What was read from each file's bytes. A tree that cannot be written is read all the same."""

    def __init__(self, root: Path) -> None:
        self._kept = Kept(root / FILE, root=root)
        self.sweep = self._kept.sweep

    def get(self, key: str) -> SourceText | None:
        """What was read from these bytes, without the name of their file."""
        try:
            return _source(self._kept.get(key))
        except (ValueError, KeyError, TypeError, IndexError):
            return None

    def put(self, key: str, source: SourceText) -> None:
        self._kept.put(key, _data(source))


def key_of(data: bytes, suffix: str) -> str:
    """The key of a file's bytes: another for each suffix, and after each change of the readers."""
    return sha256(f"{_readers()}\n{suffix}\n".encode() + data).hexdigest()


@cache
def _readers() -> str:
    return digest_of_code([Path(generator.model.block.__file__), Path(__file__), *_modules()], LIBRARIES)


def _modules() -> list[Path]:
    return [path for folder in generator.readers.__path__ for path in Path(folder).rglob("*.py")]


def _data(source: SourceText) -> dict[str, Any]:
    return {
        "format": source.format,
        "text": source.text,
        "encoding": source.encoding,
        "gaps": source.gaps,
        "blocks": [
            [
                block.text,
                [[place.words, place.line, place.column, place.box, place.at] for place in block.places],
                [[span.start, span.length, span.source, span.raw, span.part] for span in block.spans],
                block.shown,
                block.element,
                block.joins_next,
                block.speaker,
                [[mark.start, mark.end, mark.kind] for mark in block.marks],
                block.quoted,
                block.head,
                block.language,
                block.broken,
            ]
            for block in source.blocks
        ],
    }


def _source(data: dict[str, Any]) -> SourceText:
    blocks = tuple(map(_block, data["blocks"]))
    return SourceText("", data["format"], blocks, data["text"], data["encoding"], gaps=tuple(data["gaps"]))


def _block(kept: list[Any]) -> Block:
    text, places, spans, shown, element, joins, speaker, marks, quoted, head, language, broken = kept
    return Block(
        text,
        tuple(
            Place(tuple(words), line, column, (box[0], box[1], box[2], box[3]) if box else None, at)
            for words, line, column, box, at in places
        ),
        tuple(Span(*span) for span in spans),
        Shown(shown),
        element,
        joins,
        speaker,
        tuple(Mark(start, end, Kind(kind)) for start, end, kind in marks),
        quoted,
        head,
        language,
        broken,
    )
