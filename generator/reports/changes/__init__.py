"""Reports of what changed between two versions, one file each: changes in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.reports.changes.report import News
from generator.reports.report import forms

__all__ = ["News", "news_reports"]


@cache
def news_reports() -> Mapping[str, Callable[[News], str]]:
    """Every form by its name."""
    return forms(__name__, Path(__file__).parent)
