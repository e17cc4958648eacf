"""Writes the plain docs folder of `tuneup render DIR`."""

from __future__ import annotations

from pathlib import Path

from generator.build import look
from generator.checks import rules
from generator.mkdocs_plugin.theme import EXTENSIONS
from generator.model.settings import Settings
from generator.render.plain import plain
from generator.render.render import render


def write_plain(settings: Settings, folder: Path) -> int:
    """Everything that MkDocs, properdocs or zensical need to build the same site; the number of pages.

    Files of an earlier run that are not written any more are left where they are.
    """
    seen = look(settings)
    made = render(seen.facts, settings, findings=seen.findings, rules=list(rules().values()))
    for path, data in plain(made, settings, EXTENSIONS).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return len(made.pages)
