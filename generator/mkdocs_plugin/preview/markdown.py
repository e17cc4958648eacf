"""Reads a page of the preview and turns its Markdown into HTML, or takes the HTML of the last round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.mkdocs_plugin.preview.kept import Kept, digest

PURE = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "md_in_html"}
    | {"meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"}
)
"""Extensions of Markdown that look at nothing but the page."""


@dataclass(frozen=True)
class Html:
    """What MkDocs keeps of a rendered page; links name files by their path."""

    content: str
    toc: Any
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


def populate(page: Page, config: MkDocsConfig, files: Files, kept: Kept, key: bytes | None) -> None:
    """As MkDocs does it, with the HTML kept by page and `key`; without a key it is always made."""
    config._current_page = page
    try:
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        assert page.markdown is not None
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        if key is None:
            page.render(config, files)
        else:
            parts = ("html", page.file.src_uri, page.markdown, key)
            _fill(page, files, kept.get(parts, lambda: _rendered(page, config, files)))
        assert page.content is not None
        page.content = config.plugins.on_page_content(page.content, page=page, config=config, files=files)
    finally:
        config._current_page = None


def html_key(config: MkDocsConfig, files: Files) -> bytes | None:
    """What the HTML of every page depends on besides its text; None where an extension may read other files."""
    names = {name.removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    if not names <= PURE:
        return None
    there = sorted((file.src_uri, file.url, file.inclusion.name) for file in files)
    return digest((config.markdown_extensions, config.mdx_configs, config.validation, there))


def _rendered(page: Page, config: MkDocsConfig, files: Files) -> Html:
    page.render(config, files)
    assert page.content is not None
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return Html(page.content, page.toc, page._title_from_render, page.present_anchor_ids, links)


def _fill(page: Page, files: Files, html: Html) -> None:
    page.content, page.toc = html.content, html.toc
    page._title_from_render, page.present_anchor_ids = html.title, html.anchors
    there = ((files.get_file_from_path(path), anchors) for path, anchors in html.links.items())
    page.links_to_anchors = {file: anchors for file, anchors in there if file is not None}
