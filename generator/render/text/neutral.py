"""A line of a company's Markdown made harmless: emphasis, code and links work; HTML and scripts do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

Resolve = Callable[[str, bool], str]
"""Markdown for `[[id]]` (False) or `[[=id]]` (True)."""

_PIECES = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | \[\[(?P<quote>=?)(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]\]
    | (?P<picture>!?)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\]){0,600})\]
      \(\s*<?(?P<address>(?:[^\s()<>]|\([^\s()<>]*\)){0,2000})>?(?:\s+"(?P<hint>[^"]*)")?\s*\)
    | <(?P<bare>(?:https?://|mailto:)[^\s<>]{1,2000}|[^\s<>@:]{1,200}@[^\s<>@:]{1,200})>
    | (?P<special>[&<>{}\[\]`|])
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGNS = re.compile(r"[\\`\[\]<>&{}|]")
"""One of these is in each of the pieces, and in few texts."""
_SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_STOPS = (".", ",", ";", ":", "!", "?", ")")
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
_SPELLED = re.compile(r"[!-,/:-@\[-`{-~]|(?<![0-9A-Za-z])[-.]|[-.](?![0-9A-Za-z])")
_LINE_START = re.compile(
    r"(?P<space>\s*)(?:(?P<number>\d{1,9})(?P<stop>[.)])(?=\s|$)"
    r"|(?P<sign>[-+*](?=\s|$)|[#:=~]|!!!|\?\?\?|[-*_](?=[-*_ ]*$)))"
)


_SIMPLE = re.compile(r"[^\W\d_][\w ,.;:'\"%()!?/+–—’“”€-]*")


def is_simple(text: str) -> bool:
    """Whether it is a line that begins with a letter and holds nothing that Markdown or HTML read: most lines are."""
    return _SIMPLE.fullmatch(text) is not None and "_" not in text


def inline(text: str, resolve: Resolve) -> str:
    """`text` as Markdown that stays within one paragraph, wherever it is put: in a cell, a heading, a line."""
    if is_simple(text):
        return text
    parts = re.split(r"\n\s*\n|\n(?=[ ]*(?:[-*+]|\d{1,3}[.)])[ ])", text.strip())
    lines = (re.sub(r"^[-*+] ", "• ", " ".join(part.split())) for part in parts)
    return "<br>".join(start_harmless(spans(line, resolve)) for line in lines)


def spans(text: str, resolve: Resolve) -> str:
    """The inside of a paragraph, line breaks kept, each piece of it either allowed or spelled out."""
    return _PIECES.sub(lambda match: _piece(match, resolve), text) if _SIGNS.search(text) else text


def start_harmless(line: str) -> str:
    """`line` without the power to begin a list, a heading, a rule or a box."""
    match = _LINE_START.match(line)
    if match is None:
        return line
    if match["number"]:
        return f"{match['space']}{match['number']}{entity(match['stop'])}{line[match.end() :]}"
    sign = match["sign"]
    return f"{match['space']}{entity(sign[0])}{sign[1:]}{line[match.end() :]}"


def entity(text: str) -> str:
    """Each character as a number that neither Markdown nor HTML gives a meaning."""
    return "".join(f"&#{ord(character)};" for character in text)


def spelled(text: str) -> str:
    """`text` as it stands, every sign of it visible."""
    return text if text.isalnum() else _SPELLED.sub(lambda sign: entity(sign[0]), text)


def code(text: str) -> str:
    """A piece of code as one line of HTML, so that no other rule of Markdown reaches into it."""
    return f"<code>{spelled(text)}</code>"


def safe_address(address: str) -> str:
    """The address if a reader may be sent there, else nothing."""
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        return ""
    if not scheme and re.match(r"[^/?#]*:", address):
        return ""
    return re.sub(r"[\\\"'{}|`*_\[\]]", lambda sign: f"%{ord(sign[0]):02X}", address)


def _piece(match: re.Match[str], resolve: Resolve) -> str:
    if match["escaped"]:
        return entity(match["escaped"])
    if match["code"] is not None:
        return code(" ".join(match["code"].split()))
    if match["id"]:
        return (
            before(match.string[match.end() :], resolve(match["id"], True))
            if match["quote"]
            else resolve(match["id"], False)
        )
    if match["bare"]:
        return _bare(match["bare"])
    if match["special"]:
        return entity(match["special"])
    return _link(match, resolve)


def before(rest: str, quote: str) -> str:
    """A quote that stands in a sentence of somebody else leaves the stop to that sentence."""
    full = quote.endswith(".") and not quote.endswith("..")
    return quote[:-1] if full and rest.startswith(_STOPS) else quote


def _bare(address: str) -> str:
    target = address if ":" in address else f"mailto:{address}"
    return f'<a href="{escape(target)}">{spelled(address)}</a>'


def _link(match: re.Match[str], resolve: Resolve) -> str:
    address = safe_address(match["address"])
    words = spans(match["words"], resolve)
    if not address:
        return words if match["words"] else spelled(match[0])
    foreign = bool(_SCHEME.match(address)) or address.startswith("//")
    if not foreign and not address.startswith("#"):
        address = "/" + address.lstrip("/")
    picture = "!" if match["picture"] and not foreign else ""
    return f"{picture}[{words or spelled(address)}]({address})"
