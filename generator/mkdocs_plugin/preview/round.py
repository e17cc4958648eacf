"""One state of the sources as a site: each page is made when somebody looks at it, the others afterwards."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import _build_extra_template, _build_theme_template, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from generator.mkdocs_plugin.preview.files import LazyFile, SiteFolder
from generator.mkdocs_plugin.preview.kept import Kept
from generator.mkdocs_plugin.preview.markdown import html_key, populate
from generator.mkdocs_plugin.preview.outline import included, outline
from generator.mkdocs_plugin.preview.search import recorders
from generator.mkdocs_plugin.preview.theme import frame_key, page_key

UNDERSTOOD = frozenset({"tuneup", "search", "material/search"})
"""Plugins whose doings are known. With any other, nothing is kept and pages are made in the order of a build."""


class Round:
    """Takes the steps of `mkdocs.commands.build.build`, with pages in the order in which they are looked at."""

    def __init__(self, config: MkDocsConfig, kept: Kept, folder: SiteFolder) -> None:
        self._kept, self._folder = kept, folder
        self._config = config = config.plugins.on_config(config)
        self._keeps = set(config.plugins) <= UNDERSTOOD and not config.hooks
        config.plugins.on_pre_build(config=config)
        self._indexes = recorders(config, kept) if self._keeps else []
        self._whole = outline(config)
        self._html_key = html_key(config, self._whole.files) if self._keeps else None
        self._read: set[str] = set()
        for page in self._whole.pages:
            if not self._keeps or not isinstance(page.file, LazyFile):
                self._populate(page)
        self._env = config.plugins.on_env(self._whole.env, config=config, files=self._whole.files)
        self._frame = frame_key(config, self._whole.nav, self._whole.pages)
        self._pending = {Path(page.file.abs_dest_path): page for page in self._whole.pages}
        self._complete = False
        for file in self._whole.others:
            folder.copy(file)
        folder.keep_only(file for file in self._whole.files if included(file))

    def make(self, path: Path) -> None:
        """Brings one file of the site folder up to date; what is no page needs the whole site."""
        if path in self._pending and self._keeps:
            self._make(path)
        elif path in self._pending or path.suffix in (".json", ".xml", ".gz") or path.name == "404.html":
            while self.make_next():
                pass

    def make_next(self) -> bool:
        """Makes one more page, and what needs all of them after the last one. Whether there is more to do."""
        if self._pending:
            self._make(next(iter(self._pending)))
        elif not self._complete:
            self._finish()
        return not self._complete

    def _make(self, path: Path) -> None:
        page = self._pending.pop(path)
        if page.file.src_uri not in self._read:
            self._populate(page)
        html = self._framed(page)
        if html.strip():
            self._folder.put(path, html.encode("utf-8", errors="xmlcharrefreplace"))

    def _populate(self, page: Page) -> None:
        populate(page, self._config, self._whole.files, self._kept, self._html_key)
        self._read.add(page.file.src_uri)

    def _framed(self, page: Page) -> str:
        config = self._config
        config._current_page, page.active = page, True
        try:
            context = get_context(self._whole.nav, [one.file for one in self._whole.pages], config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self._whole.nav)
            if self._keeps:
                html = self._kept.get((self._frame, *page_key(page)), lambda: template.render(context))
            else:
                html = template.render(context)
            return str(config.plugins.on_post_page(html, page=page, config=config))
        finally:
            config._current_page, page.active = None, False

    def _finish(self) -> None:
        self._complete = True
        config, files, nav = self._config, self._whole.files, self._whole.nav
        for name in config.theme.static_templates:
            _build_theme_template(name, self._env, files, config, nav)
        for name in config.extra_templates:
            _build_extra_template(name, files, config, nav)
        for page in self._whole.pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        for index in self._indexes:
            index.write_back(self._whole.pages)
        config.plugins.on_post_build(config=config)
        self._kept.forget_unused()
