"""Reports of what a change reaches, one file each: an impact in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.reports.impact.report import Reach
from generator.reports.report import forms

__all__ = ["Reach", "impact_reports"]


@cache
def impact_reports() -> Mapping[str, Callable[[Reach], str]]:
    """Every form by its name."""
    return forms(__name__, Path(__file__).parent)
