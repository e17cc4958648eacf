"""What a site consists of, before any page is made: its files, its navigation, its theme."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.mkdocs_plugin.preview.files import LazyFile
from generator.mkdocs_plugin.preview.theme import prepared


@dataclass(frozen=True)
class Outline:
    """`pages` come in the order of a whole build."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    pages: tuple[Page, ...]

    @property
    def others(self) -> list[File]:
        """The files that are no pages."""
        return [file for file in self.files if not file.is_documentation_page() and included(file)]


def included(file: File) -> bool:
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]


def outline(config: MkDocsConfig) -> Outline:
    """The first steps of `mkdocs.commands.build.build`; `config` has been through `on_config`."""
    files = get_files(config)
    env = prepared(config.theme.get_env(), config)
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = tuple(_page(file, config) for file in files.documentation_pages())
    return Outline(config, files, nav, env, pages)


def _page(file: File, config: MkDocsConfig) -> Page:
    """The page with what others must know of it: its title and front matter."""
    page = file.page or Page(None, file, config)
    if isinstance(file, LazyFile):
        page.markdown, page.meta = "", dict(file.made.fronts[file.src_uri])
    return page
