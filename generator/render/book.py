"""The whole playbook as pages see it: what is shown, on which page it lives, what rests on what."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar, cast

from generator.areas.company import Company
from generator.checks.rule import Rule
from generator.derive.audiences.audience import seen_by
from generator.derive.curriculum import Plan
from generator.derive.drift import Drift
from generator.derive.facts import Facts
from generator.derive.hires.cards import Card, find_cards
from generator.derive.hires.sign_offs import Outdated, outdated_for
from generator.derive.history.releases import Release
from generator.derive.state.due import Due, find_due
from generator.derive.state.lamps import Lamp, Past, find_lamps
from generator.derive.state.reviews import Standing
from generator.finding import Finding
from generator.leaks.silence import telling_nothing
from generator.leaks.tellable import tellable
from generator.model.area import Area
from generator.model.playbook import Playbook
from generator.model.record import Entry, Record
from generator.model.settings import Settings
from generator.model.shape import Path, references
from generator.model.words import Audience, Status
from generator.render.drift.seen import drift_for
from generator.render.jinja.labels import Labels

E = TypeVar("E", bound=Entry)
A = TypeVar("A", bound=Area)


@dataclass(frozen=True)
class Book:
    """Everything that a page may show; `playbook` is what is left of it for the audience."""

    playbook: Playbook
    today: datetime.date
    standings: Mapping[str, Standing]
    plans: Mapping[str, Plan]
    findings: Sequence[Finding]
    lamps: Sequence[Lamp]
    due: Sequence[Due]
    """What falls due, the nearest day first."""
    rules: Sequence[Rule]
    settings: Settings
    labels: Labels
    drift: Drift = field(default_factory=Drift)
    """What the sources say of the messages that the audience may see."""
    earlier: Sequence[Past] = ()
    """How the lamps stood in earlier versions, oldest first."""
    releases: Sequence[Release] = ()
    """What changed from release to release, the newest first."""
    outdated: Sequence[Outdated] = ()
    """The sign-offs that must be shown again."""
    places: dict[str, str] = field(default_factory=dict)
    """The path of the page that an entry lives on, by its id; filled before any page is written."""
    links: dict[str, str] = field(default_factory=dict)
    """Links to entries as they were first written, since every page needs the same ones."""

    @property
    def company(self) -> Company:
        return self.playbook.area(Company)

    def area(self, cls: type[A]) -> A:
        return self.playbook.area(cls)

    @cached_property
    def shown(self) -> Mapping[str, Entry]:
        """Every entry that is no draft and stands in no draft."""
        drafts = {entry.id for entry in self.playbook.of(Record) if entry.status is Status.DRAFT}
        hidden = [self.playbook.homes[id] for id in drafts]
        return {
            id: entry
            for id, entry in self.playbook.entries.items()
            if id not in drafts and not any(_inside(self.playbook.homes[id], home) for home in hidden)
        }

    def of(self, cls: type[E]) -> list[E]:
        """The entries of a class that are shown, in the order of the files."""
        if cls not in self._by_class:
            self._by_class[cls] = [entry for entry in self.shown.values() if isinstance(entry, cls)]
        return cast(list[E], list(self._by_class[cls]))

    @cached_property
    def _by_class(self) -> dict[type[Entry], list[Entry]]:
        """Filled as classes are asked for."""
        return {}

    def current(self, cls: type[E]) -> list[E]:
        """Those of them that hold today."""
        return [entry for entry in self.of(cls) if not self.is_past(entry)]

    def past(self, cls: type[E]) -> list[E]:
        """Those that are kept for history."""
        return [entry for entry in self.of(cls) if self.is_past(entry)]

    def is_past(self, entry: Entry) -> bool:
        """Retired, replaced, or over."""
        if not isinstance(entry, Record):
            return False
        over = entry.expires is not None and entry.expires < self.today
        return over or entry.status is Status.RETIRED or entry.id in self._replaced

    def inside(self, key: str) -> Iterator[Entry]:
        """The shown entries of an area."""
        return (entry for id, entry in self.shown.items() if self.playbook.homes[id][0] == key)

    def whole(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries with those that stand inside them."""
        tops = dict.fromkeys(self._top(entry.id) for entry in entries)
        return [entry for top in tops for entry in self._families.get(top, ())]

    @cached_property
    def _families(self) -> Mapping[tuple[str, Path], list[Entry]]:
        """The shown entries by the place, at the top of an area, that they stand in."""
        found: dict[tuple[str, Path], list[Entry]] = {}
        for id, entry in self.shown.items():
            found.setdefault(self._top(id), []).append(entry)
        return found

    def _top(self, id: str) -> tuple[str, Path]:
        key, path = self.playbook.homes[id]
        return key, path[:2]

    @cached_property
    def facts(self) -> Facts:
        """What follows from what these readers may see."""
        return Facts(self.playbook, self.today)

    @cached_property
    def cards(self) -> list[Card]:
        """What can be asked and answered from what is shown."""
        cards = find_cards(self.facts)
        return [card for card in cards if all(id in self.shown for id in card.records)]

    @cached_property
    def used_by(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """For each id the entries that point to it, with the field they do it by."""
        found: dict[str, dict[tuple[str, str], None]] = {}
        for entry in self.shown.values():
            for path, _, target in references(entry):
                if target in self.shown and target != entry.id:
                    found.setdefault(target, {})[(entry.id, str(path[0]))] = None
        return {id: tuple(users) for id, users in found.items()}

    @cached_property
    def findings_on(self) -> Mapping[str, tuple[Finding, ...]]:
        """What a person should look at, by record."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.complaint.record and not finding.accepted:
                found.setdefault(finding.complaint.record, []).append(finding)
        return {id: tuple(list_) for id, list_ in found.items()}

    @cached_property
    def _replaced(self) -> frozenset[str]:
        """Records that another one supersedes, once that one holds."""
        return frozenset(
            record.supersedes
            for record in self.shown.values()
            if isinstance(record, Record)
            and record.supersedes
            and (record.effective is None or record.effective <= self.today)
        )


def open_book(
    facts: Facts,
    findings: Sequence[Finding],
    rules: Sequence[Rule],
    settings: Settings,
    labels: Labels,
    past: Sequence[Past] = (),
    releases: Sequence[Release] = (),
) -> Book:
    """The book for the audience: what lies above it is not in it, nor is what was found there.

    Reviews, sign-offs and lamps are judged by the whole playbook, or a record would look changed where it was only cut.
    """
    playbook = seen_by(facts.playbook, settings.audience)
    known = playbook.entries
    standings = {id: _cut(standing, known) for id, standing in facts.standings.items() if id in known}
    seen = _for_readers(facts, findings, playbook, settings.audience)
    due = find_due(playbook, facts.standings, facts.today)
    lamps = find_lamps(facts, seen, due)
    drift = drift_for(facts, playbook, settings)
    told = tellable(releases, facts.playbook, playbook)
    again = outdated_for(facts, playbook)
    return Book(
        playbook,
        facts.today,
        standings,
        facts.plans,
        seen,
        lamps,
        due,
        rules,
        settings,
        labels,
        drift,
        past,
        told,
        again,
    )


def for_readers(facts: Facts, findings: Sequence[Finding], audience: Audience) -> list[Finding]:
    """The findings that these readers may see."""
    return _for_readers(facts, findings, seen_by(facts.playbook, audience), audience)


def _for_readers(facts: Facts, findings: Sequence[Finding], playbook: Playbook, audience: Audience) -> list[Finding]:
    """A mistake in a file may quote what stands there, and nobody knows yet for whom that is: only leaders see it."""
    seen = [
        found
        for found in findings
        if (not found.complaint.record or found.complaint.record in playbook.entries)
        and (found.area != "content" or audience is Audience.LEADER)
    ]
    return telling_nothing(seen, _said, facts.playbook, playbook)


def _said(finding: Finding) -> str:
    said = finding.complaint
    reason = finding.accepted.because if finding.accepted else ""
    parts = (said.message, said.help, said.label, *said.notes, said.subject, said.source, said.match, reason)
    return " \n ".join(parts)


def _cut(standing: Standing, known: Collection[str]) -> Standing:
    """Without the names and words of what was taken out."""
    moved = tuple(up for up in standing.moved if up in known)
    path = standing.path if all(up in known for up in standing.path) else ()
    return replace(
        standing, moved=moved, path=path, then={up: text for up, text in standing.then.items() if up in moved}
    )


def _inside(home: tuple[str, Path], other: tuple[str, Path]) -> bool:
    return home[0] == other[0] and home[1][: len(other[1])] == other[1]
