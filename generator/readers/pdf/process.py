"""Keeps the process that reads PDFs: hands it a file, and ends it where a page takes too long."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from generator.readers.pdf.turned import Edges, turned
from generator.readers.reading.guard import Unreadable

START_SECONDS = 30.0
"""The process starts in 0.3 s; on a busy machine it may take long, which is not the file's fault."""
FIRST_SECONDS = 1.2
PAGE_SECONDS = 0.15
"""A file may take `FIRST_SECONDS`, and this for each page that it has given. Measured: 70 full pages a second on a busy
machine, 0.014 s each."""
PATIENCE = 15
"""Where others hold up the process, it may take so many times as long by the clock: that is not the file's fault."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a column's part of one.

    Edges are in points from the page's lower left, once the page has made so many quarter turns against the clock that
    the line runs from left to right.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    row: int
    """Number of the line on its page, from 0, as it was drawn; parts of one line have the same."""
    turn: int = 0

    @property
    def edges(self) -> Edges:
        """Where it stands on the page as it is."""
        return turned((self.left, self.bottom, self.right, self.top), -self.turn % 4)


@dataclass(frozen=True, slots=True)
class Note:
    """What is laid over a page: a `field`, its `tooltip`, a `text box` or a `comment`. `name` is the field's."""

    kind: str
    name: str
    text: str
    left: float
    bottom: float
    right: float
    top: float
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines, and what is laid over it; `bad` of its `letters` have no known meaning."""

    width: float
    height: float
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    letters: int
    bad: int
    is_picture: bool
    is_damaged: bool


@dataclass(frozen=True, slots=True)
class Extract:
    """What a PDF holds."""

    pages: tuple[Page, ...]
    properties: dict[str, str]
    outline: tuple[str, ...]


def extract(data: bytes) -> Extract:
    """Read a PDF in the process; raises `Unreadable` where it is locked, damaged, too long or too slow."""
    with _LOCK:
        worker = _worker()
        try:
            worker.give(data)
            worker.may_take(FIRST_SECONDS)
            head = worker.take()
            pages: list[Page] = []
            for _ in range(head["pages"]):
                worker.may_take(PAGE_SECONDS)
                pages.append(_page(worker.take()))
        except _StoppedError as stopped:
            _end()
            raise Unreadable(str(stopped)) from None
        except Unreadable:
            if not worker.is_done:
                _end()
            raise
    return Extract(tuple(pages), head["properties"], tuple(head["outline"]))


def get_ready() -> None:
    """Begins the process while others are busy, since it takes as long to start as a short file to read."""
    threading.Thread(target=_start, daemon=True).start()


def _start() -> None:
    with _LOCK, suppress(_StoppedError, Unreadable):  # who reads a file starts it again, and says what is wrong
        _worker()


def _page(message: dict[str, Any]) -> Page:
    lines = tuple(Line(*line) for line in message["lines"])
    notes = tuple(Note(*note) for note in message["notes"])
    size, letters = (message["width"], message["height"]), (message["letters"], message["bad"])
    return Page(*size, lines, notes, *letters, message["picture"], message["damaged"])


class _StoppedError(Exception):
    """The process ended or must be ended; the message is why."""


class _Worker:
    """The process, with a thread that collects what it says."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("worker.py")
        self.process = subprocess.Popen(
            [sys.executable, "-P", str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.said: Queue[bytes] = Queue()
        self.is_done = True
        self.allowed, self.spent, self.deadline = 0.0, 0.0, time.monotonic() + START_SECONDS
        threading.Thread(target=self._listen, daemon=True).start()
        self.take()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.put(line)
        self.said.put(b"")

    def give(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.is_done = False
        self.allowed, self.spent, self.deadline = 0.0, worked(self.process.pid), time.monotonic()
        try:
            self.process.stdin.write(len(data).to_bytes(8, "big") + data)
            self.process.stdin.flush()
        except OSError:
            raise _StoppedError("the file ends the program that reads it") from None

    def may_take(self, seconds: float) -> None:
        """Allow the file so much more."""
        self.allowed += seconds
        self.deadline = max(self.deadline + seconds, time.monotonic() + min(seconds, PAGE_SECONDS))

    def take(self) -> dict[str, Any]:
        """The next that it says."""
        try:
            line = self.said.get(timeout=max(0.0, self.deadline - time.monotonic()))
        except Empty:
            line = self._wait()
        if not line:
            raise _StoppedError("the file is damaged: it ends the program that reads it")
        message: dict[str, Any] = json.loads(line)
        if "problem" in message:
            self.is_done = "page" not in message
            raise Unreadable(message["problem"])
        return message

    def _wait(self) -> bytes:
        """What it says late, as long as it is at work and has not had its time on the processor."""
        latest = time.monotonic() + PATIENCE * self.allowed
        while time.monotonic() < latest and is_busy(self.process.pid):
            left = self.spent + self.allowed - worked(self.process.pid)
            if left <= 0:
                break
            try:
                return self.said.get(timeout=left)
            except Empty:
                continue
        raise _StoppedError("it takes too long to read")


def worked(process: int) -> float:
    """Seconds that a process has had on the processor; 0 where the system does not say."""
    state = _state(process)
    return (int(state[11]) + int(state[12])) / os.sysconf("SC_CLK_TCK") if state else 0.0


def is_busy(process: int) -> bool:
    """Whether a process works or waits for its turn. One that sleeps waits for something that will not come."""
    state = _state(process)
    return bool(state) and state[0] in ("R", "D")


def _state(process: int) -> list[str]:
    """The fields after the name in `/proc/…/stat`, which Linux has."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


_LOCK = threading.Lock()
_KEPT: dict[int, _Worker] = {}
"""The process in use, by the id of the process that started it: a fork must not share one."""


def _worker() -> _Worker:
    kept = _KEPT.get(os.getpid())
    if kept is None or kept.process.poll() is not None:
        _KEPT.clear()
        kept = _KEPT[os.getpid()] = _Worker()
    return kept


def _end() -> None:
    kept = _KEPT.pop(os.getpid(), None)
    if kept is not None:
        kept.process.kill()
        kept.process.wait()


atexit.register(_end)
