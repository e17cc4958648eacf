"""Checks the company's own Markdown pages: their links to records, and that each has an address of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.finding import Complaint
from generator.loading.folders.files import shown
from generator.loading.problem import Problem
from generator.loading.records.link import broken_link, is_draft, link_to_draft
from generator.loading.records.mistyped import mistyped, mistyped_link, uncoded
from generator.loading.site.front import read_front
from generator.loading.site.options import config_node
from generator.loading.syntax.nodes import Scalar
from generator.loading.syntax.text import read_text
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


def doubled_pages(settings: Settings) -> Iterator[Problem]:
    """Of `prices.md` and `prices/index.md`, which MkDocs writes to one address, the second; it tells of neither."""
    node = config_node(settings.root)
    said = node.values.get("use_directory_urls") if node else None
    if isinstance(said, Scalar) and said.data is False:
        return
    pages = settings.content[0] / "pages"
    for path in sorted(pages.rglob("index.md")):
        beside = path.parent.with_suffix(".md") if path.parent != pages else path
        if beside == path or not beside.is_file():
            continue
        file, other = shown(path, settings.root), shown(beside, settings.root)
        address = path.parent.relative_to(pages).as_posix()
        yield Problem(
            "duplicate-page",
            Complaint(
                Location(file),
                f"this page and `{other}` have the same address, `{address}/`, so readers see only one of them",
                help="give one of them another name, or put its text into the other and delete it",
            ),
        )


def _broken(text: str, file: str, known: Mapping[str, Entry], lost: Collection[str]) -> Iterator[Problem]:
    for number, line in enumerate(uncoded(text).splitlines(), 1):
        for start, wrote, meant in mistyped(line, known, lost):
            if f"\n{wrote}:" in text:  # Markdown keeps the address in a line of its own
                continue
            yield mistyped_link(wrote, meant, Location(file, number, start + 1, len(wrote)))
        for match in LINK.finditer(line):
            at = Location(file, number, match.start() + 1, len(match[0]))
            if match[2] not in known and match[2] not in lost:
                yield broken_link(match[2], at, known, sign=match[1])
            elif is_draft(known.get(match[2])):
                yield link_to_draft(match[2], at)
