"""Says which words stay as they are as somebody accepted them: in all of a source, or where a comment stands."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.drift.allowances import find_allowances
from generator.derive.drift.evidence import Allowance
from generator.derive.drift.where import where
from generator.drift.result import Spot
from generator.model.block import SourceText


@dataclass(frozen=True, slots=True)
class Spared:
    """Quotes that were accepted `everywhere`, and those that comments of a source allow `beside` them on this day."""

    everywhere: frozenset[str]
    beside: frozenset[str]
    today: datetime.date

    def comments(self, source: SourceText) -> list[Allowance]:
        """Those that hold, with their reach in this very text."""
        if not self.beside:
            return []
        return [
            each for each in find_allowances("", source) if each.because and each.until and each.until >= self.today
        ]

    def at(self, source: SourceText, quote: str, spot: Spot, comments: Sequence[Allowance]) -> bool:
        return quote in self.beside and any(each.covers(where(source, spot)) for each in comments)
