"""Proves a mending by reading the text again: every block says what it said, but for the words that were to change."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.loading.syntax.compose import compose
from generator.model.block import Block, SourceText

FRONT_MATTER = "front matter"
"""How the elements of its blocks begin."""
_HEAD = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:---|\.\.\.|\+\+\+)[ \t]*\r?$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` of a block's text are to become `new`, as a reader sees them."""

    block: int
    start: int
    end: int
    new: str


def reads_as_meant(before: SourceText, after: SourceText, changes: Sequence[Change]) -> bool:
    """Whether the text says after the changes what they were meant to make of it, and nothing else."""
    meant = [_changed(block, (c for c in changes if c.block == number)) for number, block in enumerate(before.blocks)]
    if [_said(block, block.text) for block in after.blocks] != [
        _said(block, text) for block, text in zip(before.blocks, meant, strict=True)
    ]:
        return False
    at_top = [c.block for c in changes if before.blocks[c.block].element.startswith(FRONT_MATTER)]
    return not at_top or _is_held(before.text, after.text, {_plain(meant[number]) for number in at_top})


def _changed(block: Block, changes: Iterable[Change]) -> str:
    text = block.text
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        text = text[: change.start] + change.new + text[change.end :]
    return text


def _said(block: Block, text: str) -> tuple[object, ...]:
    return _plain(text), block.element, block.shown, block.speaker, block.quoted


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_held(before: str, after: str, meant: set[str]) -> bool:
    """Whether the front matter is still data of the same shape, with what was meant among its strings."""
    one, other = _data(before), _data(after)
    if one is None or other is None:
        return False
    mine, theirs = list(_leaves(one)), list(_leaves(other))
    return [_shape(*leaf) for leaf in mine] == [_shape(*leaf) for leaf in theirs] and meant <= {
        _plain(value) for _, value in theirs if isinstance(value, str)
    }


def _data(text: str) -> Any:
    """The front matter as data; None where it is none."""
    head = _HEAD.match(text)
    if head is None:
        return None
    if head[1] == "+++":
        try:
            return tomllib.loads(head[2].replace("\r\n", "\n"))
        except tomllib.TOMLDecodeError:
            return None
    node, wrong = compose(head[2], FRONT_MATTER)
    return None if node is None or wrong else node.data


def _leaves(data: Any, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _leaves(value, (*path, number))
    else:
        yield path, data


def _shape(path: tuple[object, ...], value: Any) -> tuple[object, ...]:
    return path, str if isinstance(value, str) else value
