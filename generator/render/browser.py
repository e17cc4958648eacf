"""What scripts in the reader's browser must know: words in the site's language, the day where it stands still."""

from __future__ import annotations

from generator.model.settings import Settings
from generator.render.jinja.engine import folders
from generator.render.jinja.labels import read_labels


def browser_words(settings: Settings, *, stands_still: bool) -> dict[str, str]:
    """By name, for `<meta name="tuneup-…">` on every page. The day is only told where it was chosen by hand."""
    labels = read_labels(folders(settings.templates), settings.language)
    told = {"words": labels.as_json({"in": "trust.in-days", "today": "trust.today", "overdue": "trust.overdue"})}
    return told | ({"today": settings.today.isoformat()} if stands_still else {})
