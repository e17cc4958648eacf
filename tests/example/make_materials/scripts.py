"""Makes the call scripts in Markdown. The first call's lines are wrapped at 72 columns, as its owner writes them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from .fill import plain, text_of

_COLUMNS = 72
_MARK = re.compile(r"(> |- |\d+\. )?(.*)")


def files() -> Iterator[tuple[str, bytes]]:
    yield "talk/sdr-first-call.md", _wrapped(plain(text_of("talk/sdr-first-call.md"))).encode("utf-8")
    yield "talk/ae-discovery.md", plain(text_of("talk/ae-discovery.md")).encode("utf-8")


def _wrapped(text: str) -> str:
    return "".join(_line(line) for line in text.splitlines())


def _line(line: str) -> str:
    found = _MARK.fullmatch(line)
    if not found or len(line) <= _COLUMNS:
        return f"{line}\n"
    mark = found[1] or ""
    after = mark if mark == "> " else " " * len(mark)
    lines = textwrap.wrap(found[2], _COLUMNS, initial_indent=mark, subsequent_indent=after, break_on_hyphens=False)
    return "".join(f"{one}\n" for one in lines)
