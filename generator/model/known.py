"""A finding that stood there when checking began: one entry of the baseline."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """Drift of one rule in one source, told by its words and not by its line, so that it may move.

    `quote` is a digest of the quote, white space and case folded; empty for something that is missing.
    `count` is in how many places it stands.
    """

    rule: str
    message: str
    source: str
    quote: str
    count: int = 1

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.rule, self.message, self.source, self.quote
