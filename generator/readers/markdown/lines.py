"""The lines of a file with their offsets, and how MkDocs' extra syntax looks once it is plain Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(r"\r\n|\r|\n")
_BOX = re.compile(r"([ \t]*)(?:!!!|\?\?\?\+?|===!?\+?)[ \t]++[\w -]*+[ \t]*+(?:\"([^\"]*)\")?[ \t]*$")
_MARKER = re.compile(r"[ \t]*(?:///+(?:[ \t]+[\w-]+(?:[ \t]*\|[ \t]*(.*))?)?|--8<--.*|<!-- *md:.*-->)[ \t]*$")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Lines:
    """`texts` without their ends, and where each starts in the file."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Lines end as editors count them: CR LF, LF or CR."""
        starts = [0, *(found.end() for found in _END.finditer(text))]
        ends = [*(found.start() for found in _END.finditer(text)), len(text)]
        texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        if texts[0].startswith("\ufeff"):
            texts[0], starts[0] = texts[0][1:], 1
        return cls(tuple(texts), tuple(starts))


def page_view(lines: Lines, first: int) -> str:
    """The lines from `first` on as plain Markdown, line for line (earlier ones are empty).

    The content of admonitions and tabs (`!!!`, `???`, `===`) loses its indentation, since it would be code otherwise;
    their title becomes a small heading. Block markers (`///`) and includes go.
    """
    view = [""] * first
    boxes: list[int] = []
    fence = ""
    for line in lines.texts[first:]:
        indent = len(line) - len(line.lstrip(" "))
        while boxes and line.strip() and indent < boxes[-1] + 4 and not (fence and indent >= boxes[-1]):
            boxes.pop()
        inner = _dedented(line, indent, 4 * len(boxes))
        box = None if fence else _BOX.match(inner)
        marker = None if fence or box else _MARKER.match(inner)
        fence = _fence_after(inner, fence)
        if box:
            boxes.append(indent)
            inner = f"{box[1]}###### {box[2]}" if box[2] else ""
        elif marker:
            inner = f"###### {marker[1]}" if marker[1] else ""
        view.append(inner)
    return "\n".join(view)


def _dedented(line: str, indent: int, width: int) -> str:
    return line[min(indent, width) :] if width else line


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after the line, empty if none."""
    found = _FENCE.match(line)
    if not fence:
        return found[1] if found and (found[1][0] == "~" or "`" not in line[found.end() :]) else ""
    closes = found and found[1].startswith(fence) and not line[found.end() :].strip()
    return "" if closes else fence
