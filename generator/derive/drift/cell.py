"""The matrix messages × sources, and what follows from it: contradictions, what was said in calls, who mends what."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.derive.drift.evidence import Allowance, Evidence, Nearest, TermEvidence, Unread, Verdict
from generator.derive.drift.where import Where
from generator.drift.result import Disagreement


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source is to one message. `evidence` holds every quote, carried ones included, gravest first.

    `canonical` is today's wording. `required` says that the source must carry it. `stale` says that the message
    changed after the source last did and is not carried. `why` explains an unknown. `owner` is who mends it, a
    person's id. `since` is the day from which it has been so, where the dates are known: the later of the
    message's and the source's last change.
    """

    source: str
    message: str
    verdict: Verdict
    canonical: str = ""
    required: bool = False
    evidence: tuple[Evidence, ...] = ()
    nearest: Nearest | None = None
    stale: bool = False
    why: str = ""
    owner: str = ""
    since: datetime.date | None = None

    @property
    def grave(self) -> tuple[Evidence, ...]:
        """The quotes that are drift."""
        return tuple(each for each in self.evidence if each.verdict.is_drift)

    @property
    def best(self) -> Evidence | None:
        """The quote to show: the gravest, or the one that carries it."""
        return self.evidence[0] if self.evidence else None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One claim, stated differently: `source` says `stated`, `others` (source ids) say `elsewhere`.

    Within one source (the two bodies of a mail), `others` is empty. `there` is where each of the others says so, for a
    mail where its other body does. `wrong` are all quotes on the sides that are wrong: without them there is no
    contradiction.
    """

    message: str
    source: str
    stated: str
    elsewhere: str
    others: tuple[str, ...]
    evidence: Evidence
    there: tuple[Where, ...]
    wrong: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """What a recorded call says: `said` are today's messages in the order of time, `unsaid` those a script asks for.

    Each quote's place names speaker and time. `drift` are the quotes that are wrong, `terms` the words to avoid.
    """

    source: str
    said: tuple[Evidence, ...] = ()
    drift: tuple[Evidence, ...] = ()
    unsaid: tuple[str, ...] = ()
    terms: tuple[TermEvidence, ...] = ()


@dataclass(frozen=True)
class Drift:
    """All of it. `messages` and `sources` are the ids of the matrix's rows and columns, in the playbook's order.

    For a page: `row(message)` gives the cells from left to right, `column(source)` from top to bottom,
    `work` the open cells by the person who mends them. Everything is plain data, so a template can walk it:

        {% for message in drift.messages %}{% for cell in drift.row(message) %}
          {{ cell.verdict }} {{ cell.best.where.words }} {{ cell.best.changes }}
        {% endfor %}{% endfor %}

    A word diff is `cell.best.diff`: steps `same`, `out` (only in the approved text) and `in` (only in the source).
    """

    messages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    """By (source, message)."""
    terms: tuple[TermEvidence, ...] = ()
    unread: tuple[Unread, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    speech: tuple[Speech, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    """Messages of ours that say the same with different numbers."""
    allowances: tuple[Allowance, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Sources of which nothing is known today, and why."""
    foreign: Mapping[str, str] = field(default_factory=dict)
    """Sources in another language than the playbook's in which no message has a wording: not compared, by id."""
    captured: Mapping[str, datetime.date] = field(default_factory=dict)
    """The day of the oldest page that was read, for sources with an address."""
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The files that were read, by source."""

    def only(self, sources: Collection[str]) -> Drift:
        """The matrix of these sources alone."""
        return replace(self, sources=tuple(source for source in self.sources if source in sources))

    def row(self, message: str) -> tuple[Cell, ...]:
        return tuple(self.cells[source, message] for source in self.sources)

    def column(self, source: str) -> tuple[Cell, ...]:
        return tuple(self.cells[source, message] for message in self.messages)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every quote, by source and message in the playbook's order."""
        return tuple(each for source in self.sources for cell in self.column(source) for each in cell.evidence)

    @cached_property
    def not_seen(self) -> frozenset[str]:
        """Sources of which at least one file or page is not known today."""
        return frozenset((*self.unknown, *(each.source for each in self.unread if not each.partly)))

    @cached_property
    def work(self) -> Mapping[str, tuple[Cell, ...]]:
        """The cells that are not right, by the id of the person who mends them; empty for nobody."""
        found: dict[str, list[Cell]] = {}
        for source in self.sources:
            for cell in self.column(source):
                if cell.verdict.is_drift:
                    found.setdefault(cell.owner, []).append(cell)
        return {owner: tuple(cells) for owner, cells in sorted(found.items())}

    @cached_property
    def counts(self) -> Counter[Verdict]:
        """How many cells have each verdict."""
        return Counter(cell.verdict for cell in self.cells.values())
