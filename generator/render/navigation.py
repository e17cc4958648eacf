"""The order of pages in the site's navigation: by section, then by group, then as they come."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from generator.render.labels import Labels
from generator.render.leaf import Leaf

Nav = list[Any]
"""As MkDocs writes it: a list of `{title: path}` and `{title: list}`; a bare path gives a section its own page."""


def navigation(sections: Mapping[str, Iterable[Leaf]], labels: Labels) -> Nav:
    nav: Nav = []
    for key, leaves in sections.items():
        listed = [leaf for leaf in leaves if leaf.listed]
        if len(listed) == 1:
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


def _entries(leaves: list[Leaf]) -> Nav:
    entries: Nav = []
    groups: dict[str, Nav] = {}
    for leaf in leaves:
        entry: Any = leaf.path if posixpath.basename(leaf.path) == "index.md" else {leaf.title: leaf.path}
        if not leaf.group:
            entries.append(entry)
        elif leaf.group in groups:
            groups[leaf.group].append(entry)
        else:
            groups[leaf.group] = [entry]
            entries.append({leaf.group: groups[leaf.group]})
    return entries


def _folder(item: Any) -> str:
    """The folder of a section's pages."""
    while not isinstance(item, str):
        item = next(iter(item.values())) if isinstance(item, dict) else item[0]
    return item.split("/")[0] if "/" in item else ""
