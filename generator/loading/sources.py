"""Opens the messaging sources, one after the other and only when somebody asks: files, and pages captured before."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from generator.areas.sources import Source
from generator.drift.comparison import Comparison
from generator.drift.wording import Term, Voices, Wording
from generator.loading.folders.files import shown
from generator.loading.kept.cache import TextCache, key_of
from generator.loading.kept.matches import KeptComparison, MatchCache
from generator.model.block import SourceText
from generator.model.settings import Settings
from generator.readers import read_bytes
from generator.readers.reading.guard import Unreadable, load

if TYPE_CHECKING:
    from concurrent.futures import Future

MATERIALS = "materials"
CAPTURES = "captures"
"""Below `materials/`: what was fetched from addresses, by day."""
MOST_JOBS = 4
"""Processes, unless somebody asks for more: a shared machine has other things to do."""
MANY = 40
"""Files from which on starting processes is worth its time."""
FEW = 8
"""New files that are opened sooner than processes are started."""
AHEAD = 4
"""Files a process that are given out before they are needed, so that none waits and memory stays small."""

Progress = Callable[[int, int], None]
"""Told how many files are done, and of how many."""


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    name: str
    root: Path


class Materials:
    """What the sources say. Holds no text: each is handed on and forgotten.

    `jobs` processes (0: by the machine) open what the cache does not know. `fetch` visits addresses; else their last
    capture is read.
    """

    def __init__(
        self, settings: Settings, *, jobs: int = 0, progress: Progress | None = None, fetch: bool = False
    ) -> None:
        self._settings = settings
        self._folder = settings.content[0] / MATERIALS
        self._jobs = jobs or min(MOST_JOBS, os.cpu_count() or 1)
        self._progress = progress
        self._fetch = fetch
        self._cache = TextCache(settings.root)
        self._matches = MatchCache(settings.root)

    def __call__(self, sources: Sequence[Source]) -> Iterator[tuple[str, SourceText]]:
        """The texts of the sources in their order, each with its source's id; those of one source by name of file."""
        wanted = [(source, self._files(source)) for source in sources]
        total = sum(len(files) + (source.address is not None) for source, files in wanted)
        done = 0
        texts = self._texts([file for _, files in wanted for file in files])
        for source, files in wanted:
            for text in [*self._pages(source), *self._unmatched(source)]:
                yield source.id, text
            for text in islice(texts, len(files)):
                yield source.id, text
                done += 1
                self._tell(done, total)
            done += source.address is not None
            self._tell(done, total)
        self._cache.sweep()
        self._matches.sweep()

    def keep(self) -> None:
        """Puts on disk what was compared, also where no source was opened: messages are compared with each other."""
        self._matches.matches.write()

    def compare(self, wordings: Sequence[Wording], terms: Sequence[Term], voices: Voices) -> Comparison:
        """Compares with these, but for texts that were compared with the same before."""
        return KeptComparison(wordings, terms, voices, self._matches)

    def _tell(self, done: int, total: int) -> None:
        if self._progress:
            self._progress(done, total)

    def one(self, name: str) -> SourceText:
        """The file of that name anew, past the cache."""
        return _opened(_File(self._settings.root / name, name, self._folder))[1]

    def _files(self, source: Source) -> list[_File]:
        paths = {path for pattern in source.files for path in self._matching(pattern)}
        files = (_File(path, shown(path, self._settings.root), self._folder) for path in paths)
        return sorted(files, key=lambda file: file.name)

    def _matching(self, pattern: str) -> list[Path]:
        if _leads_out(pattern):
            return []
        return [path for path in self._folder.glob(pattern) if not path.is_dir()]

    def _unmatched(self, source: Source) -> Iterator[SourceText]:
        """A text with a problem for each pattern without a file."""
        for pattern in source.files:
            if not self._matching(pattern):
                name = shown(self._folder / pattern, self._settings.root)
                yield SourceText(name, "", problem=self._why_none(pattern))

    def _why_none(self, pattern: str) -> str:
        if _leads_out(pattern):
            return "it leads out of `materials/`"
        if (self._folder / pattern).is_dir():
            return f"it is a folder; `{pattern.rstrip('/')}/*` names the files in it"
        return "there is no such file"

    def _pages(self, source: Source) -> tuple[SourceText, ...]:
        if source.address is None:
            return ()
        from urllib.parse import urlsplit

        from generator.readers.address import read_address

        host = urlsplit(source.address).hostname if source.private_address else None
        return read_address(
            source.address,
            self._folder / CAPTURES,
            today=self._settings.today,
            offline=not self._fetch,
            private_hosts=frozenset({host} if host else ()),
            read=self._read,
        )

    def _texts(self, files: Sequence[_File]) -> Iterator[SourceText]:
        if self._jobs > 1 and len(files) >= MANY:
            yield from self._texts_by_many(files)
            return
        self._get_ready(files)
        for file in files:
            yield _known(self._cache, file) or _kept(self._cache, *_opened(file))

    def _get_ready(self, files: Sequence[_File]) -> None:
        if any(file.path.suffix.lower() == ".pdf" and _known(self._cache, file) is None for file in files):
            from generator.readers.pdf.process import get_ready

            get_ready()

    def _read(self, data: bytes, name: str, suffix: str) -> SourceText:
        """The bytes of a capture, from the cache where they were read before."""
        key = key_of(data, suffix)
        known = self._cache.get(key)
        return replace(known, path=name) if known else _kept(self._cache, key, read_bytes(data, name, suffix=suffix))

    def _texts_by_many(self, files: Sequence[_File]) -> Iterator[SourceText]:
        """The first few files that the cache does not know are opened here, the processes begin with the next."""
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        waiting: deque[SourceText | Future[tuple[str, SourceText]]] = deque()
        new = 0
        with ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn")) as pool:
            for file in files:
                known = _known(self._cache, file)
                new += known is None
                if known is None and new <= FEW:
                    known = _kept(self._cache, *_opened(file))
                waiting.append(known or pool.submit(_opened, file))
                if len(waiting) > AHEAD * self._jobs:
                    yield _finished(self._cache, waiting.popleft())
            while waiting:
                yield _finished(self._cache, waiting.popleft())


def _known(cache: TextCache, file: _File) -> SourceText | None:
    try:
        data = load(file.path, root=file.root)
    except Unreadable as cause:
        return SourceText(file.name, file.path.suffix[1:].lower(), problem=str(cause))
    known = cache.get(key_of(data, file.path.suffix.lower()))
    return replace(known, path=file.name) if known else None


def _opened(file: _File) -> tuple[str, SourceText]:
    """The file read anew, with the key under which to keep it."""
    try:
        data = load(file.path, root=file.root)
    except Unreadable as cause:
        return "", SourceText(file.name, file.path.suffix[1:].lower(), problem=str(cause))
    return key_of(data, file.path.suffix.lower()), read_bytes(data, file.name)


def _finished(cache: TextCache, text: SourceText | Future[tuple[str, SourceText]]) -> SourceText:
    return text if isinstance(text, SourceText) else _kept(cache, *text.result())


def _kept(cache: TextCache, key: str, text: SourceText) -> SourceText:
    """A problem is not kept: it may be the machine's (too slow, too full) and not the file's."""
    if key and not text.problem:
        cache.put(key, replace(text, path=""))
    return text


def _leads_out(pattern: str) -> bool:
    parts = pattern.replace("\\", "/").split("/")
    return ".." in parts or pattern.startswith(("/", "\\")) or ":" in parts[0] or not pattern.strip()
