"""Serves the preview, and tells the browser when there is something new to see."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer, _timestamp

from generator.loading.git.scratch import scratch
from generator.mkdocs_plugin.make import Order
from generator.mkdocs_plugin.preview.overlay import bare_page, overlay
from generator.mkdocs_plugin.preview.preview import Outcome, Preview
from generator.mkdocs_plugin.said import Say

POLL = 0.1
"""Seconds between two looks at the sources; an observer of the system's events would fire on reading, too."""
QUIET = 0.02
"""Seconds without a further change before a round begins."""
IDLE = 0.3
"""Seconds that the browser has to ask for its page before the others are made."""

Announce = Callable[[Outcome], None]


class NoAddressError(Exception):
    """Nobody can listen there: another program does, or the host or the port is not ours to take."""


class PreviewServer(LiveReloadServer):
    """MkDocs's own live server, with pages made when they are asked for."""

    def __init__(self, preview: Preview, folder: Path, announce: Announce, host: str, port: int, mount: str) -> None:
        super().__init__(_nothing, host, port, str(folder), mount, polling_interval=POLL)
        self.build_delay = QUIET
        self.serve_thread.daemon = True
        self._preview = preview
        self._announce = announce
        self._sources: list[Path] = []

    def watch_all(self, sources: Iterable[Path]) -> None:
        """To be called before the sources are read, so that no edit is missed. What is not there yet may come."""
        self._sources = list(sources)
        for path in self._sources:
            if path.exists():
                self.watch(str(path), recursive=path.is_dir())
        self.observer.start()

    def listen(self) -> None:
        """From here on nobody is turned away, although answers come only with `run`."""
        try:
            self.server_bind()
        except OSError as error:
            raise NoAddressError(self._why_not(error)) from error
        self.server_activate()

    def _why_not(self, error: OSError) -> str:
        host, port = self.server_address[:2]
        if error.errno == errno.EADDRINUSE:
            return f"port {port} is taken; choose another, for example --port {port + 1}"
        if error.errno == errno.EACCES:
            return f"port {port} is kept for the system; choose one above 1023, for example --port 8000"
        said = (error.strerror or str(error)).lower()
        return f"cannot listen on {host!s}: {said}; leave --host out for this machine alone"

    def run(self) -> None:
        """Answers and watches until it is shut down, or interrupted in the main thread."""
        self.serve_thread.start()
        try:
            self._build_loop()
        finally:
            if not self._shutdown:
                self.shutdown()

    def _build_loop(self) -> None:
        busy, wait = True, IDLE
        while not self._shutdown:
            self._follow_sources()
            if self._changed(wait):
                while not self._preview.begin().good and self._changed(2 * POLL):
                    pass  # a file was met while it was being written
                self._announce(self._preview.outcome)
                self._publish()
                busy, wait = True, IDLE
            elif busy:
                before = self._preview.outcome
                busy = self._preview.make_next()
                if self._preview.outcome is not before:
                    self._announce(self._preview.outcome)
                    self._publish()
                wait = 0.0 if busy else self.shutdown_delay

    def _follow_sources(self) -> None:
        """A whole folder that comes or goes is a change, too; MkDocs's observer is silent about both."""
        for path in self._sources:
            there, watched = path.exists(), str(path) in self._watched_paths
            if there and not watched:
                self.watch(str(path), recursive=path.is_dir())
            elif watched and not there:
                self.unwatch(str(path))
            if there is not watched:
                with self._rebuild_cond:
                    self._want_rebuild = True

    def _changed(self, wait: float) -> bool:
        """Whether sources have changed within so many seconds, and stopped changing."""
        with self._rebuild_cond:
            if not self._rebuild_cond.wait_for(lambda: self._want_rebuild or self._shutdown, timeout=wait):
                return False
            while self._rebuild_cond.wait(timeout=self.build_delay):
                pass
            self._want_rebuild = False
            return not self._shutdown

    def _publish(self) -> None:
        """Every browser that looks at the preview loads its page anew."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(_timestamp(), self._visible_epoch + 1)
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith(self.mount_path) or path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        wanted = path.removeprefix(self.mount_path)
        file = Path(self.root, wanted + "index.html" if not wanted or wanted.endswith("/") else wanted)
        with self._preview.made(file):
            good = self._preview.outcome.good
            answer = super()._serve_request(environ, start_response) if file.exists() or good else None
            if answer is not None or (good and file.suffix != ".html"):
                return answer
            start_response("404 Not Found" if good else "200 OK", [("Content-Type", "text/html; charset=utf-8")])
            page = bare_page("No page has this address yet; one that gets it is shown here." if good else "")
            return [self._inject_js_into_html(page.encode(), self._visible_epoch)]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        before, body, after = content.rpartition(b"</body>")
        content = before + overlay(self._preview.outcome).encode() + body + after
        return bytes(super()._inject_js_into_html(content, epoch))  # type: ignore[no-untyped-call]


def serve(order: Order, *, host: str, port: int, say: Say, announce: Announce, ready: Callable[[str], None]) -> None:
    """Serves until Ctrl+C. `ready` is told the address once it can be opened."""
    with scratch() as name:
        folder = name.resolve()
        preview = Preview(order, folder, say)
        mount, sources = preview.surroundings()
        server = PreviewServer(preview, folder, announce, host, port, mount)
        server.listen()
        server.watch_all(sources)
        announce(preview.begin())
        ready(server.url)
        server.run()


def _nothing() -> None:
    """MkDocs's server wants to be told how to build; this one knows."""
