"""What new and old salespeople are taught, and by which modules and skills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.areas.rap import Module
from generator.areas.skills import Skill
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.links import Link

TEACHES = frozenset({"teaches", "say"})


def taught_in_modules(facts: Facts) -> Mapping[str, tuple[str, ...]]:
    """By the id of what is taught: the modules that teach it, quote it to be said, or have it recited."""
    return _by_target(_teaching(link for module in current(facts, Module) for link in facts.links.of(module.id)))


def trained_by_skills(facts: Facts) -> Mapping[str, tuple[str, ...]]:
    """By the id of what is trained: the skills whose practice trains it."""
    return _by_target(_teaching(link for skill in current(facts, Skill) for link in facts.links.of(skill.id)))


def _teaching(links: Iterable[Link]) -> Iterator[Link]:
    return (link for link in links if link.path[0] in TEACHES or link.path[:2] == ("assessment", "recite"))


def _by_target(links: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for link in links:
        sources = found.setdefault(link.target, [])
        if link.source not in sources:
            sources.append(link.source)
    return {target: tuple(sources) for target, sources in found.items()}
