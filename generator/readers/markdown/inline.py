"""Markdown's inline parser with the place of each token, which the library itself drops."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from generator.readers.reading.guard import Unreadable
from generator.readers.reading.trace import STARRED

if TYPE_CHECKING:
    from typing import Literal

    from markdown_it.utils import EnvType

NESTED = 60
"""Quotes in lists in quotes: real pages have five levels. The parser recurses, so it must stay far below 1,000."""
MOST_SIGNS = 100_000
"""Markdown signs and line ends in a file; each costs up to 20 µs. A handbook of a megabyte has about 20,000."""
MOST_SIGNS_TOGETHER = 5_000
"""Signs or line ends in one paragraph; beyond, its signs are read as text."""
_STARRED = re.compile(STARRED)
MOST_STOPS = 400_000
"""Signs at which the parser stops to look closer, 2 µs each, whether they may be Markdown or not."""
MOST_STOPS_TOGETHER = 40_000
_STOPS = re.compile(r"[\n!#$%&*+\-:<=>@\[\]\\^_`{}~|]")
_SIGNS = re.compile(r"[\n*_`\[\]<>!&\\~|#+-]")


def check_signs(view: str) -> None:
    """Raise where a page is so dense with signs that parsing it is not bearable."""
    if _has_more(view, _SIGNS, MOST_SIGNS) or _has_more(view, _STOPS, MOST_STOPS):
        raise Unreadable(f"it has more than {MOST_SIGNS:,} Markdown signs and line ends")


def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough; each inline token's `meta["at"]` is its offset in the inline text."""
    markdown = MarkdownIt("commonmark", {"maxNesting": NESTED}).enable(["table", "strikethrough"])
    markdown.inline = _Traced()
    markdown.inline.ruler.enable("strikethrough")
    markdown.inline.ruler.before("emphasis", "starred", _starred)
    markdown.inline.ruler2.enable("strikethrough")
    markdown.inline.ruler2.disable("fragments_join")
    markdown.inline.ruler.disable("linkify")
    markdown.core.ruler.disable("text_join")
    return markdown


def _starred(state: StateInline, silent: bool) -> bool:
    """A rule of the parser: reads a starred merge field as the text that it is."""
    found = _STARRED.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


class _Traced(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        if len(src) > MOST_SIGNS_TOGETHER and _is_dense(src):
            return _plain(state)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _is_dense(text: str) -> bool:
    return _has_more(text, _SIGNS, MOST_SIGNS_TOGETHER) or _has_more(text, _STOPS, MOST_STOPS_TOGETHER)


def _has_more(text: str, signs: re.Pattern[str], most: int) -> bool:
    return len(text) > most and len(signs.sub("", text)) < len(text) - most


def _plain(state: StateInline) -> list[Token]:
    state.pos = len(state.src)
    state.pending = state.src
    state.pushPending()
    return state.tokens


class _State(StateInline):
    """Notes for each token where the parser stood when it was made: its start, or for plain text its end."""

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta["at"] = self._before(token.content)
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        last = self.tokens[-1] if self.tokens and not self.pending else None
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        if last is not None and last.type == ttype == "text" and last.meta.get("scan") == self.pos:
            # A run of `*` or `~` becomes one token a sign, all made at the start of the run.
            token.meta["at"] = last.meta["at"] + len(last.content)
        token.meta["scan"] = self.pos
        return token

    def _before(self, content: str) -> int:
        """Where plain text that ends at the parser's position starts; spaces cut at a line's end stand between."""
        start = self.pos - len(content)
        while start > 0 and not self.src.startswith(content, start):
            start -= 1
        return start
