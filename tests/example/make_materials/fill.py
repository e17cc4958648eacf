"""Fills what the company says into a text: `[[msg-tagline]]`, or `[[msg-waste-down|nbsp:41 %]]` for a span."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path

from .said import SAID

TEXTS = Path(__file__).parent / "texts"
_PLACE = re.compile(r"\[\[([a-z0-9_-]+)(?:\|([a-z]+)(?::([^\]]+))?)?\]\]")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def text_of(name: str) -> str:
    return (TEXTS / name).read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Fills plain text. The one form known here is `nbsp`, which makes the spaces of a span unbreakable."""

    def said(place: re.Match[str]) -> str:
        message, form, span = SAID[place[1]], place[2], place[3]
        if form is None:
            return message
        if form != "nbsp" or span not in message:
            raise ValueError(f"cannot fill {place[0]}")
        return message.replace(span, span.replace(" ", _NO_BREAK))

    return _PLACE.sub(said, text)


def marked_up(text: str, more: Mapping[str, str] | None = None) -> str:
    """Fills HTML. Forms: `nbsp`, `entities`, or the name of an inline element to put around a span.

    `more` holds pieces that are HTML already, by the name of their place.
    """
    pieces = more or {}

    def said(place: re.Match[str]) -> str:
        if place[1] in pieces:
            return pieces[place[1]]
        return _formed(html.escape(SAID[place[1]], quote=False), place[2], place[3])

    return _PLACE.sub(said, text)


def _formed(message: str, form: str | None, span: str | None) -> str:
    if form is None:
        return message
    if form == "entities":
        return message.encode("ascii", "xmlcharrefreplace").decode("ascii")
    if span is None or span not in message:
        raise ValueError(f"no {span!r} in {message!r}")
    if form == "nbsp":
        return message.replace(span, span.replace(" ", "&nbsp;"))
    return message.replace(span, f"<{form}>{span}</{form}>")
