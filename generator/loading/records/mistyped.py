"""Finds links to records that are written nearly as `[[id]]`, which would stand on the page with their brackets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.words import is_slip, nearest, slug
from generator.location import Location
from generator.model.record import Entry
from generator.model.words import LINK

CODE = re.compile(r"```.*?```|~~~.*?~~~|(`+)(?!`).+?(?<!`)\1(?!`)|\\\[|\\\]", re.DOTALL)
NEARLY = re.compile(
    r"(?<![\[!])\[\[(?P<whole>[^\[\]\n]{0,200})\]\](?![\[(\]:])"
    r"|(?<![\[!])\[\[(?P<open>[^\[\]\n]{1,80})\](?![\[(\]:])"
    r"|(?<![\[!\]])\[(?P<shut>[^\[\]\n]{1,80})\]\](?![\[(\]:])"
    r"|(?<![\[!])\[\[(?P<begun>=?[a-z0-9]+(?:-[a-z0-9]+)*)(?![\w\]-])(?![^\[\]\n]*\])"
    r"|(?<!\{)\{\{[ ]*(?P<braces>=?[a-z0-9]+(?:-[a-z0-9]+)+)[ ]*\}\}(?!\})"
    r"|(?<![\[!\]])\[(?P<single>=?[a-z0-9]+(?:-[a-z0-9]+)+)\](?![\[(\]:])"
)
"""What is a link of Markdown's, `[[text]](address)`, is none of these. In braces, or in one pair of brackets, only an
id of several words is looked for: `{{champion}}` is a field of a mail, and `[alarm]` may be a word set apart."""


def mistyped(text: str, known: Mapping[str, Entry], lost: Collection[str] = ()) -> Iterator[tuple[int, str, str]]:
    """Where it stands in `text`, what was written, and the link that is most likely meant, if there is one.

    With other brackets, or too few, it is told only where the id is right: `[1]]` may be anything.
    """
    if "[" not in text and "{{" not in text and "]]" not in text:
        return
    for match in NEARLY.finditer(uncoded(text)):
        if LINK.fullmatch(match[0]) or f"{match[0]}:" in text:  # the second is where Markdown keeps an address
            continue
        words = match[match.lastgroup or "whole"].strip()
        sign = "=" if words.startswith("=") else ""
        words = words.removeprefix("=").strip()
        if match["whole"] is not None:
            yield match.start(), match[0], _link(sign, _meant(words, known, lost))
        elif words in known or words in lost:
            yield match.start(), match[0], _link(sign, words)


def mistyped_link(wrote: str, meant: str, at: Location, record: str = "") -> Problem:
    cure = f"write `{meant}`" if meant else "write the id of a record, or take the double brackets away"
    label = "between the brackets stands an id alone"
    complaint = Complaint(at, f"`{wrote}` is no link to a record", help=cure, label=label, record=record)
    return Problem("broken-reference", complaint)


def uncoded(text: str) -> str:
    """`text` with spaces in place of code and escaped brackets, which stand on the page as they are."""
    return CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def _meant(words: str, known: Mapping[str, Entry], lost: Collection[str]) -> str:
    """The id of which `words` are the title, the id with something behind it, or one much like it."""
    for each in (words, re.split(r"[|.#]", words, maxsplit=1)[0]):
        id_ = slug(each)
        if id_ in known or id_ in lost:
            return id_
        titles = (entry.id for entry in known.values() if entry.label.casefold() == each.strip().casefold())
        if titled := next(titles, ""):
            return titled
    near = nearest(slug(words), known)
    return near if is_slip(slug(words), near) else ""


def _link(sign: str, id_: str) -> str:
    return f"[[{sign}{id_}]]" if id_ else ""
