"""The last touches to a page's Markdown: front matter, anchors nobody set, links relative to the page."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from generator.render.jinja.filters import slug
from generator.render.page.leaf import Leaf

_ROOTED = re.compile(r"\]\(/(?!/)(?P<path>[^)#\s]*)(?P<anchor>#[^)\s]*)?")

_ID = re.compile(r'id="([^"]+)"')
_HEADING = re.compile(r"#(?<![^\n].)#{0,5} (.+)(?<!\})$", re.MULTILINE)

_UNITS = r"%|‰|°[CF]?|[€$£]|[A-Z]{3}|[kcm]?m|k?g|k?Wh|min|h|s"
_BREAKS = (
    re.compile(rf"\d (?=(?:{_UNITS})(?![\w-]))"),
    re.compile(r"[A-Z€$£](?:(?<=\b[A-Z]{3})|(?<=[€$£])) (?=\d)"),
)
"""The sign before the space between a number and its unit, where no line may break.

These and `_HEADING` begin with the sign that is looked for and look back from it: so a long text is read fast.
"""


def finished(text: str, leaf: Leaf, front: Mapping[str, Any]) -> str:
    """The page as it goes into the docs folder."""
    text = with_anchors(text, (entry.id for entry in leaf.homes))
    text = unbroken(relative(text, leaf.path))
    return f"{_front_matter(front)}\n{_tidy(text)}\n"


def relative(text: str, path: str) -> str:
    """Links that begin with `/` mean the docs folder; MkDocs wants them relative to the page."""
    folder = posixpath.dirname(path)

    def link(match: re.Match[str]) -> str:
        target = match["path"]
        anchor = match["anchor"] or ""
        if target == path and anchor:
            return f"]({anchor}"
        return f"]({_way(target, folder)}{anchor}"

    return _ROOTED.sub(link, text)


def unbroken(text: str) -> str:
    """`30 %` and `EUR 90` stay in one line of running text; code, addresses and attributes are left as they are."""
    for break_ in _BREAKS:
        text = break_.sub(_kept, text)
    return text


def _kept(match: re.Match[str]) -> str:
    return match[0] if _aside(match.string, match.end() - 1) else f"{match[0][0]}\u00a0"


def _aside(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return (
        text.rfind("<", 0, at) > text.rfind(">", 0, at)
        or line.count("`") % 2 == 1
        or line.rfind("](") > line.rfind(")")
        or line.rfind("<code") > line.rfind("</code")
    )


@lru_cache(maxsize=10_000)
def _way(target: str, folder: str) -> str:
    return posixpath.relpath(target, folder or ".")


def with_anchors(text: str, ids: Iterable[str]) -> str:
    """Every record can be linked to, also where a template forgot to say where it stands; no heading takes its id."""
    missing = "".join(f'<span id="{id}"></span>' for id in ids if f'id="{id}"' not in text and f"#{id} }}" not in text)
    taken = set(_ID.findall(text))
    text = _HEADING.sub(lambda found: found[0] + _beside(slug(found[1]), taken), text)
    return f"{missing}\n\n{text}" if missing else text


def _beside(own: str, taken: Collection[str]) -> str:
    return f" {{ #{own}-1 }}" if own in taken else ""


def _front_matter(front: Mapping[str, Any]) -> str:
    """JSON is YAML that cannot be misread."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---"]) + "\n"


def _tidy(text: str) -> str:
    """No space at the ends of lines and no more than one empty line, so that pages compare well."""
    tidy = "\n".join([line.rstrip() for line in text.split("\n")])
    while "\n\n\n" in tidy:
        tidy = tidy.replace("\n\n\n", "\n\n")
    return tidy.strip()
