"""A text of several paragraphs made harmless: lists, quotes and tables work, headings step back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.render.text.neutral import Resolve, inline, spans, spelled, start_harmless

_FENCE = re.compile(r"(?ms)^(?P<indent>[ ]*)(?P<mark>`{3,}|~{3,})[^\n`]*\n(?P<code>.*?)^[ ]*(?P=mark)[`~]*[ ]*$")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<mark>[-+*]|\d{1,9}[.)])[ ]+(?P<rest>.*)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ ]+(?P<rest>.+?)[ ]*#*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,})[ ]*$")
_RULE = re.compile(r"[ ]{0,3}([-*_][ ]*){3,}$")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?(?P<rest>.*)")
_ROW = re.compile(r"[ ]*\|(?P<cells>.+)\|[ ]*$")


@dataclass(slots=True)
class _Chunk:
    """Lines that are read as one paragraph. `kind` is paragraph, item, heading, quote, row, rule or code."""

    kind: str
    lines: list[str] = field(default_factory=list)
    mark: str = ""
    depth: int = 0


def block(text: str, resolve: Resolve) -> str:
    """`text` as Markdown that stands on its own between two blank lines."""
    written: list[str] = []
    before: _Chunk | None = None
    for chunk in _chunks(text.replace("\r\n", "\n").expandtabs(4).strip("\n")):
        if before is not None:
            written.append(_between(before, chunk))
        written.append(_write(chunk, resolve))
        before = chunk
    return "".join(written)


def _between(before: _Chunk, chunk: _Chunk) -> str:
    if chunk.kind != before.kind or chunk.kind not in ("item", "row", "quote"):
        return "\n\n"
    if chunk.kind == "item" and not chunk.depth and not before.depth and _counts(chunk) != _counts(before):
        # Markdown would take the numbers for more bullets of the list before.
        return "\n\n<!-- -->\n\n"
    return "\n"


def _counts(chunk: _Chunk) -> bool:
    return chunk.mark not in ("-", "+", "*")


def _chunks(text: str) -> Iterator[_Chunk]:
    end = 0
    for fence in _FENCE.finditer(text):
        yield from _prose(text[end : fence.start()].split("\n"))
        yield _Chunk("code", [fence["code"]])
        end = fence.end()
    yield from _prose(text[end:].split("\n"))


def _prose(lines: list[str]) -> Iterator[_Chunk]:
    """Chunks of lines without fences; a line that starts nothing new goes on with the chunk before it."""
    indents: list[int] = []
    now: _Chunk | None = None
    for line in lines:
        chunk = _start(line, indents)
        if chunk is None and now is not None and now.kind == "paragraph" and _UNDERLINE.match(line):
            now.kind = "heading"
        elif chunk is None and line.strip() and now is not None and now.kind in ("paragraph", "item"):
            now.lines.append(line.strip())
        else:
            if now is not None:
                yield now
            now = chunk or (_Chunk("paragraph", [line.strip()]) if line.strip() else None)
            if now is None or now.kind != "item":
                indents = indents if now is None else []
    if now is not None:
        yield now


def _start(line: str, indents: list[int]) -> _Chunk | None:
    if heading := _HEADING.match(line):
        return _Chunk("heading", [heading["rest"]])
    if _RULE.match(line) and not _UNDERLINE.match(line):
        return _Chunk("rule")
    if (item := _ITEM.match(line)) and (indents or item["mark"] in ("-", "+", "*", "1.", "1)")):
        return _Chunk("item", [item["rest"]], item["mark"], _depth(len(item["indent"]), indents))
    if quote := _QUOTE.match(line):
        return _Chunk("quote", [quote["rest"]])
    if row := _ROW.match(line):
        return _Chunk("row", [row["cells"]])
    return None


def _depth(indent: int, indents: list[int]) -> int:
    """How deep a list item stands, whether its writer indents by two, three or four."""
    while indents and indent < indents[-1]:
        indents.pop()
    if not indents or indent > indents[-1]:
        indents.append(indent)
    return len(indents) - 1


def _write(chunk: _Chunk, resolve: Resolve) -> str:
    if chunk.kind == "code":
        # One line: a blank line inside would end the block for some of Markdown's rules. No `pre`, which must not
        # stand in the paragraph that Markdown makes of this inside a list.
        return f'<code class="tu-code">{spelled(chunk.lines[0].rstrip()).replace(chr(10), "&#10;")}</code>'
    if chunk.kind == "rule":
        return "---"
    if chunk.kind == "row":
        cells = chunk.lines[0].replace("\\|", "&#124;").split("|")
        return "|" + "|".join(_cell(cell, resolve) for cell in cells) + "|"
    if chunk.kind == "heading":
        return f"**{inline(' '.join(chunk.lines).replace('**', ''), resolve)}**"
    lines = spans("\n".join(chunk.lines), resolve).split("\n")
    text = "\n".join(start_harmless(line) for line in lines)
    if chunk.kind == "quote":
        return f"> {text}"
    if chunk.kind == "item":
        mark = f"{chunk.mark[:-1]}." if _counts(chunk) else "-"
        return f"{'    ' * chunk.depth}{mark} {text.replace(chr(10), ' ')}"
    return text


def _cell(cell: str, resolve: Resolve) -> str:
    return cell if re.fullmatch(r"\s*:?-+:?\s*", cell) else f" {inline(cell, resolve)} "
