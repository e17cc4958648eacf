"""What a page tells its scripts: data and words as JSON that Markdown, MkDocs and the browser leave alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.render.jinja.labels import Labels

_SIGNS = {sign: f"\\u{ord(sign):04x}" for sign in "<>&#(`'"}
"""Signs that end an attribute or make a tag, a link, an anchor, code; in JSON they stand inside strings only."""


def told(data: Mapping[str, Any]) -> Markup:
    """Filter: data for the page's scripts. In an attribute, since the theme runs each script of a page it goes to."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _SIGNS.items():
        text = text.replace(sign, escaped)
    return Markup(f"<span class='tu-told' hidden data-told='{text}'></span>")


def words(labels: Labels, *keys: str) -> dict[str, Any]:
    """The labels below these keys, by their last part: `hire.today` gives `nothing` for `hire.today.nothing`."""
    found: dict[str, Any] = {}
    for key in keys:
        before = f"{key}."
        found |= {name.removeprefix(before): word for name, word in labels.words.items() if name.startswith(before)}
    return found
