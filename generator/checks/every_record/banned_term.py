"""A record uses a word that the glossary or the messaging says not to use.

The playbook is where salespeople learn how to speak; a word that is banned in the deck and stands in a module will be
said to the next client. Words that are somebody else's are left alone: what buyers and competitors say, quotations,
and what is told of the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.areas.glossary import Term
from generator.areas.messaging import Wording
from generator.derive.current import holds
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.record import Record
from generator.model.shape import texts
from generator.model.words import Status

LEVEL = Level.WARNING
SOMEBODY_ELSE_S = frozenset(
    {"they_say", "buyer_says", "buyer_wants", "pains", "quotation", "lost_reasons", "where_they_win", "traps"}
)
"""Fields in the words of buyers and competitors."""
PAST = frozenset({"retired", "changes", "change_note", "history", "reviews", "avoid"})


def check(facts: Facts) -> Iterator[Complaint]:
    banned = list(_banned(facts))
    if not banned:
        return
    offers = {word.lower(): (offer, id_) for word, offer, id_, _ in banned}
    patterns = [p for p in (_pattern(banned, exact=True), _pattern(banned, exact=False)) if p]
    for record in facts.playbook.records():
        if _counts(record, facts):
            for found, path in _uses(record, patterns):
                offer, term = offers[found.lower()]
                if term != record.id and offer.lower() not in record.label.lower():
                    yield _complaint(record, path, found, offer)


def _banned(facts: Facts) -> Iterator[tuple[str, str, str, bool]]:
    for term in facts.playbook.of(Term):
        if term.status is Status.ACTIVE:
            yield from ((word, term.title.strip(), term.id, term.case == "exact") for word in term.avoid)
    for word in facts.playbook.of(Wording):
        if word.since is None or word.since <= facts.today:
            yield from ((avoid, word.use, word.id, word.case == "exact") for avoid in word.avoid)


def _pattern(banned: Iterable[tuple[str, str, str, bool]], *, exact: bool) -> re.Pattern[str] | None:
    words = sorted({re.escape(word) for word, _, _, case in banned if case is exact}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(words)})(?:['’]?s)?(?![\w-])", 0 if exact else re.I) if words else None


def _counts(record: Record, facts: Facts) -> bool:
    top = len(facts.playbook.homes[record.id][1]) == 2
    return top and record.status is not Status.RETIRED and holds(record, facts.today)


def _uses(record: Record, patterns: list[re.Pattern[str]]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for path, _, text in texts(record):
        if not (SOMEBODY_ELSE_S | PAST).intersection(path):
            for pattern in patterns:
                yield from ((found, path) for found in dict.fromkeys(pattern.findall(text)))


def _complaint(record: Record, path: tuple[str | int, ...], found: str, offer: str) -> Complaint:
    return Complaint(
        record.at(*path),
        f"{record.KIND} `{record.id}` says `{found}` instead of `{offer}`",
        help=f"write `{offer}`",
        label="not our word",
        record=record.id,
        match=found,
    )
