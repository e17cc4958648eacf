"""Checks the links to records in the company's own Markdown pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.loading.files import shown
from generator.loading.front import read_front
from generator.loading.link import broken_link
from generator.loading.problem import Problem
from generator.loading.text import read_text
from generator.location import Location
from generator.model.record import Entry
from generator.model.settings import Settings
from generator.model.words import LINK


def broken_in_pages(settings: Settings, known: Mapping[str, Entry], lost: Collection[str] = ()) -> Iterator[Problem]:
    """Links that lead nowhere; `lost` ids exist but could not be read."""
    for path in sorted((settings.content[0] / "pages").rglob("*.md")):
        file = shown(path, settings.root)
        text, unreadable = read_text(path, file)
        yield from unreadable
        yield from read_front(text, file)[1]
        yield from _broken(text, file, known, lost)


def _broken(text: str, file: str, known: Mapping[str, Entry], lost: Collection[str]) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        for match in LINK.finditer(line):
            if match[2] not in known and match[2] not in lost:
                yield broken_link(
                    match[2], Location(file, number, match.start() + 1, len(match[0])), known, sign=match[1]
                )
