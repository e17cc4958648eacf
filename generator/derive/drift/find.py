"""Makes the matrix of what was heard: a cell for each message and source, then what the cells say together."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.areas.company import Company
from generator.areas.sources import Source
from generator.derive.drift.cell import Cell, Drift
from generator.derive.drift.contradictions import find_contradictions
from generator.derive.drift.evidence import Nearest, Verdict
from generator.derive.drift.hear import Compare, Heard, Texts, listen
from generator.derive.drift.judge import judged, since
from generator.derive.drift.speakers import own_words
from generator.derive.drift.speech import find_speech
from generator.derive.drift.where import where
from generator.derive.messages import Said, base_language, find_said, find_said_in
from generator.drift.comparison import Comparison
from generator.drift.reading.fold import one_line
from generator.drift.result import Disagreement
from generator.model.playbook import Playbook
from generator.model.words import Status

OLDEST_CAPTURE = 90
"""Days after which a copy says nothing about today, unless `source-capture-old` is set otherwise."""
MOST_FILES = 50
"""A source of more files has no nearest candidate looked up: it would mean reading all of them again."""


def find_drift(playbook: Playbook, today: datetime.date, texts: Texts, compare: Compare = Comparison) -> Drift:
    """The facts of one day. Sources that are drafts, retired or out of their time are left out."""
    sources = [source for source in playbook.of(Source) if _in_use(source, today)]
    said = find_said(playbook, today)
    tongue = {source.id: other_language(source, playbook) for source in sources}
    others = sorted(set(tongue.values()) - {""})
    said_in = {"": said} | {language: find_said_in(language, playbook, today) for language in others}
    foreign = {id_: language for id_, language in tongue.items() if language and not said_in[language].wordings}
    compared = [source for source in sources if not tongue[source.id]]
    comparison = compare(said.wordings, said.terms, said.voices)
    disagreements = comparison.disagreements()
    heard = listen(compared, said, today, texts, comparison, oldest=oldest_capture(playbook))
    for language in others:
        theirs, words = [source for source in sources if tongue[source.id] == language], said_in[language]
        if words.wordings:
            spoken = compare(words.wordings, words.terms, words.voices)
            heard |= listen(theirs, words, today, texts, spoken, oldest=oldest_capture(playbook))
    for id_, language in foreign.items():
        heard[id_] = Heard(why=f"it is written in `{language}` and not compared")
    rows = _rows(said, heard)
    cells = {
        (source.id, row): _cell(source, row, heard[source.id], said_in[tongue[source.id]])
        for source in sources
        for row in rows
    }
    _name_nearest(cells, compared, comparison, texts, heard, playbook.language)
    return Drift(
        messages=rows,
        sources=tuple(source.id for source in sources),
        cells=cells,
        terms=tuple(term for each in heard.values() for term in each.terms),
        unread=tuple(unread for each in heard.values() for unread in each.unread),
        contradictions=find_contradictions(cells, compared),
        speech=find_speech(cells, sources, {id_: each.terms for id_, each in heard.items()}),
        disagreements=tuple(each for each in disagreements if _both_hold(each, said)),
        allowances=tuple(allowance for each in heard.values() for allowance in each.allowances),
        unknown={id_: each.why for id_, each in heard.items() if each.why},
        foreign=foreign,
        captured={id_: each.captured for id_, each in heard.items() if each.captured},
        files={id_: tuple(each.files) for id_, each in heard.items()},
    )


def oldest_capture(playbook: Playbook) -> int:
    """The company's own limit where it set one."""
    setting = playbook.area(Company).rules.get("source-capture-old")
    days = setting.settings.get("days") if setting else None
    return days if isinstance(days, int) else OLDEST_CAPTURE


def other_language(source: Source, playbook: Playbook) -> str:
    """The language of a source, empty where that is the playbook's own."""
    own, said = base_language(playbook.language), base_language(source.language or "")
    return "" if said == own else said


def _in_use(source: Source, today: datetime.date) -> bool:
    begun = source.effective is None or source.effective <= today
    return source.status is Status.ACTIVE and begun and (source.expires is None or today <= source.expires)


def _rows(said: Said, heard: Mapping[str, Heard]) -> tuple[str, ...]:
    """Messages that may be said today, and those that are said all the same."""
    found = {evidence.message for each in heard.values() for evidence in each.evidence}
    return tuple(dict.fromkeys(row for row in said.rows.values() if row in said.current or row in found))


def _both_hold(each: Disagreement, said: Said) -> bool:
    """Whether both may be said today and stay: a wording whose last day is set gives way to the other."""
    return {each.one.claim, each.other.claim} <= said.current and not {each.one.id, each.other.id} & said.since.keys()


def _cell(source: Source, row: str, heard: Heard, said: Said) -> Cell:
    evidence = tuple(sorted((each for each in heard.evidence if each.message == row), key=lambda each: each.sort_key))
    required = row in source.must_carry and row in said.current
    if said.language and row not in said.texts and not heard.why:
        heard = Heard(why=f"it has no wording in `{source.language}`")
    broken = next((unread.why for unread in heard.unread if not unread.partly), "")
    verdict = judged(evidence, required=required, unknown=bool(heard.why), broken=bool(broken))
    changed = said.changed.get(row)
    is_older = changed is not None and source.changed_on is not None and source.changed_on < changed
    return Cell(
        source=source.id,
        message=row,
        verdict=verdict,
        canonical=said.texts.get(row, ""),
        required=required,
        evidence=evidence,
        stale=verdict is Verdict.MISSING and is_older,
        why=(heard.why or broken) if verdict is Verdict.UNKNOWN else "",
        owner=source.owner or "",
        since=since(evidence, changed, source.changed_on) if verdict.is_drift else None,
    )


def _name_nearest(
    cells: dict[tuple[str, str], Cell],
    sources: Sequence[Source],
    comparison: Comparison,
    texts: Texts,
    heard: Mapping[str, Heard],
    language: str,
) -> None:
    """Looks once more at the sources that lack something, for what comes nearest to it."""
    missing = [key for key, cell in cells.items() if cell.verdict is Verdict.MISSING]
    lacking = {source.id: source for source in sources if any(key[0] == source.id for key in missing)}
    few = [source for source in lacking.values() if len(heard[source.id].files) <= MOST_FILES]
    if not few:
        return
    wordings = {wording.id: wording for wording in comparison.wordings}
    for id_, text in texts(few):
        own = own_words(text, lacking[id_], language)
        for key in missing:
            near = comparison.nearest(wordings[key[1]], own.blocks) if key[0] == id_ else None
            known = cells[key].nearest
            if near and (known is None or near.similarity > known.similarity):
                quote = one_line(near.quote)
                found = Nearest(quote, where(own, near.spots[0]), near.similarity)
                cells[key] = replace(cells[key], nearest=found)
