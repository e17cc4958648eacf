"""Mends the text sources on disk, or shows as a diff what would be mended; the rest becomes a list of work."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.areas.sources import Source
from generator.build import Look
from generator.checks.accept import BASELINE
from generator.derive.drift.mend import FORMATS, Mended, mend
from generator.derive.drift.speakers import own_words
from generator.derive.messages import find_said
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

    said = find_said(seen.facts.playbook, settings.today)
    matcher = Matcher(said.wordings, said.terms, said.voices)
    materials = Materials(settings)
    for source, files in _files(seen, findings):
        spared = frozenset(f.complaint.match for f in findings if f.complaint.source == source.id and _is_spared(f))
        for file in files:
            text = own_words(materials.one(file), source, said.playbook)
            if text.format in FORMATS and not text.problem:
                again = _Again(text, source, said.playbook, matcher, settings.today)
                mended = mend(text, again.report(text), said, again, spared=spared)
                if mended.edits:
                    yield Mending(file, text, mended)


@dataclass(frozen=True)
class _Again:
    """Reads and matches a changed text of the same file."""

    text: SourceText
    source: Source
    language: str
    matcher: Matcher
    today: datetime.date

    def __call__(self, changed: str) -> tuple[SourceText, Report]:
        read = read_bytes(changed.encode(self.text.encoding), self.text.path)
        own = own_words(read, self.source, self.language)
        return own, self.report(own)

    def report(self, text: SourceText) -> Report:
        return self.matcher.scan(text.blocks, as_of=self.today)


def _files(seen: Look, findings: Sequence[Finding]) -> Iterator[tuple[Source, list[str]]]:
    """The files with something to mend, by source. A recording stays as it was said."""
    for source in seen.facts.playbook.of(Source):
        own = [f for f in findings if f.complaint.source == source.id and f.rule in MENDED and not _is_spared(f)]
        read = seen.facts.drift.files.get(source.id, ())
        files = sorted({f.location.file for f in own} & set(read))
        if source.kind != "transcript":
            yield source, files


def _is_spared(finding: Finding) -> bool:
    return finding.accepted is not None and finding.accepted.by != BASELINE
