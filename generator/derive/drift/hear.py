"""Listens to the sources: file by file, keeping only the evidence, so that memory does not grow with the text."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from generator.areas.sources import Source
from generator.derive.drift.allowances import apart, find_allowances
from generator.derive.drift.evidence import Allowance, Evidence, TermEvidence, Unread
from generator.derive.drift.judge import evidence_of
from generator.derive.drift.mention import is_word_named
from generator.derive.drift.speakers import own_words
from generator.derive.drift.where import places
from generator.derive.messages import Said
from generator.drift.comparison import Comparison
from generator.drift.result import Report, TermUse, Verdict
from generator.drift.wording import Term, Voices, Wording
from generator.model.block import SourceText

Texts = Callable[[Sequence[Source]], Iterable[tuple[str, SourceText]]]
"""Opens sources: yields each text with the id of its source, in the order of the sources."""
Compare = Callable[[Sequence[Wording], Sequence[Term], Voices], Comparison]
"""Prepares to compare texts with wordings and terms."""


@dataclass
class Heard:
    """What one source was found to say. `why` is empty, or why nothing is known of it."""

    evidence: list[Evidence] = field(default_factory=list)
    terms: list[TermEvidence] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    allowances: list[Allowance] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    captured: datetime.date | None = None
    why: str = ""


def listen(
    sources: Sequence[Source],
    said: Said,
    today: datetime.date,
    texts: Texts,
    comparison: Comparison,
    *,
    oldest: int,
) -> dict[str, Heard]:
    """What each source says, by id. `oldest` is the age in days from which a copy says nothing about today."""
    heard = {source.id: Heard() for source in sources}
    by_id = {source.id: source for source in sources}
    if not sources or not (said.wordings or said.terms):
        return heard
    for id_, text in texts(sources):
        own = own_words(text, by_id[id_], said.playbook)
        if own.problem:
            heard[id_].unread.append(Unread(id_, text.path, own.problem, field="" if text.problem else "speakers"))
            continue
        day = _day_of(by_id[id_], today)
        _keep(heard[id_], by_id[id_], own, comparison.scan(own.blocks, as_of=day), said, day)
    for id_, each in heard.items():
        _doubt(each, by_id[id_], today, oldest)
    return heard


def _day_of(source: Source, today: datetime.date) -> datetime.date:
    """The day by which a source is judged: a recorded call by that of the call, anything else by today."""
    return min(source.changed_on or today, today) if source.kind == "transcript" else today


def _keep(heard: Heard, source: Source, text: SourceText, report: Report, said: Said, day: datetime.date) -> None:
    heard.files.append(text.path)
    heard.unread += [Unread(source.id, text.path, gap, partly=True) for gap in text.gaps]
    if text.captured:
        heard.captured = min(heard.captured or text.captured, text.captured)
    allowances = list(find_allowances(source.id, text))
    heard.allowances += allowances
    for match in report.matches:
        if match.verdict is not Verdict.RETIRED or said.since.get(match.wording.id, day) <= day:
            heard.evidence += apart(evidence_of(source.id, text, match, report, said), allowances)
    for use in report.terms:
        heard.terms += apart(_term(source.id, text, use, said), allowances)


def _term(source: str, text: SourceText, use: TermUse, said: Said) -> TermEvidence:
    spots = (use.spot, *use.also)
    is_named = all(is_word_named(text.blocks, use, spot, said.voices) for spot in spots)
    return TermEvidence(source, use.term.use, use.found, use.offer, places(text, spots), use.fits, is_named)


def _doubt(heard: Heard, source: Source, today: datetime.date, oldest: int) -> None:
    """Says why nothing is known of a source. What an old copy says is dropped: it says nothing about today."""
    captured = source.captured_on or heard.captured
    age = (today - captured).days if captured else 0
    if not heard.files:
        if not heard.unread:
            heard.unread.append(Unread(source.id, "", "no file and no address is given for it"))
        heard.why = heard.unread[0].why
    elif age > oldest:
        heard.why = f"the copy of {captured} is {age} days old, more than {oldest}"
        heard.evidence, heard.terms, heard.allowances = [], [], []
