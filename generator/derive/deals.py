"""The deals of data/deals.csv: which are open, which were won or lost of late, and where each stands in the file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator.areas.pipeline import Deal, Pipeline
from generator.derive.facts import Facts
from generator.location import Location


@dataclass(frozen=True, slots=True)
class Row:
    """A deal and its position in the list."""

    deal: Deal
    position: int

    def at(self, facts: Facts, *path: str) -> Location:
        """Where a cell stands; the row itself where the cell is empty."""
        area = facts.playbook.area(Pipeline)
        filled = [name for name in path if getattr(self.deal, name) is not None]
        return area.at("deals", self.position, *filled)


def open_deals(facts: Facts) -> list[Row]:
    """Those that nobody has decided yet."""
    return [row for row in _rows(facts) if row.deal.closed is None and row.deal.outcome in (None, "open")]


def decided(facts: Facts, outcome: str, days: int) -> list[Row]:
    """Those that were `won` or `lost` in the last `days` days."""
    first = facts.today - datetime.timedelta(days=days)
    return [
        row
        for row in _rows(facts)
        if row.deal.outcome == outcome and row.deal.closed and first < row.deal.closed <= facts.today
    ]


def named(rows: list[Row]) -> str:
    """Their numbers in the CRM, for a note."""
    return ", ".join(row.deal.id for row in rows)


def _rows(facts: Facts) -> list[Row]:
    return [Row(deal, position) for position, deal in enumerate(facts.playbook.area(Pipeline).deals)]
