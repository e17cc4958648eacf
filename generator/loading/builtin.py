"""Where the templates, labels and starter files lie that come with the package."""

from __future__ import annotations

from pathlib import Path


def built_in() -> Path:
    """Beside the modules in an installed package, at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
