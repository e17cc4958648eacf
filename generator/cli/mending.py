"""Mends the text sources on disk, or shows as a diff what would be mended; the rest becomes a list of work."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.areas.sources import Source
from generator.build import Look
from generator.checks.accept import BASELINE
from generator.derive.drift.find import other_language
from generator.derive.drift.mend import FORMATS, Mended, mend
from generator.derive.drift.spared import Spared
from generator.derive.drift.speakers import own_words
from generator.derive.messages import Said, find_said, find_said_in
from generator.finding import Finding
from generator.loading.sources import Materials
from generator.model.block import SourceText
from generator.model.settings import Settings
from generator.readers import read_bytes

if TYPE_CHECKING:
    from generator.drift.match import Matcher
    from generator.drift.result import Report

MENDED = frozenset({"message-altered", "number-drift", "retired-message", "retired-term"})
"""The rules whose findings can have one right answer."""


@dataclass(frozen=True)
class Mending:
    """One file with its text before and after."""

    file: str
    before: SourceText
    after: Mended

    @property
    def data(self) -> bytes:
        return self.after.text.encode(self.before.encoding)

    @property
    def diff(self) -> str:
        """As `git diff` shows it."""
        old, new = (re.split(r"(?<=\n)", text) for text in (self.before.text, self.after.text))
        lines = difflib.unified_diff(
            [line for line in old if line], [line for line in new if line], f"a/{self.file}", f"b/{self.file}"
        )
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def find_mendings(seen: Look, settings: Settings, findings: Sequence[Finding]) -> Iterator[Mending]:
    """The files in which some of the findings have one right answer, with that answer. Nothing is written."""
    from generator.drift.match import Matcher

    prepared: dict[str, tuple[Said, Matcher]] = {}
    materials = Materials(settings)
    for file, sources in _files(seen, settings, findings):
        language, *others = {other_language(source, seen.facts.playbook) for source in sources}
        if others:
            continue
        if language not in prepared:
            said = _said(language, seen, settings)
            prepared[language] = said, Matcher(said.wordings, said.terms, said.voices)
        said, matcher = prepared[language]
        names = {source.id for source in sources}
        spared = _spared([f for f in seen.findings if f.complaint.source in names and _is_spared(f)], seen, settings)
        text = _own_words(materials.one(file), sources, said.playbook)
        if text.format in FORMATS and not text.problem:
            again = _Again(text, sources, said.playbook, matcher, settings.today)
            mended = mend(text, again.report(text), said, again, spared=spared)
            if mended.edits:
                yield Mending(file, text, mended)


def _said(language: str, seen: Look, settings: Settings) -> Said:
    """What holds for sources in this language, empty for the playbook's own."""
    playbook, today = seen.facts.playbook, settings.today
    return find_said_in(language, playbook, today) if language else find_said(playbook, today)


def _spared(accepted: Sequence[Finding], seen: Look, settings: Settings) -> Spared:
    comments = {f"{each.file}:{each.line}" for each in seen.facts.drift.allowances}
    beside = {f for f in accepted if f.accepted and f.accepted.by in comments}
    return Spared(
        frozenset(f.complaint.match for f in accepted if f not in beside),
        frozenset(f.complaint.match for f in beside),
        settings.today,
    )


def left(findings: Sequence[Finding]) -> int:
    """In how many places there is drift that a person has to mend."""
    return sum(f.complaint.places for f in findings if f.rule in MENDED and f.accepted is None)


@dataclass(frozen=True)
class _Again:
    """Reads and matches a changed text of the same file."""

    text: SourceText
    sources: Sequence[Source]
    language: str
    matcher: Matcher
    today: datetime.date

    def __call__(self, changed: str) -> tuple[SourceText, Report]:
        read = read_bytes(changed.encode(self.text.encoding), self.text.path)
        own = _own_words(read, self.sources, self.language)
        return own, self.report(own)

    def report(self, text: SourceText) -> Report:
        return self.matcher.scan(text.blocks, as_of=self.today)


def _own_words(text: SourceText, sources: Sequence[Source], language: str) -> SourceText:
    """What every one of the sources has for its own."""
    for source in sources:
        text = own_words(text, source, language)
    return text


def _files(seen: Look, settings: Settings, findings: Sequence[Finding]) -> Iterator[tuple[str, list[Source]]]:
    """The files with something to mend, each once, with all sources that have it.

    A recording stays as it was said, and a copy as that from which it was made: mended by itself, it would hide that
    the other still says the old thing. A link and the file that it leads to are one file: what is accepted in one
    source stays in all.
    """
    wanted = {f.location.file for f in findings if f.rule in MENDED and f.complaint.source and not _is_spared(f)}
    names: dict[Path, str] = {}
    readers: dict[Path, list[Source]] = {}
    for source in seen.facts.playbook.of(Source):
        for file in seen.facts.drift.files.get(source.id, ()):
            real = (settings.root / file).resolve()
            readers.setdefault(real, []).append(source)
            if file in wanted:
                names[real] = min(file, names.get(real, file))
    for real, file in sorted(names.items(), key=lambda each: each[1]):
        if not any(source.kind == "transcript" or source.captured_on for source in readers[real]):
            yield file, readers[real]


def _is_spared(finding: Finding) -> bool:
    return finding.accepted is not None and finding.accepted.by != BASELINE
