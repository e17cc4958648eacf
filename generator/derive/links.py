"""Which entry points to which, and through what field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.playbook import Playbook
from generator.model.record import Entry
from generator.model.shape import Path, references, texts
from generator.model.words import LINK


@dataclass(frozen=True, slots=True)
class Link:
    """`source` points to `target`; `path` is the field of the source that does, from its top."""

    source: str
    target: str
    path: Path


@dataclass(frozen=True)
class Links:
    """All links, by the entry they leave and by the entry they reach."""

    leaving: Mapping[str, tuple[Link, ...]]
    reaching: Mapping[str, tuple[Link, ...]]

    def to(self, entry: str) -> tuple[Link, ...]:
        return self.reaching.get(entry, ())

    def of(self, entry: str) -> tuple[Link, ...]:
        return self.leaving.get(entry, ())


def find_links(playbook: Playbook) -> Links:
    """Links of the entries at the top of an area; those inside them count as theirs."""
    leaving: dict[str, list[Link]] = {}
    reaching: dict[str, list[Link]] = {}
    for entry in playbook.entries.values():
        if len(playbook.homes[entry.id][1]) == 2:
            for link in _links(entry):
                leaving.setdefault(link.source, []).append(link)
                reaching.setdefault(link.target, []).append(link)
    return Links(_frozen(leaving), _frozen(reaching))


def _links(entry: Entry) -> Iterator[Link]:
    for path, _, word in references(entry):
        yield Link(entry.id, word, path)
    for path, _, text in texts(entry):
        if "[[" in text:
            yield from (Link(entry.id, match[2], path) for match in LINK.finditer(text))


def _frozen(lists: dict[str, list[Link]]) -> dict[str, tuple[Link, ...]]:
    return {key: tuple(links) for key, links in lists.items()}
