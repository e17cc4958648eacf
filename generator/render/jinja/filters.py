"""The filters that templates can use beside Jinja's own."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from generator.derive.history.changes import BETWEEN
from generator.render.jinja.told import told
from generator.render.text import neutral
from generator.render.text.blocks import block as blocks
from generator.render.text.prose import alone, attribute, block, plain

ALIKE = 0.35
"""Below this share of common words a change is shown as old and new, not word by word."""
LONGEST_WORD = 16
"""Characters of a word that fits any column whole."""


def filters() -> Mapping[str, Any]:
    """By the name they have in templates."""
    return {
        "address": address,
        "attr": attribute,
        "block": block,
        "code_words": code_words,
        "data": data,
        "html": html,
        "ids": ids,
        "items": items,
        "iso": lambda day: day.isoformat(),
        "manual": manual,
        "markdown_in": markdown_in,
        "plain": alone,
        "said": said,
        "slug": slug,
        "told": told,
        "ucfirst": ucfirst,
    }


def markdown_in(text: Any, width: int = 4) -> Markup:
    """All lines but the first moved to the right, to stand inside a list item or a definition."""
    indent = "\n" + " " * width
    return Markup(indent.join(str(text).strip().split("\n")).replace(indent + "\n", "\n\n"))


def items(lines: str) -> str:
    """The items of a list, each a line, in one line."""
    return BETWEEN.join(lines.split("\n"))


def html(value: Any) -> Markup:
    """The words alone, for a place inside a block of HTML that Markdown does not look into."""
    return Markup(escape(" ".join(plain(value).split())))


def data(value: Any) -> Markup:
    """A number as scripts read it, nothing for None."""
    return Markup("" if value is None else f"{value:g}" if isinstance(value, float) else escape(str(value)))


def ids(values: Iterable[str]) -> Markup:
    """The ids of several entries for scripts, with spaces between."""
    return Markup(" ".join(escape(str(value)) for value in values))


def code_words(value: Any) -> Markup:
    """Words for a place between backticks: none of their own, in one line."""
    return Markup(" ".join(plain(value).replace("`", "").split()))


def address(value: Any, words: Any = None) -> Markup:
    """A link where the value is an address that a reader may be sent to; else its words."""
    text = plain(value).strip()
    target = neutral.safe_address(text) if re.match(r"https?://", text) else ""
    label = neutral.spelled(plain(words if words is not None else value))
    return Markup(f'<a href="{escape(target)}">{label}</a>' if target else label)


def ucfirst(value: Any) -> Markup:
    text = value.__html__() if hasattr(value, "__html__") else escape(str(value))
    return Markup(text[:1].upper() + text[1:])


def slug(value: Any) -> str:
    """One word for a value, to compare by in the browser."""
    return re.sub(r"[^\w]+", "-", plain(value).lower()).strip("-")


def said(value: str) -> Markup:
    """A line of our own or of a finding: its `code` works, nothing else does."""
    return Markup(neutral.inline(str(value), _unlinked))


def manual(value: str) -> Markup:
    """A rule's manual: paragraphs, lists and code."""
    return Markup(blocks(str(value), _unlinked))


def changed(was: Any, now: Any) -> Markup:
    """Two wordings as one, what went struck out and what came marked, word by word where they are alike."""
    old, new = plain(was).split(), plain(now).split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return Markup("<br>".join(_mark(tag, words) for tag, words in (("del", old), ("ins", new)) if words))
    pieces = []
    for what, start, end, begin, stop in matcher.get_opcodes():
        if what == "equal":
            pieces.append(neutral.spelled(" ".join(old[start:end])))
            continue
        pieces += [_mark("del", old[start:end])] if start < end else []
        pieces += [_mark("ins", new[begin:stop])] if begin < stop else []
    return Markup(" ".join(pieces))


def is_unbroken(value: Any) -> bool:
    """Test: a day, or one short word such as a number in the CRM, which a narrow column must not break."""
    if isinstance(value, str):
        return len(value) <= LONGEST_WORD and " " not in value
    return isinstance(value, datetime.date)


def _mark(tag: str, words: list[str]) -> str:
    return f"<{tag}>{neutral.spelled(' '.join(words))}</{tag}>"


def _unlinked(id: str, quoted: bool) -> str:
    return neutral.spelled(f"[[{'=' if quoted else ''}{id}]]")
