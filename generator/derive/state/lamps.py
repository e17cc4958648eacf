"""The lamps of the tune-up: one for each of the twelve areas, and the readiness of the whole."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.areas import discover
from generator.derive.facts import Facts
from generator.derive.state.due import SOON, Due
from generator.derive.state.reviews import State as Review
from generator.finding import Finding, Level
from generator.model.record import Entry, Record
from generator.model.words import Status


class State(StrEnum):
    """What a lamp shows, gravest first."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    """Nothing was checked, since a file of the playbook cannot be read."""
    FAILING = "failing"
    SUSPECT = "suspect"
    OVERDUE = "overdue"
    DUE = "due"
    IN_TUNE = "in-tune"


TIMELY = "review-overdue"
RESTING = frozenset({"suspect-record", "sign-off-outdated"})
ABSENT = frozenset({"area-missing", "starter-text"})
"""Said of a whole area, and not of a record in it, these mean that there is nothing yet."""


@dataclass(frozen=True, slots=True)
class Lamp:
    """One area's lamp. `findings` are those that light it, gravest first; `due` is what falls due next in it.

    `accepted` counts findings that are put up with; they do not light the lamp.
    """

    area: str
    state: State
    findings: tuple[Finding, ...] = ()
    accepted: int = 0
    records: int = 0
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """How the lamps stood when a version was made."""

    version: str
    on: datetime.date
    lamps: Sequence[Lamp]


def find_lamps(facts: Facts, findings: Sequence[Finding], due: Iterable[Due]) -> list[Lamp]:
    """The twelve lamps in the order of the areas, by what was found and what falls due, nearest day first."""
    by_area = _by_area(facts, findings)
    first: dict[str, Due] = {}
    for one in due:
        if one.on >= facts.today:  # what has passed is found by the checks, and may be accepted
            first.setdefault(one.area, one)
    return [_lamp(key, facts, by_area.get(key, []), first.get(key)) for key, area in discover().items() if area.ORDER]


def readiness(lamps: Iterable[Lamp]) -> int:
    """Percent of the lamps in tune; one that is only due soon counts, since nothing is wrong yet."""
    states = [lamp.state for lamp in lamps]
    good = sum(state in (State.IN_TUNE, State.DUE) for state in states)
    return round(100 * good / len(states)) if states else 0


def in_tune(lamps: Iterable[Lamp]) -> int:
    """How many show nothing at all."""
    return sum(lamp.state is State.IN_TUNE for lamp in lamps)


def lit_between(now: Iterable[Lamp], then: Iterable[Lamp]) -> list[Lamp]:
    """Of two days, the lamps of the later one that show something graver than on the earlier one."""
    grave = list(State)
    before = {lamp.area: grave.index(lamp.state) for lamp in now}
    return [lamp for lamp in then if grave.index(lamp.state) < before.get(lamp.area, len(grave))]


def _lamp(key: str, facts: Facts, findings: list[Finding], due: Due | None) -> Lamp:
    lit = sorted((f for f in findings if f.accepted is None), key=lambda f: (f.level.rank, f.sort_key))
    records = [r for r in facts.playbook.records() if facts.playbook.home(r) == key and r.status is Status.ACTIVE]
    written = [e for e in facts.playbook.entries.values() if _is_at_top(e, key, facts) and _in_use(e)]
    affected = {r.id for r in records if facts.standings[r.id].state is Review.AFFECTED}
    state, reasons = _state(lit, affected, {r.id for r in records if facts.standings[r.id].due is not None})
    if state is State.IN_TUNE and due is not None and (due.on - facts.today).days <= SOON:
        state = State.DUE
    if facts.unread:
        state = State.FAILING if reasons else State.UNKNOWN
    elif not written:
        state = State.MISSING
    return Lamp(key, state, tuple(reasons), len(findings) - len(lit), len(written), due)


def _is_at_top(entry: Entry, key: str, facts: Facts) -> bool:
    """Whether it stands for itself: what stands inside a record is part of that."""
    home, path = facts.playbook.homes[entry.id]
    return home == key and len(path) == 2


def _in_use(entry: Entry) -> bool:
    return not isinstance(entry, Record) or entry.status is Status.ACTIVE


def _state(findings: list[Finding], affected: Collection[str], dated: Collection[str]) -> tuple[State, list[Finding]]:
    """The gravest state, and the findings behind it and behind what is less grave.

    Of notes, only an approaching review of a `dated` record lights a lamp, and that what a record rests on is itself
    `affected`.
    """
    timely = [f for f in findings if f.rule == TIMELY]
    resting = [
        f for f in findings if f.rule in RESTING and (f.level is not Level.NOTE or f.complaint.record in affected)
    ]
    missing = [f for f in findings if f.rule in ABSENT and f.level is Level.NOTE]
    others = [f for f in findings if f.level is not Level.NOTE and f not in timely and f not in resting]
    kinds = (
        (State.MISSING, missing),
        (State.FAILING, others),
        (State.SUSPECT, resting),
        (State.OVERDUE, [f for f in timely if f.level is not Level.NOTE]),
        (State.DUE, [f for f in timely if f.level is Level.NOTE and f.complaint.record in dated]),
    )
    gravest = next((state for state, reasons in kinds if reasons), State.IN_TUNE)
    return gravest, missing or [finding for _, reasons in kinds for finding in reasons]


def _by_area(facts: Facts, findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    """Findings under the area whose record they concern, else under that of the file or the rule."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(_area(facts, finding), []).append(finding)
    return found


def _area(facts: Facts, finding: Finding) -> str:
    entry = facts.playbook.entries.get(finding.complaint.record)
    if isinstance(entry, Record):
        return facts.playbook.home(entry)
    if finding.area in discover():
        return finding.area
    parts = finding.location.file.removesuffix(".yml").split("/")
    return next((part for part in reversed(parts) if part in discover()), "")
