"""The story: load the content, derive the facts, check them; the pages are rendered from all three."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator.areas.rap import Hire
from generator.checks import rules, run
from generator.derive.audiences.audience import seen_by
from generator.derive.facts import Facts
from generator.derive.history.releases import SHOWN, Tagged, find_releases
from generator.derive.state.due import Due, find_due
from generator.derive.state.lamps import Lamp, Past, State, find_lamps
from generator.finding import Complaint, Finding
from generator.loading import OptionError, Problem, load
from generator.loading.git.released import playbook_at, released
from generator.loading.git.versions import Version, at_version, versions
from generator.loading.kept.store import Kept, digest_of_code
from generator.loading.load import baseline_file
from generator.loading.sources import Materials
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from generator.model.words import Audience

if TYPE_CHECKING:
    from generator.render.render import Pages

LATEST = 12
"""Versions of which the site shows how the lamps stood; the command line shows all."""
PLANNED = 366
"""Days from the first of a hire on which a plan may have something."""
VERSIONS = ".cache/tuneup/versions.db"
"""Below the playbook's root; can be deleted at any time."""


@dataclass(frozen=True)
class Look:
    """A playbook that has been read and checked."""

    facts: Facts
    findings: list[Finding]


def look(settings: Settings, *, only: frozenset[str] = frozenset(), materials: Materials | None = None) -> Look:
    """Reads and checks the playbook. `only` keeps to the checks of these areas.

    `materials` opens the messaging sources, where the caller wants it done in another way than the usual.
    """
    loaded = load(settings)
    materials = materials or Materials(settings)
    facts = Facts(
        loaded.playbook,
        settings.today,
        _by_rule(loaded.problems),
        materials,
        loaded.baseline,
        baseline_file(settings),
        materials.compare,
    )
    return Look(facts, run(facts, only=only))


def site(settings: Settings) -> tuple[Look, Pages]:
    """Reads, checks and renders the playbook; MkDocs makes the site of the pages."""
    from generator.exports import llms, playbook
    from generator.render.render import render  # a check alone needs no templates, and starts faster without

    materials = Materials(settings)
    seen = look(settings, materials=materials)
    past = _shown_history(settings)
    releases = find_releases(_tagged(settings), seen.facts, settings.version, settings.audience)
    pages = render(
        seen.facts,
        settings,
        findings=seen.findings,
        rules=list(rules().values()),
        past=past,
        releases=releases,
    )
    materials.keep()
    facts = pages.book.facts
    machine = {**playbook.export(facts, settings), "llms.txt": llms.export(facts, settings)}
    return seen, replace(pages, assets={**pages.assets, **machine})


def days_of_site(playbook: Playbook, settings: Settings) -> frozenset[datetime.date]:
    """The days that a site says though nobody wrote them: today, versions, looks and next looks, plans of hires."""
    facts = Facts(playbook, settings.today)
    seen = seen_by(playbook, settings.audience)
    standings = [standing for id_, standing in facts.standings.items() if id_ in seen.entries]
    found = {settings.today, *(version.on for version in released(settings)), *(review.on for review in seen.reviews)}
    found |= {due.on for due in find_due(seen, facts.standings, settings.today)}
    found |= {day for standing in standings for day in (standing.last, standing.due) if day}
    found |= {hire.start + datetime.timedelta(days) for hire in seen.of(Hire) for days in range(PLANNED)}
    return frozenset(found)


def _tagged(settings: Settings) -> list[Tagged]:
    """One more than are told of, to compare the oldest with."""
    found = ((version, playbook_at(settings, version)) for version in released(settings)[-SHOWN - 1 :])
    return [
        Tagged(version.name, version.on, Facts(playbook, settings.today)) for version, playbook in found if playbook
    ]


def history(settings: Settings, audience: Audience | None = None, *, latest: int = 0) -> list[Past]:
    """How the lamps stood in each version that git has a tag of, oldest first; with `latest`, in no more than so many.

    Each is judged on the day it was made, by the checks of today: by all that was found, or by what `audience` may
    read of it. A tag under which no playbook lies is left out.
    """
    known = [version for version in versions(settings.root) if version.on <= settings.today]
    return [past for version in known[-latest:] if (past := _past(version, settings, audience))]


def _shown_history(settings: Settings) -> list[Past]:
    try:
        return history(settings, settings.audience, latest=LATEST)
    except OptionError:  # no repository, or no git: a playbook is read without one, it only has no earlier versions
        return []


def _past(version: Version, settings: Settings, audience: Audience | None) -> Past | None:
    """Kept on disk, since neither a version nor the day on which it is judged ever changes."""
    kept = Kept(settings.root / VERSIONS, root=settings.root)
    folders = [folder.as_posix() for folder in settings.content]
    closed = [(folder.as_posix(), readers.value) for folder, readers in settings.closed]
    key = sha256(repr([_code(), version, audience, settings.audience, folders, closed]).encode()).hexdigest()
    states = kept.get(key)
    if states is None:
        try:
            states = _states(version, settings, audience)
        except OptionError:  # a tag of something else in the same repository
            return None
        kept.put(key, states)
        kept.write()
    return Past(version.name, version.on, [Lamp(area, State(state)) for area, state in states])


def _states(version: Version, settings: Settings, audience: Audience | None) -> list[tuple[str, str]]:
    with at_version(settings, version.name) as then:
        seen = look(replace(then, today=version.on))
    return [(lamp.area, lamp.state.value) for lamp in dashboard(seen, audience)[0]]


def dashboard(seen: Look, audience: Audience | None = None) -> tuple[list[Lamp], Sequence[Due]]:
    """The lamps and what falls due, by all that is known or by what `audience` may read of it, as on its site."""
    facts, findings, due = seen.facts, seen.findings, seen.facts.due
    if audience is not None:
        from generator.render.book import for_readers

        findings = for_readers(facts, findings, audience)
        due = find_due(seen_by(facts.playbook, audience), facts.standings, facts.today)
    return find_lamps(facts, findings, due), due


@cache
def _code() -> str:
    """A digest of all that judges; a stranger's plugin or a new release of a library may judge otherwise too."""
    return digest_of_code(Path(__file__).parent.rglob("*.py"), ("numpy", "pydantic", "rapidfuzz", "lxml", "pypdfium2"))


def _by_rule(problems: tuple[Problem, ...]) -> dict[str, tuple[Complaint, ...]]:
    found: dict[str, tuple[Complaint, ...]] = {}
    for problem in problems:
        found[problem.rule] = (*found.get(problem.rule, ()), problem.complaint)
    return found
