"""The preview as a whole: starts a new round when sources have changed and keeps the last good one when it cannot."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from generator.build import Look
from generator.finding import Finding, Level
from generator.mkdocs_plugin.make import BuildStoppedError, Order, configured, our_plugin, speaking, stopping
from generator.mkdocs_plugin.preview.files import SiteFolder, lazy_file
from generator.mkdocs_plugin.preview.kept import Kept
from generator.mkdocs_plugin.preview.round import Round
from generator.mkdocs_plugin.said import Say
from generator.model.settings import Settings
from generator.render.jinja.engine import folders


@dataclass(frozen=True)
class Outcome:
    """How a round went: what was found in the playbook, and what kept MkDocs or a template from going on."""

    seconds: float
    look: Look | None = None
    settings: Settings | None = None
    said: str = ""
    stays: bool = False
    """Whether there is a site to look at, be it that of an earlier round."""

    @property
    def faults(self) -> list[Finding]:
        found = self.look.findings if self.look else []
        return [finding for finding in found if finding.level is Level.ERROR and finding.accepted is None]

    @property
    def good(self) -> bool:
        return not self.said and not self.faults


class _FaultsError(Exception):
    """Stops a round; what was found is in its outcome."""


class Preview:
    """Holds the site in `folder`, an empty folder of its own. Every method may be called from any thread."""

    def __init__(self, order: Order, folder: Path, say: Say) -> None:
        self._order, self._folder, self._say = order, folder, _once(say)
        self._lock = threading.RLock()
        self._kept, self._site = Kept(), SiteFolder()
        self._round: Round | None = None
        self._started = False
        self._asked = 0
        self._seen: tuple[Look, Settings] | None = None
        self.outcome = Outcome(0.0)

    @property
    def count(self) -> int:
        """How many results could not be taken from an earlier round, since the start."""
        return self._kept.made

    def begin(self) -> Outcome:
        """Reads the sources anew. Pages are made when they are asked for."""
        begun = time.monotonic()
        said = ""
        with self._lock:
            self._seen = None
            try:
                with speaking(self._say, self._order.root), stopping(self._order.root):
                    self._round = Round(self._config(), self._kept, self._site)
            except BuildStoppedError as error:
                said = str(error)
            except _FaultsError:
                pass
            seconds, seen = time.monotonic() - begun, self._seen or (None, None)
            self.outcome = Outcome(seconds, *seen, said, stays=self._round is not None)
        return self.outcome

    @contextmanager
    def made(self, path: Path) -> Iterator[None]:
        """A file of the site folder is up to date, and no new round begins, while it is being read."""
        self._asked += 1
        with self._lock:
            self._asked -= 1
            if self._round is not None:
                self._try(self._round, path)
            yield

    def make_next(self) -> bool:
        """Makes one more page; whether there are more to make. Lets those go first who wait for a page."""
        while self._asked:
            time.sleep(0.002)
        with self._lock:
            return self._round is not None and self._try(self._round, None)

    def surroundings(self) -> tuple[str, list[Path]]:
        """The path of the site on its host; the files and folders it is made of, or will be once they are there."""
        with speaking(lambda _level, _message: None, self._order.root), stopping(self._order.root):
            config = configured(self._order, lambda _look, _settings: None)
            settings = our_plugin(config).settings(config)
        custom = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        wanted = [
            *settings.content,
            *folders(settings.templates),
            *custom,
            Path(config.docs_dir),
            *map(Path, config.watch),
            self._order.root / "mkdocs.yml",
        ]
        return urlsplit(config.site_url or "/").path, _outermost(path.resolve() for path in wanted)

    def _try(self, round: Round, path: Path | None) -> bool:
        """A page that cannot be made is told once; what lies in the folder stays."""
        try:
            with speaking(self._say, self._order.root), stopping(self._order.root):
                if path is None:
                    return round.make_next()
                round.make(path)
                return True
        except BuildStoppedError as error:
            self.outcome = replace(self.outcome, said=self.outcome.said or str(error))
        return True

    def _config(self) -> MkDocsConfig:
        config = configured(self._order, self._tell, lambda said: self._say("note", said))
        config.site_dir = str(self._folder)
        plugin = our_plugin(config)
        plugin.page_file, plugin.to_publish = lazy_file, False
        if not self._started:
            config.plugins.on_startup(command="serve", dirty=False)
            self._started = True
        return config

    def _tell(self, look: Look, settings: Settings) -> None:
        self._seen = (look, settings)
        if Outcome(0.0, look).faults:
            raise _FaultsError


def _once(say: Say) -> Say:
    """Each message is said once, not after every edit."""
    return cache(say)


def _outermost(paths: Iterable[Path]) -> list[Path]:
    found = sorted(set(paths))
    return [path for path in found if not any(other in path.parents for other in found)]
