"""All that can be read in a file of a site: what is seen, what stands in attributes and comments, what is packed."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath
from typing import Any

from generator.leaks.texts import packed_in, texts_in
from generator.readers import read_bytes

PICTURES = frozenset({".woff", ".woff2", ".ttf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".avif"})
"""Without words but for what programs write beside them, such as who made it of what."""
DOCUMENTS = frozenset({".docx", ".pptx", ".pdf", ".eml"})
DATA = frozenset({".json", ".jsonl", ".map", ".webmanifest"})

_PRINTED = re.compile(rb"[\x20-\x7e\x80-\xf4]{8,}")
_HIDING = re.compile(r"[<&%\\]|[\w+/-]{24}", re.A)
_FOLD = re.compile(r"\r?\n[ \t]")
_STYLED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")


def readings(name: str, data: bytes) -> Iterator[str]:
    """The texts of a file, one after the other; the same words may come more than once."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in DOCUMENTS:
        yield "\n".join(block.text for block in read_bytes(data, name).blocks)
    if suffix in PICTURES:
        yield "\n".join(run.decode("utf-8", errors="ignore") for run in _PRINTED.findall(data))
        return
    packed = _unpacked(name, data)
    if packed is not None:
        for inner, content in packed:
            yield from readings(inner, content)
        return
    text = _decoded(data)
    if suffix in DATA:
        lines = text.splitlines() if suffix == ".jsonl" else [text]
        read = [said for line in lines if (said := _json(line))]
        yield from chain.from_iterable(read)
        if len(read) == len(lines):
            return
    if suffix == ".css":
        text = _STYLED.sub(lambda found: chr(min(int(found[1], 16), 0xFFFF)), text)
    yield from _text(_FOLD.sub("", text) if suffix in (".ics", ".vcf") else text)


def _text(text: str) -> Iterator[str]:
    yield from texts_in(text)
    for data in packed_in(text):
        yield from readings("", data)


def _decoded(data: bytes) -> str:
    """Files of Excel are of two bytes a letter."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if wide or (data and data[1:400:2].count(0) > len(data[1:400:2]) // 2):
        return data.decode("utf-16" if wide else "utf-16-le", errors="ignore")
    return data.decode("utf-8-sig", errors="ignore")


def _unpacked(name: str, data: bytes) -> list[tuple[str, bytes]] | None:
    """The files inside; None where it is not packed or cannot be opened."""
    try:
        if data.startswith(b"\x1f\x8b"):
            return [(name.removesuffix(".gz"), gzip.decompress(data))]
        if data.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(data)) as files:
                return [(member, files.read(member)) for member in files.namelist()]
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return None
    return None


def _json(text: str) -> list[str]:
    """All that is said in it, in its order, and then what that hides; nothing where it is no JSON."""
    try:
        said = list(
            _scalars(json.loads(text, object_pairs_hook=list))
        )  # a pair for each key, even for one that is twice
    except (ValueError, RecursionError):
        return []
    found = ["\n".join(said)]
    for one in said:
        if one[:1] in ("{", "["):
            found += _json(one)
        if _HIDING.search(one):
            found += _text(one)
    return found


def _scalars(node: Any) -> Iterator[str]:
    if isinstance(node, list | tuple):
        for one in node:
            yield from _scalars(one)
    elif node is not None:
        yield str(node)
