"""The theme, read from disk once: its templates compiled, its files listed, and what a page's frame depends on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_build_date

from generator.mkdocs_plugin.preview.kept import digest
from generator.render.jinja.compiled import Compiled
from generator.render.jinja.loader import TemplateLoader

INSTALLED = frozenset({"site-packages", "dist-packages"})
"""What lies below such a folder does not change while the program runs."""
_COMPILED = Compiled()


class KnownLoader(TemplateLoader):
    """Lists no hidden folders, which MkDocs leaves out anyway: Material's icons are 12,000 files in one."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _names(Path(folder))})


def prepared(env: jinja2.Environment, config: MkDocsConfig) -> jinja2.Environment:
    """The theme's environment with everything that can be kept from an earlier round."""
    env.loader = KnownLoader(config.theme.dirs)
    env.bytecode_cache = _COMPILED
    return env


def frame_key(config: MkDocsConfig, nav: Navigation, pages: Sequence[Page]) -> bytes:
    """What the frame of every page is made of: settings, navigation, templates, the day."""
    settings = sorted((key, repr(value)) for key, value in config.items() if key not in ("plugins", "hooks"))
    titles = [(page.url, page.title, repr(page.meta)) for page in pages]
    own = [stamp for folder in config.theme.dirs if not _installed(Path(folder)) for stamp in _stamps(Path(folder))]
    clock = (get_build_date(), os.environ.get("SOURCE_DATE_EPOCH"))
    return digest((settings, list(_tree(nav.items)), titles, own, clock))


def page_key(page: Page) -> tuple[object, ...]:
    """What a page adds to its frame."""
    beside = [(other.url, other.title) if other else None for other in (page.previous_page, page.next_page)]
    toc = [(item.id, item.title, item.level) for item in _toc(page.toc)]
    return (page.url, page.title, page.content, repr(page.meta), beside, toc, page.canonical_url, page.edit_url)


def _names(folder: Path) -> frozenset[str]:
    return _installed_names(folder) if _installed(folder) else _walked(folder)


@cache
def _installed_names(folder: Path) -> frozenset[str]:
    return _walked(folder)


def _walked(folder: Path) -> frozenset[str]:
    return frozenset(path.relative_to(folder).as_posix() for path in _files(folder))


def _files(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _files(entry)
        else:
            yield entry


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    for path in _files(folder):
        there = path.stat()
        yield (str(path), there.st_mtime_ns, there.st_size)


def _installed(folder: Path) -> bool:
    return not INSTALLED.isdisjoint(folder.parts)


def _tree(items: list[StructureItem]) -> Iterator[object]:
    for item in items:
        yield (item.title, getattr(item, "url", None), list(_tree(getattr(item, "children", None) or [])))


def _toc(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for item in items:
        yield item
        yield from _toc(item.children)
