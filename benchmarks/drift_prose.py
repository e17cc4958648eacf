"""Collects real prose that any machine with Python has: manual topics, package descriptions, or a folder of texts."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from pydoc_data import topics

from generator.model.block import Block, Place

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_PROSE = re.compile(r"[A-Z][^|<>{}\[\]=_`*#\\/]{20,}")


def two_piles(folder: Path | None = None) -> tuple[list[str], list[str]]:
    """Paragraphs to take messages from, and paragraphs of other works that know nothing of them.

    Each paragraph once, in an order that does not depend on the file system.
    """
    if folder:
        texts = list(_folder(folder))
        return _paragraphs(texts[::2]), _paragraphs(texts[1::2])
    return _paragraphs(_descriptions()), _paragraphs(_manuals())


def _paragraphs(texts: Iterable[str]) -> list[str]:
    seen = dict.fromkeys(" ".join(part.split()) for text in texts for part in re.split(r"\n\s*\n", text))
    return [part for part in seen if len(part) > 80 and part.count(" ") > len(part) / 12]


def _folder(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".txt", ".rst", ".html") and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


def _packages() -> list[metadata.Distribution]:
    found = {package.metadata["Name"].lower(): package for package in metadata.distributions()}
    return [found[name] for name in sorted(found)]


def _descriptions() -> Iterator[str]:
    for package in _packages():
        yield str(package.metadata.get_payload())


def _manuals() -> Iterator[str]:
    """Python's own manual, its docstrings, and the licences and notes that come with packages."""
    yield from (topics.topics[name] for name in sorted(topics.topics))
    for path in sorted(Path(json.__file__).parents[1].glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
        yield from (ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, kinds))
    for package in _packages():
        for file in package.files or []:
            path = Path(str(file.locate()))
            if re.search(r"(?i)licen[cs]e|notice|authors|changelog", file.name) and path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace")


def sentences(parts: list[str]) -> list[str]:
    """Plain sentences of the paragraphs, each once."""
    split = (sentence for part in parts for sentence in _SENTENCE.split(part))
    return list(dict.fromkeys(each for each in split if _PROSE.fullmatch(each) and each.endswith(".")))


def blocks(parts: list[str]) -> list[Block]:
    """The paragraphs as a reader would give them."""
    return [Block(part, (Place(),)) for part in parts]
