"""The order of pages in the site's navigation: by section, then by group, then as they come."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from generator.render.jinja.labels import Labels
from generator.render.page.leaf import Leaf

Nav = list[Any]
"""As MkDocs writes it: a list of `{title: path}` and `{title: list}`; a bare path gives a section its own page."""
LONG = 40
"""Pages of a group that is still shown whole: every page of it lists them all, so a site would grow with the square."""
STRETCH = 30
"""Pages of a part of a long group that has no parts of its own."""


def navigation(sections: Mapping[str, Iterable[Leaf]], labels: Labels) -> Nav:
    nav: Nav = []
    for key, leaves in sections.items():
        listed = [leaf for leaf in leaves if leaf.listed]
        if len(listed) == 1 and _stands_for_its_section(listed[0]):
            nav.append({str(labels(f"section.{key}")): listed[0].path})
        elif listed:
            nav.append({str(labels(f"section.{key}")): _entries(listed)})
    return nav


def own_pages(nav: Nav, paths: Iterable[str], titles: Mapping[str, str]) -> Nav:
    """The navigation with a company's own pages: each in the section whose folder it lies in, else at the end."""
    by_folder = {_folder(item): item for item in nav}
    for path in sorted(paths):
        entry = {titles[path]: path} if path in titles else path
        section = by_folder.get(path.split("/")[0]) if "/" in path else None
        target = next(iter(section.values())) if section else None
        (target if isinstance(target, list) else nav).append(entry)
    return nav


def _stands_for_its_section(leaf: Leaf) -> bool:
    """Whether readers know the page by the section's name; an area that a company has added has a name of its own."""
    return "/" not in leaf.path or posixpath.basename(leaf.path) == "index.md"


def _entries(leaves: list[Leaf]) -> Nav:
    entries: Nav = []
    groups: dict[str, list[Leaf]] = {}
    below: dict[str, Nav] = {}
    for leaf in leaves:
        if not leaf.group:
            entries.append(_entry(leaf))
            continue
        if leaf.group not in groups:
            groups[leaf.group], below[leaf.group] = [], []
            entries.append({leaf.group: below[leaf.group]})
        groups[leaf.group].append(leaf)
    for group, inside in groups.items():
        below[group] += _parts(inside) if len(inside) > LONG else map(_entry, inside)
    return entries


def _entry(leaf: Leaf) -> Any:
    return leaf.path if posixpath.basename(leaf.path) == "index.md" else {leaf.title: leaf.path}


def _parts(leaves: list[Leaf]) -> Nav:
    """The pages of a long group below the headings they name; those that name none in stretches, as they come."""
    named: dict[str, Nav] = {}
    for leaf in leaves:
        if leaf.part:
            named.setdefault(leaf.part, []).append(_entry(leaf))
    rest = [leaf for leaf in leaves if not leaf.part]
    stretches = [rest[start : start + STRETCH] for start in range(0, len(rest), STRETCH)]
    return [
        *({part: entries} for part, entries in named.items()),
        *({f"{some[0].title} – {some[-1].title}": [*map(_entry, some)]} for some in stretches),
    ]


def _folder(item: Any) -> str:
    """The folder of a section's pages."""
    while not isinstance(item, str):
        item = next(iter(item.values())) if isinstance(item, dict) else item[0]
    return item.split("/")[0] if "/" in item else ""
