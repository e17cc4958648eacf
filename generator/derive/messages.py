"""What the matcher is told of a playbook: every wording of its messages with its dates, and its words and names."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.areas.company import Company, Person, Product
from generator.areas.differentiation import Competitor
from generator.areas.glossary import Term as GlossaryTerm
from generator.areas.messaging import Campaign, Message, RetiredMessage
from generator.areas.messaging import Wording as Word
from generator.derive.in_use import in_use
from generator.drift.wording import NOBODY, State, Term, Voices, Wording
from generator.model.playbook import Playbook
from generator.model.record import Record
from generator.model.words import LINK, Status

MARKUP = re.compile(r"[*_`\[<\\&]|^\s*(?:#|>|[-+] )", re.MULTILINE)


@dataclass(frozen=True)
class Said:
    """The wordings and terms of a day.

    `rows` maps each wording's id to the message in whose row of the matrix it belongs: the message that a
    retired one was replaced by. `subjects` maps it to the id that findings name. `offers` is what to say
    instead of it. `changed` is the day on which each message last changed, `since` that on which each wording was
    retired, where they are known.
    """

    wordings: tuple[Wording, ...] = ()
    terms: tuple[Term, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)
    subjects: Mapping[str, str] = field(default_factory=dict)
    offers: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, datetime.date] = field(default_factory=dict)
    since: Mapping[str, datetime.date] = field(default_factory=dict)
    current: frozenset[str] = frozenset()
    """The messages that may be said on this day, and so must be where a source must carry them."""
    voices: Voices = NOBODY
    language: str = ""
    """That of the wordings, where it is not the playbook's own."""
    playbook: str = ""
    """The language of the playbook."""

    @property
    def texts(self) -> Mapping[str, str]:
        """Today's wording of each message."""
        return {w.id: w.text for w in self.wordings if w.id == self.subjects[w.id]}


def base_language(said: str) -> str:
    """A language without its region: `de` of `de-CH` and `DE`; both written forms of Norwegian are one."""
    base = re.split(r"[-_]", said.strip().casefold())[0]
    return "nb" if base == "no" else base


def find_said(playbook: Playbook, today: datetime.date) -> Said:
    """Drafts are left out: nobody says them yet. A wording whose retirement has not come may be said until then."""
    wordings: list[tuple[Wording, str, str]] = []
    for message in playbook.of(Message):
        if message.status is not Status.DRAFT:
            wordings += _of_message(message, playbook, today)
    for retired in playbook.of(RetiredMessage):
        wordings.append(_retired(retired, playbook, today))
    offers = {w.id: _offer(w, row, playbook) for w, row, _ in wordings}
    return Said(
        tuple(w for w, _, _ in wordings),
        tuple(_terms(playbook, today)),
        {w.id: row for w, row, _ in wordings},
        {w.id: subject for w, _, subject in wordings},
        offers,
        _changes(playbook, today),
        _retirements(playbook),
        frozenset(w.id for w, _, _ in wordings if w.state in (State.CANONICAL, State.SEASON) and _in_season(w, today)),
        _voices(playbook),
        playbook=playbook.language,
    )


def find_said_in(language: str, playbook: Playbook, today: datetime.date) -> Said:
    """The same of the wordings in another language: the first variant of each message is the one to say there.

    Retired wordings and words to avoid are the playbook's own language.
    """
    wordings: list[Wording] = []
    for message in playbook.of(Message):
        texts = [
            plain(each.text, playbook) for each in message.variants if base_language(each.language or "") == language
        ]
        if message.status is Status.ACTIVE and texts:
            starts, ends = _season(message, playbook, today)
            first = State.SEASON if starts or ends else State.CANONICAL
            wordings += [
                Wording(f"{message.id}#{number}" if number else message.id, text, message.id,
                        State.VARIANT if number else first, starts, ends, message.may_shorten)
                for number, text in enumerate(texts)
            ]  # fmt: skip
    return Said(
        tuple(wordings),
        rows={w.id: w.claim for w in wordings},
        subjects={w.id: w.claim for w in wordings},
        offers={w.id: w.text for w in wordings},
        changed=_changes(playbook, today),
        current=frozenset(w.claim for w in wordings if w.state is not State.VARIANT and _in_season(w, today)),
        voices=_voices(playbook),
        language=language,
        playbook=playbook.language,
    )


def _voices(playbook: Playbook) -> Voices:
    """Our own names, and those of competitors: who is quoted, and of whom a sentence tells."""
    own = [playbook.area(Company).name, *(product.title for product in playbook.of(Product))]
    own += [person.name for person in playbook.of(Person)]
    return Voices(tuple(own), tuple(rival.title for rival in playbook.of(Competitor)))


def plain(text: str, playbook: Playbook) -> str:
    """A text as a reader sees it: links and quotations filled in, Markdown gone."""
    entries = playbook.entries
    text = LINK.sub(lambda m: (entries[m[2]].quote if m[1] else entries[m[2]].label) if m[2] in entries else m[2], text)
    if MARKUP.search(text):
        from generator.readers import read_bytes

        text = " ".join(block.text for block in read_bytes(text.encode(), "text.md").blocks)
    return " ".join(text.split())


def _of_message(message: Message, playbook: Playbook, today: datetime.date) -> Iterator[tuple[Wording, str, str]]:
    id_ = message.id
    text = plain(message.text, playbook)
    if message.status is Status.RETIRED:
        heir = playbook.successor(id_)
        yield Wording(id_, text, id_, State.RETIRED, replaced_by=heir), heir or id_, id_
        return
    starts, ends = _season(message, playbook, today)
    own = base_language(playbook.language)
    state = State.SEASON if starts or ends else State.CANONICAL
    yield Wording(id_, text, id_, state, starts, ends, message.may_shorten), id_, id_
    for number, variant in enumerate(message.variants, 1):
        if base_language(variant.language or own) == own:
            said = Wording(
                f"{id_}#{number}", plain(variant.text, playbook), id_, State.VARIANT, starts, ends, message.may_shorten
            )
            yield said, id_, id_
    for number, old in enumerate(message.retired, 1):
        state = State.VARIANT if old.since and old.since > today else State.RETIRED
        yield Wording(f"{id_}#retired-{number}", plain(old.text, playbook), id_, state, replaced_by=id_), id_, id_


def _retired(retired: RetiredMessage, playbook: Playbook, today: datetime.date) -> tuple[Wording, str, str]:
    instead = retired.replaced_by or ""
    state = State.VARIANT if retired.since > today else State.RETIRED
    said = Wording(retired.id, plain(retired.text, playbook), retired.id, state, replaced_by=instead)
    return said, instead or retired.id, retired.id


def _season(
    message: Message, playbook: Playbook, today: datetime.date
) -> tuple[datetime.date | None, datetime.date | None]:
    """The campaign's days, narrowed by the message's own. A first day alone is no season once it has come."""
    campaign = playbook.entries.get(message.campaign or "")
    if isinstance(campaign, Campaign):
        starts = max(campaign.starts, message.effective or campaign.starts)
        return starts, min(campaign.ends, message.expires or campaign.ends)
    waiting = message.effective is not None and message.effective > today
    return message.effective if waiting or message.expires else None, message.expires


def _in_season(wording: Wording, today: datetime.date) -> bool:
    return (wording.starts is None or wording.starts <= today) and (wording.ends is None or today <= wording.ends)


def _offer(wording: Wording, row: str, playbook: Playbook) -> str:
    """What to say: the wording itself, or the text that took a retired one's place."""
    if wording.state is not State.RETIRED:
        return wording.text
    instead = in_use(row, playbook) if row != wording.id else None
    return plain(instead.text, playbook) if instead else ""


def _retirements(playbook: Playbook) -> dict[str, datetime.date]:
    days = {old.id: old.since for old in playbook.of(RetiredMessage)}
    for message in playbook.of(Message):
        for number, old in enumerate(message.retired, 1):
            if old.since:
                days[f"{message.id}#retired-{number}"] = old.since
    return days


def _changes(playbook: Playbook, today: datetime.date) -> dict[str, datetime.date]:
    days: dict[str, list[datetime.date]] = {}
    for message in playbook.of(Message):
        known = [message.effective, *(old.since for old in message.retired)]
        days[message.id] = [day for day in known if day and day <= today]
    for retired in playbook.of(RetiredMessage):
        if retired.replaced_by in days and retired.since <= today:
            days[retired.replaced_by].append(retired.since)
    return {id_: max(found) for id_, found in days.items() if found}


def _terms(playbook: Playbook, today: datetime.date) -> Iterator[Term]:
    """The words of messaging, then those of the glossary and product names that messaging does not speak of."""
    seen: set[str] = set()
    for word in playbook.of(Word):
        seen.add(word.use.casefold())
        avoid = tuple(word.avoid) if word.since is None or word.since <= today else ()
        yield Term(word.use, avoid, word.case == "exact", playbook.language)
    for term in playbook.of(GlossaryTerm):
        if term.title.strip().casefold() not in seen and _is_active(term) and (term.avoid or term.case == "exact"):
            seen.add(term.title.strip().casefold())
            yield Term(term.title.strip(), tuple(term.avoid), term.case == "exact", playbook.language)
    for product in playbook.of(Product):
        name = plain(product.title, playbook)
        # A name of one word may be an everyday word too, whose capitals are nobody's business.
        if " " in name and name.casefold() not in seen:
            yield Term(name, (), exact_case=True)


def _is_active(record: Record) -> bool:
    return record.status is Status.ACTIVE
