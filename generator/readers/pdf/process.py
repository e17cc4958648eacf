"""Keeps the process that reads PDFs: hands it a file, and ends it where a page takes too long."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from generator.readers.reading.guard import Unreadable

START_SECONDS = 30.0
"""The process starts in 0.3 s; on a busy machine it may take long, which is not the file's fault."""
FIRST_SECONDS = 1.2
PAGE_SECONDS = 0.15
"""A file may take `FIRST_SECONDS`, and this for each page that it has given. Measured: 70 full pages a second on a busy
machine, 0.014 s each."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a column's part of one; edges in points from the page's lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    row: int
    """Number of the line on its page, from 0; parts of one line have the same."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines; `bad` of its `letters` have no known meaning."""

    height: float
    lines: tuple[Line, ...]
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
            deadline = time.monotonic() + FIRST_SECONDS
            worker.give(data)
            head = worker.take(FIRST_SECONDS)
            pages: list[Page] = []
            for _ in range(head["pages"]):
                deadline += PAGE_SECONDS
                pages.append(_page(worker.take(max(PAGE_SECONDS, deadline - time.monotonic()))))
        except _StoppedError as stopped:
            _end()
            raise Unreadable(str(stopped)) from None
        except Unreadable:
            if not worker.is_done:
                _end()
            raise
    return Extract(tuple(pages), head["properties"], tuple(head["outline"]))


def _page(message: dict[str, Any]) -> Page:
    lines = tuple(Line(*line) for line in message["lines"])
    return Page(message["height"], lines, message["letters"], message["bad"], message["picture"], message["damaged"])


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
        threading.Thread(target=self._listen, daemon=True).start()
        self.take(START_SECONDS)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.put(line)
        self.said.put(b"")

    def give(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.is_done = False
        try:
            self.process.stdin.write(len(data).to_bytes(8, "big") + data)
            self.process.stdin.flush()
        except OSError:
            raise _StoppedError("the file ends the program that reads it") from None

    def take(self, seconds: float) -> dict[str, Any]:
        try:
            line = self.said.get(timeout=seconds)
        except Empty:
            raise _StoppedError("it takes too long to read") from None
        if not line:
            raise _StoppedError("the file is damaged: it ends the program that reads it")
        message: dict[str, Any] = json.loads(line)
        if "problem" in message:
            self.is_done = "letters" not in message["problem"]
            raise Unreadable(message["problem"])
        return message


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
