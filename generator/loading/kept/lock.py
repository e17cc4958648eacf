"""Writes the reviews on record, always in the same order, so that two reviews made at once merge in git."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from generator.model.review import Review

HEAD = "# Written by `tuneup review`: who looked at what, when, and what it rested on then. Do not edit by hand.\n"


def lock_text(reviews: Iterable[Review]) -> str:
    """The file's text; of several reviews of one record the latest is kept."""
    latest: dict[str, Review] = {}
    for review in reviews:
        there = latest.get(review.record)
        if there is None or there.on <= review.on:
            latest[review.record] = review
    data = {"version": 1, "reviews": [_plain(latest[record]) for record in sorted(latest)]}
    return HEAD + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def lock_path(content: Path) -> Path:
    return content / "reviews.lock.yml"


def _plain(review: Review) -> dict[str, Any]:
    data: dict[str, Any] = review.model_dump(mode="json")
    if not data["upstream"]:
        del data["upstream"]
    for stamp in data.get("upstream", []):
        for name in ("text", "editorial"):
            if stamp[name] is None:
                del stamp[name]
    return data
