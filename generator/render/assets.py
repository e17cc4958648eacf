"""The style sheets, scripts and fonts that pages need, as files of the docs folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.render.accent import ACCENT, accent_css

FOLDER = "assets"
"""Where they lie in the docs folder."""
STYLES = ("assets/tuneup.css", "assets/onboarding.css", "assets/drift.css", "assets/accent.css")
SCRIPTS = ("assets/tuneup.mjs",)


def assets(searched: Sequence[Path], accent: str | None) -> dict[str, bytes]:
    """Every file of the `assets` folders; the first folder that has one of that name wins."""
    found: dict[str, bytes] = {}
    for folder in reversed(searched):
        base = folder / FOLDER
        for file in sorted(base.rglob("*")) if base.is_dir() else ():
            if file.is_file():
                found[f"{FOLDER}/{file.relative_to(base).as_posix()}"] = file.read_bytes()
    found["assets/accent.css"] = accent_css(accent or ACCENT).encode()
    return found


def overrides(searched: Sequence[Path]) -> list[Path]:
    """The folders that replace blocks of the theme, in the order in which they win."""
    return [folder / "overrides" for folder in searched if (folder / "overrides").is_dir()]
