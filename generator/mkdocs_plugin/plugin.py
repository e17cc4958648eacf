"""Hooks the build into MkDocs: pages, assets, navigation and findings go in, MkDocs makes the site."""

from __future__ import annotations

import datetime
import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape, unescape
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import loading
from generator.build import Look, site
from generator.finding import Level
from generator.loading.site.options import CONFIG
from generator.mkdocs_plugin.offline import as_files, index_as_script
from generator.mkdocs_plugin.options import Options
from generator.mkdocs_plugin.readers import is_preview, leave_out_above, refuse_leaks, refuse_place
from generator.mkdocs_plugin.theme import EXTENSIONS
from generator.mkdocs_plugin.versions import stand_beside_others
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.render.assets import SCRIPTS, STYLES, overrides
from generator.render.browser import browser_words
from generator.render.feed import FEED
from generator.render.jinja.engine import folders
from generator.render.jinja.fault import TemplateFaultError
from generator.render.jinja.loader import TemplateLoader
from generator.render.offline import OFFLINE, classic, online
from generator.render.own import own_file, own_page, replaced, same_address
from generator.render.page.navigation import own_pages
from generator.render.render import Pages

log = logging.getLogger("mkdocs.plugins.tuneup")


class TuneupPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """`tuneup:` in mkdocs.yml. Nothing is kept from one build to the next: `serve` sees the files as they are."""

    made: Pages
    whole: Playbook
    """Nothing taken out."""
    to_publish = True
    """A preview is seen by who makes it, and is not held back."""
    as_of: datetime.date | None = None
    audience: Audience | None = None
    """What the command line says wins over mkdocs.yml."""
    version = ""
    """Set where the site will stand beside other versions of itself."""
    offline = False
    tell: Callable[[Look, Settings], None]
    note: Callable[[str], None]
    """Is told what may be meant, and so must not fail a strict build."""
    page_file: Callable[[MkDocsConfig, str, Pages], File]

    def __init__(self) -> None:
        self.tell = _tell
        self.note = lambda said: log.info("tuneup: %s", said)
        self.page_file = _page_file

    def settings(self, config: MkDocsConfig) -> Settings:
        """How this playbook is to be built."""
        root = Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
        of_site = {name: config[name] for name in ("repo_url", "site_url")}
        of_site["edit_uri"] = next((said["edit_uri"] for said in config.user_configs if "edit_uri" in said), "")
        options = {**self.config, **of_site}
        if self.version:
            options["version"] = self.version
        try:
            if config.config_file_path and Path(config.config_file_path).name == CONFIG:
                loading.read_options(root)  # MkDocs itself passes over an option that does not exist
            return loading.settings(root, options, as_of=self.as_of, audience=self.audience)
        except loading.OptionError as error:
            raise Abort(f"tuneup: {error}") from error

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Everything the pages need of the theme and of Markdown is switched on, whatever mkdocs.yml forgot."""
        self.own_nav = config.nav
        settings = self.settings(config)
        if self.to_publish and not is_preview(config):
            refuse_place(self.config.published, settings)
        own = 1 if config.theme.custom_dir else 0  # a company's custom_dir stays in front
        config.theme.dirs[own:own] = [str(folder) for folder in overrides(folders(settings.templates))]
        config.theme["language"] = settings.language
        config.extra["tuneup"] = browser_words(settings, stands_still=bool(self.as_of or self.config.as_of))
        if self.version:
            stand_beside_others(config, settings)
        config.extra["noindex"] = bool(self.version) or settings.audience.rank > Audience.PUBLIC.rank
        config.extra_css = [*STYLES, *(style for style in config.extra_css if style not in STYLES)]
        self.offline = self.offline or self.config.offline
        for script in OFFLINE if self.offline else SCRIPTS:
            config.extra_javascript.append(_script(config, script))
        if self.offline:
            as_files(config)
        config.markdown_extensions = [
            *config.markdown_extensions,
            *(extension for extension in EXTENSIONS if extension not in config.markdown_extensions),
        ]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """A file of the company's own wins over a generated one of the same path."""
        settings = self.settings(config)
        unclear = leave_out_above(files, settings)
        own = {file.src_uri for file in files.documentation_pages() if file.inclusion is not InclusionLevel.EXCLUDED}
        try:
            with _collecting_later():
                seen, self.made = site(settings)
                self.whole = seen.facts.playbook
                self.tell(seen, settings)
                if unclear:
                    raise Abort("tuneup: " + "\n".join(unclear))
                self._add(files, own, config)
            _refuse_doubles(files, own, self.made, settings)
        except (loading.OptionError, OSError, TemplateFaultError) as error:
            raise Abort(f"tuneup: {error}") from error
        for path in sorted(own & set(self.made.pages)):
            self.note(replaced(own_file(path, settings), self.made.fronts[path]["title"]))
        if self.own_nav is None:
            config.nav = own_pages(self.made.nav, own - set(self.made.pages), {})
        return files

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG002
        """A block of the theme that is no text is said as any other broken template.

        The theme writes the site's name into tags as it stands, so from here on it is spelled for them.
        """
        config.site_name = escape(unescape(config.site_name))
        if type(env.loader) is jinja2.FileSystemLoader:
            env.loader = TemplateLoader(env.loader.searchpath)
        return env

    @event_priority(50)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """The company's own pages can link to records, quote them, and explain words like all others."""
        if page.file.generated_by == "tuneup":
            return markdown
        return own_page(markdown, page.file.src_uri, self.made.book)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After all others, since the search index is written by one of them."""
        if self.offline:
            index_as_script(Path(config.site_dir))
        if self.to_publish and not is_preview(config):
            refuse_leaks(self.whole, self.settings(config), config, self.config.not_secret)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        """An edit to content or templates builds the site again, as an edit to a page does."""
        settings = self.settings(config)
        for folder in (*settings.content, *folders(settings.templates)):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _add(self, files: Files, own: set[str], config: MkDocsConfig) -> None:
        for path in self.made.pages:
            if path not in own:
                files.append(self.page_file(config, path, self.made))
        config.extra["tuneup_feed"] = FEED if FEED in self.made.assets else ""
        assets = classic(self.made.assets) if self.offline else online(self.made.assets)
        for path, data in assets.items():
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content=data))


@contextmanager
def _collecting_later() -> Iterator[None]:
    """What is read and written is needed until the site is there: looking for garbage in between finds next to none,
    and takes a tenth of the time of a thousand records, a quarter of that of an edit in a preview.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _refuse_doubles(files: Files, own: set[str], made: Pages, settings: Settings) -> None:
    """An own page at the address of a generated one, under another name: MkDocs would show one of the two."""
    generated = {file.dest_uri: file.src_uri for file in files.documentation_pages() if file.src_uri not in own}
    for file in files.documentation_pages():
        path = generated.get(file.dest_uri, file.src_uri) if file.src_uri in own else file.src_uri
        if path != file.src_uri:
            raise Abort(f"tuneup: {same_address(own_file(file.src_uri, settings), path, made.fronts[path]['title'])}")


def _script(config: MkDocsConfig, script: str) -> Any:
    """A script that MkDocs loads, as a module if it ends in `.mjs`; the option's own class knows how."""
    option = type(config).extra_javascript.option_type  # type: ignore[attr-defined]
    return option.run_validation(script)


def _page_file(config: MkDocsConfig, path: str, made: Pages) -> File:
    return File.generated(config, path, content=made.pages[path])


def _tell(seen: Look, _settings: Settings) -> None:
    """An error stops the build. Warnings are told but not counted: `--strict` is about the site, not the playbook."""
    open_ = [finding for finding in seen.findings if finding.accepted is None]
    counts = {level: sum(finding.level is level for finding in open_) for level in Level}
    tellers = {Level.ERROR: log.error, Level.WARNING: log.info, Level.NOTE: log.debug}
    for finding in open_:
        said = f"{finding.location}: {finding.level.value}[{finding.rule}] {finding.complaint.message}"
        tellers[finding.level](said)
    if counts[Level.ERROR]:
        raise Abort(f'tuneup: {_many(counts, Level.ERROR)}; run "tuneup check" for the cures')
    if open_:
        told = f"{_many(counts, Level.WARNING)}, {_many(counts, Level.NOTE)}"
        log.info(f'tuneup: {told}; run "tuneup check" for the cures')


def _many(counts: dict[Level, int], level: Level) -> str:
    return f"{counts[level]} {level.value}{'' if counts[level] == 1 else 's'}"
