"""All that the checks and the pages are told: the playbook, the day, and what follows from both."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.derive.curriculum import Plan, find_plans
from generator.derive.drift import Compare, Drift, Texts, find_drift
from generator.derive.links import Links, find_links
from generator.derive.state.due import Due, find_due
from generator.derive.state.reviews import Standing, find_standings
from generator.drift.comparison import Comparison
from generator.finding import Complaint
from generator.loading.problem import MISREAD, UNREAD
from generator.model.known import Known
from generator.model.playbook import Playbook
from generator.model.record import Entry


@dataclass(frozen=True)
class Facts:
    """What holds on one day. `problems` is what was wrong with the files, by the rule that explains it.

    What costs time is worked out when somebody first asks for it.
    """

    playbook: Playbook
    today: datetime.date
    problems: Mapping[str, tuple[Complaint, ...]] = field(default_factory=dict)
    texts: Texts = field(default=lambda _: (), repr=False, compare=False)
    """Opens messaging sources when `drift` is asked for; without it nothing is known of any."""

    baseline: tuple[Known, ...] = ()
    """The drift that stood there when checking began."""
    baseline_file: str = ""
    compare: Compare = field(default=Comparison, repr=False, compare=False)
    """Compares texts with messages; may know from earlier what comes out."""

    @cached_property
    def links(self) -> Links:
        return find_links(self.playbook)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """By record id: when it was last looked at, when it is due, whether what it rests on has moved."""
        return find_standings(self.playbook, self.misread)

    @cached_property
    def due(self) -> Sequence[Due]:
        """What falls due, the nearest day first."""
        return find_due(self.playbook, self.standings, self.today)

    @cached_property
    def unread(self) -> bool:
        """Whether a whole file is missing; then only that is said."""
        return any(rule in self.problems for rule in UNREAD)

    @cached_property
    def misread(self) -> frozenset[str]:
        """The records that were not read as written. Nothing else is concluded from them until they are mended."""
        said = (said.record for rule in sorted(MISREAD) for said in self.problems.get(rule, ()))
        return frozenset((*self.playbook.lost, *(record for record in said if record)))

    def knows_all(self, cls: type[Entry]) -> bool:
        """Whether every record of that class could be read; else nothing follows from there being none."""
        return cls.KIND not in self.playbook.lost.values()

    @cached_property
    def drift(self) -> Drift:
        """What each messaging source says of each message; opens the sources."""
        return find_drift(self.playbook, self.today, self.texts, self.compare)

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """By the track's id: on which working day each module lies and why; dates come with `curriculum.Dates`."""
        return find_plans(self.playbook, self.today)
