"""What was taken away and added between two texts, word by word."""

from __future__ import annotations

import pytest

from generator.derive.history.worddiff import bracketed


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Win twelve clients.", "Win forty clients.", "Win [-twelve-] {+forty+} clients."),
        ("first\nsecond", "first\nsecond\nthird", "first\nsecond\n{+third+}"),
        ("first\nsecond\nthird", "first\nsecond", "first\nsecond\n[-third-]"),
        ("Say it\nso.", "Say it so.", "Say it\nso."),
        ("", "New.", "{+New.+}"),
    ],
)
def test_only_what_differs_is_marked(old: str, new: str, told: str) -> None:
    assert bracketed(old, new) == told
