"""Writes the plain docs folder of `tuneup render DIR`."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.mkdocs_plugin.theme import EXTENSIONS
from generator.model.settings import Settings
from generator.render.browser import browser_words
from generator.render.plain import CONFIG, THEME, WRITTEN, plain
from generator.render.render import Pages


class NotOursError(Exception):
    """The folder holds something that this program has not written."""


def write_plain(made: Pages, settings: Settings, folder: Path, *, stands_still: bool) -> int:
    """Everything that MkDocs, properdocs or zensical need to build the same site; the number of pages.

    The files of an earlier run are replaced. `stands_still`: the day was chosen by hand.
    """
    _clear(folder)
    words = browser_words(settings, stands_still=stands_still)
    for path, data in plain(made, settings, EXTENSIONS, words).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return len(made.pages)


def _clear(folder: Path) -> None:
    config = folder / CONFIG
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not config.is_file() or not config.read_text(encoding="utf-8", errors="replace").startswith(WRITTEN):
        raise NotOursError(f"{folder} is not empty and was not written by `tuneup render`; name another folder")
    for ours in (folder / "docs", folder / THEME):
        shutil.rmtree(ours, ignore_errors=True)
