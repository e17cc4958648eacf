"""The search index of the preview: a page is taken apart again only when it has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from generator.mkdocs_plugin.preview.kept import Kept
from generator.mkdocs_plugin.preview.theme import page_key

ENTRIES = ("entries", "_entries")
"""Where the search plugins of Material and of MkDocs keep what they have found."""


class Recorder:
    """Stands in for the index of a search plugin, because pages come in the order in which they are looked at."""

    def __init__(self, plugin: Any, kept: Kept) -> None:
        self._plugin = plugin
        self._index = plugin.search_index
        self._name = next(name for name in ENTRIES if hasattr(self._index, name))
        self._take_apart = self._index.add_entry_from_context
        self._kept = kept
        self._found: dict[str, list[Any]] = {}
        self._index.add_entry_from_context = self._record

    def write_back(self, pages: Sequence[Page]) -> None:
        """Gives the index its entries in the order of a whole build."""
        entries = [entry for page in pages for entry in self._found.get(page.url, ())]
        setattr(self._index, self._name, entries)
        self._plugin.search_index = self._index

    def _record(self, page: Page) -> None:
        self._found[page.url] = self._kept.get(("search", page_key(page)), lambda: self._entries(page))

    def _entries(self, page: Page) -> list[Any]:
        setattr(self._index, self._name, [])
        self._take_apart(page)
        found: list[Any] = getattr(self._index, self._name)
        return found


def recorders(config: MkDocsConfig, kept: Kept) -> list[Recorder]:
    """One for each search plugin; call it when plugins have made their indexes."""
    plugins = [plugin for plugin in config.plugins.values() if hasattr(plugin, "search_index")]
    return [Recorder(plugin, kept) for plugin in plugins]
