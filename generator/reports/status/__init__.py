"""Reports of the twelve lamps, one file each: a dashboard in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.reports.report import forms
from generator.reports.status.report import Dashboard

__all__ = ["Dashboard", "status_reports"]


@cache
def status_reports() -> Mapping[str, Callable[[Dashboard], str]]:
    """Every form by its name."""
    return forms(__name__, Path(__file__).parent)
