"""Writes the plain docs folder of `tuneup render DIR`."""

from __future__ import annotations

from pathlib import Path

from generator import loading
from generator.build import site
from generator.mkdocs_plugin.theme import EXTENSIONS
from generator.model.settings import Settings
from generator.render.browser import browser_words
from generator.render.plain import plain


def write_plain(settings: Settings, folder: Path) -> int:
    """Everything that MkDocs, properdocs or zensical need to build the same site; the number of pages.

    Files of an earlier run that are not written any more are left where they are.
    """
    made = site(settings)[1]
    still = bool(loading.read_options(settings.root).get("as_of"))
    for path, data in plain(made, settings, EXTENSIONS, browser_words(settings, stands_still=still)).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return len(made.pages)
