"""A site that is opened as files: links name files, and the search index comes as a script."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.render.offline import WORKER

INDEX = Path("search/search_index.json")


def as_files(config: MkDocsConfig) -> None:
    """A browser opens no folder's index by itself, fetches nothing and starts no worker where there is no server."""
    config.use_directory_urls = False
    config.theme["features"] = [name for name in config.theme["features"] if name != "navigation.instant"]
    config.extra["polyfills"] = [*config.extra.get("polyfills", []), WORKER]


def index_as_script(site: Path) -> None:
    """Where the theme looks for it on a page that is a file."""
    file = site / INDEX
    if file.is_file():
        file.with_suffix(".js").write_text(f"var __index = {file.read_text(encoding='utf-8')}", encoding="utf-8")
