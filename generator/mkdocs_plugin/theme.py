"""What the theme and Markdown must be able to do for the pages to look as they are meant to."""

from __future__ import annotations

from typing import Any

EXTENSIONS = ("abbr", "attr_list", "def_list", "md_in_html", "tables")
"""Extensions of Markdown that the pages are written for; a company may add its own."""

TOC = {"permalink": False, "toc_depth": 3}

FEATURES = (
    "content.tooltips",
    "navigation.footer",
    "navigation.indexes",
    "navigation.instant",
    "navigation.prune",
    "navigation.tabs",
    "navigation.tabs.sticky",
    "navigation.top",
    "search.highlight",
    "search.suggest",
    "toc.follow",
)

THEME: dict[str, Any] = {
    "name": "material",
    "font": False,
    "features": list(FEATURES),
    "palette": [
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "toggle": {"icon": "material/weather-night", "name": "Switch to dark"},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "toggle": {"icon": "material/weather-sunny", "name": "Switch to light"},
        },
    ],
}
"""The theme as mkdocs.yml of a new playbook writes it."""

VALIDATION = {"links": {"anchors": "warn", "not_found": "warn", "unrecognized_links": "warn"}}
"""A link or an anchor that leads nowhere is worth a warning."""
