"""Runs MkDocs inside this program: the one way in which a site is made from the command line."""

from __future__ import annotations

import contextlib
import datetime
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from generator.build import Look
from generator.loading.site.options import CONFIG, OptionError, at_option, pages_folder
from generator.loading.words import nearest
from generator.mkdocs_plugin.plugin import TuneupPlugin
from generator.mkdocs_plugin.readers import refuse_place
from generator.mkdocs_plugin.said import Say, Speaker
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.render.jinja.fault import TemplateFaultError, places

Tell = Callable[[Look, Settings], None]
"""Is told what was found before a page is made; what it raises stops the build."""


class BuildStoppedError(Exception):
    """The site cannot be made; what is wrong has been said, or is the message."""


class NotConfiguredError(BuildStoppedError):
    """mkdocs.yml cannot be used as it is, so nothing was tried."""


@dataclass(frozen=True)
class Order:
    """What is to be built: the playbook at `root`, on another day or for other readers than mkdocs.yml says."""

    root: Path
    as_of: datetime.date | None = None
    audience: Audience | None = None
    strict: bool = False
    version: str = ""
    """Built to be published as this version, beside others; empty: as mkdocs.yml says, and alone."""
    offline: bool = False


def build_site(order: Order, *, site_dir: Path | None, tell: Tell, say: Say) -> Path:
    """Builds beside `site_dir` (that of mkdocs.yml where None) and swaps: a failed build leaves the last good site."""
    with speaking(say, order.root), stopping(order.root):
        config = configured(order, tell, lambda said: say("note", said))
        site = site_dir.resolve() if site_dir else Path(config.site_dir)
        site.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=f".{site.name}.", dir=site.parent, ignore_cleanup_errors=True
        ) as beside:
            config.site_dir = str(Path(beside) / "new")
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
            _swap(Path(config.site_dir), site, Path(beside) / "old")
        return site


def configured(order: Order, tell: Tell, note: Callable[[str], None] = lambda _said: None) -> MkDocsConfig:
    """mkdocs.yml with what the command line adds to it. `note` is told what may be meant."""
    try:
        pages_folder(order.root)
    except OptionError as error:
        raise NotConfiguredError(str(error)) from error
    try:
        config = load_config(str(order.root / CONFIG), strict=order.strict or None)
    except (ConfigurationError, Abort, ValueError) as error:  # PyYAML raises ValueError for 30 February
        raise NotConfiguredError(_cannot_be_used(error)) from error
    plugin = our_plugin(config)
    plugin.as_of, plugin.audience, plugin.tell, plugin.note = order.as_of, order.audience, tell, note
    plugin.version = order.version
    plugin.offline = order.offline
    _spoken(plugin.config.language, config, order.root)
    return config


def try_config(order: Order, say: Say) -> None:
    """Raises what would keep a site from being made whatever its content says; tells the rest."""
    with speaking(say, order.root), stopping(order.root):
        plugin = our_plugin(config := configured(order, lambda _look, _settings: None))
        refuse_place(plugin.config.published, plugin.settings(config))


def our_plugin(config: MkDocsConfig) -> TuneupPlugin:
    plugin = config.plugins.get("tuneup")
    if not isinstance(plugin, TuneupPlugin):
        raise NotConfiguredError(f"{CONFIG}: the plugin `tuneup` is not switched on; write `- tuneup` below `plugins:`")
    return plugin


@contextlib.contextmanager
def speaking(say: Say, root: Path) -> Iterator[None]:
    """What MkDocs logs as a warning or an error is said instead."""
    handler = Speaker(say, root)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


@contextlib.contextmanager
def stopping(root: Path) -> Iterator[None]:
    """Whatever a company's own files can do to MkDocs becomes one message."""
    try:
        with places(root):
            yield
    except MkDocsException as error:
        said = error.format_message().removeprefix("tuneup: ")
        raise BuildStoppedError(said.replace(f"{root.as_posix()}/", "")) from error
    except TemplateFaultError as fault:
        raise BuildStoppedError(str(fault).replace(f"{root.as_posix()}/", "")) from fault


def _spoken(language: str, config: MkDocsConfig, root: Path) -> None:
    """Refuses a language that the theme has no words for; a theme that is in one language only is left alone."""
    folders = [Path(folder) / "partials" / "languages" for folder in config.theme.dirs]
    known = {file.stem for folder in folders if folder.is_dir() for file in folder.glob("*.html")}
    if known and language not in known:
        near = nearest(language, known) or "en"
        said = f"the theme does not know `language: {language}`; use a code such as `{near}`"
        raise NotConfiguredError(f"{at_option('language', root)}: {said}")


def _cannot_be_used(error: Exception) -> str:
    if isinstance(error, Abort):  # each value that is wrong has been said by then
        return f"mend the values of {CONFIG} named above"
    said = " ".join(str(error).removeprefix("MkDocs encountered an error parsing the configuration file: ").split())
    return f"{CONFIG} cannot be read: {said}"


def _swap(new: Path, site: Path, old: Path) -> None:
    """Hidden files, as that of git, stay where MkDocs would leave them."""
    if not site.exists():
        new.rename(site)
        return
    for hidden in site.glob(".*"):
        hidden.rename(new / hidden.name)
    try:
        site.rename(old)
    except OSError:
        _pour(new, site)  # the folder itself cannot be moved where it is mounted or somebody stands in it
    else:
        new.rename(site)


def _pour(new: Path, site: Path) -> None:
    for entry in site.iterdir():
        shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    shutil.copytree(new, site, dirs_exist_ok=True)
