"""The story: load the content, derive the facts, check them; the pages are rendered from all three."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.checks import rules, run
from generator.derive.facts import Facts
from generator.derive.releases import SHOWN, Tagged, find_releases
from generator.finding import Complaint, Finding
from generator.loading import Problem, load
from generator.loading.load import baseline_file
from generator.loading.released import playbook_at, released
from generator.loading.sources import Materials
from generator.model.settings import Settings

if TYPE_CHECKING:
    from generator.render.render import Pages


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

    seen = look(settings)
    releases = find_releases(_tagged(settings), seen.facts, settings.version, settings.audience)
    pages = render(seen.facts, settings, findings=seen.findings, rules=list(rules().values()), releases=releases)
    facts = Facts(pages.book.playbook, settings.today)
    machine = {**playbook.export(facts, language=settings.language)}
    machine["llms.txt"] = llms.export(facts, language=settings.language)
    return seen, replace(pages, assets={**pages.assets, **machine})


def _tagged(settings: Settings) -> list[Tagged]:
    """One more than are told of, to compare the oldest with."""
    found = ((version, playbook_at(settings, version)) for version in released(settings)[-SHOWN - 1 :])
    return [
        Tagged(version.name, version.on, Facts(playbook, settings.today)) for version, playbook in found if playbook
    ]


def _by_rule(problems: tuple[Problem, ...]) -> dict[str, tuple[Complaint, ...]]:
    found: dict[str, tuple[Complaint, ...]] = {}
    for problem in problems:
        found[problem.rule] = (*found.get(problem.rule, ()), problem.complaint)
    return found
