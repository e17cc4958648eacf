"""Joins figures that stand alone with their words, where the order of blocks or the rows of a table tell which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.block import Block
from generator.readers.reading.tiles import Box, Frame, is_figure, is_words, leads_up, tiles

Cell = Sequence[Block]
_IN_TABLES = frozenset({"cell", "td", "th"})


def pairs(texts: Sequence[str]) -> Iterator[int]:
    """Positions of texts that belong to the next one: a figure and its words, or words and their figure.

    Words stand first only where figures and words take turns, words first and figures last. An empty text parts.
    """
    start = 0
    while start < len(texts):
        end = start + 1
        while end < len(texts) and _takes_turns(texts[end - 1], texts[end]):
            end += 1
        words_first = is_words(texts[start]) and is_figure(texts[end - 1])
        yield from (at for at in range(start, end - 1) if is_figure(texts[at]) != words_first)
        start = end


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text that flows, each figure in a paragraph of its own joined with its words."""
    found = list(blocks)
    for first, after in _stretches(blocks):
        for at in pairs([block.text for block in blocks[first:after]]):
            found[first + at] = replace(found[first + at], joins_next=True)
    return found


def in_row(cells: Sequence[Cell]) -> list[list[Block]]:
    """The cells of a row, each running on into the next."""
    last = max((number for number, cell in enumerate(cells) if cell), default=-1)
    return [
        [*cell[:-1], *(replace(block, joins_next=number < last) for block in cell[-1:])]
        for number, cell in enumerate(cells)
    ]


def down(rows: Sequence[Sequence[Cell]]) -> list[Block]:
    """The cells of a table in reading order: where a row of figures stands on a row of words, column by column."""
    boxes = [Box(Frame(0, number, 1, number + 1), _kind(row)) for number, row in enumerate(rows)]
    found = {tile.figure: tile for tile in tiles(boxes)}
    belongs = {tile.words: tile for tile in found.values()}
    blocks: list[Block] = []
    for number, row in enumerate(rows):
        tile = found.get(number) or belongs.get(number)
        if tile is None:
            blocks += (block for cell in row for block in cell)
        elif number == min(tile.figure, tile.words):
            blocks += _column_by_column(rows[tile.figure], rows[tile.words], below=tile.figure < tile.words)
    return blocks


def _takes_turns(one: str, other: str) -> bool:
    return (is_figure(one) and is_words(other)) or (is_words(one) and is_figure(other))


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where blocks follow each other in one part of the source, outside of tables."""
    start = 0
    for index in range(1, len(blocks) + 1):
        if index == len(blocks) or not _follows(blocks[index - 1], blocks[index]):
            yield start, index
            start = index


def _follows(before: Block, block: Block) -> bool:
    same = before.shown is block.shown and _part(before) == _part(block)
    return same and not {before.element, block.element} & _IN_TABLES


def _part(block: Block) -> str:
    """What holds a block: a heading, the body of a mail; nothing for a paragraph of a paper without headings."""
    words = block.places[0].words
    return words[0] if words and (block.places[0].line or len(words) > 1) else ""


def _kind(row: Sequence[Cell]) -> str:
    """A figure, words or nothing, to stand for a row in which all cells are so; the heads of columns are neither."""
    texts = [" ".join(block.text for block in cell) for cell in row if cell]
    if texts and all(map(is_figure, texts)):
        return "1"
    is_head = any(block.element == "th" for cell in row for block in cell)
    return "words" if texts and not is_head and all(map(is_words, texts)) else ""


def _column_by_column(figures: Sequence[Cell], words: Sequence[Cell], *, below: bool) -> Iterator[Block]:
    for number in range(max(len(figures), len(words))):
        figure, said = (row[number] if number < len(row) else () for row in (figures, words))
        first = not said or below or not leads_up(said[-1].text)
        upper, lower = (figure, said) if first else (said, figure)
        yield from upper[:-1]
        yield from (replace(block, joins_next=bool(lower)) for block in upper[-1:])
        yield from lower[:-1]
        yield from (replace(block, joins_next=False) for block in lower[-1:])
