"""Collects real prose that any machine with Python has: manual topics, package descriptions, or a folder of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from pydoc_data import topics

from generator.model.block import Block, Place

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_PROSE = re.compile(r"[A-Z][^|<>{}\[\]=_`*#\\/]{20,}")


def paragraphs(folder: Path | None = None) -> list[str]:
    """Paragraphs of running English, each once, in an order that does not depend on the file system."""
    texts = _folder(folder) if folder else _installed()
    seen = dict.fromkeys(" ".join(part.split()) for text in texts for part in re.split(r"\n\s*\n", text))
    return [part for part in seen if len(part) > 80 and part.count(" ") > len(part) / 12]


def _folder(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".txt", ".rst", ".html") and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


def _installed() -> Iterator[str]:
    yield from (topics.topics[name] for name in sorted(topics.topics))
    packages = {package.metadata["Name"]: package for package in metadata.distributions()}
    for name in sorted(packages, key=str.lower):
        yield str(packages[name].metadata.get_payload())
        for file in packages[name].files or []:
            if (
                re.search(r"(?i)licen[cs]e|notice|authors|changelog|\.rst$|\.md$", file.name)
                and file.name != "METADATA"
            ):
                path = Path(str(file.locate()))
                yield path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def sentences(parts: list[str]) -> list[str]:
    """Plain sentences of the paragraphs, each once."""
    split = (sentence for part in parts for sentence in _SENTENCE.split(part))
    return list(dict.fromkeys(each for each in split if _PROSE.fullmatch(each) and each.endswith(".")))


def blocks(parts: list[str]) -> list[Block]:
    """The paragraphs as a reader would give them."""
    return [Block(part, (Place(),)) for part in parts]
