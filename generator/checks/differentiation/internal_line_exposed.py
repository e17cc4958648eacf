"""A line meant for our own salespeople stands in a record that clients can read.

What we concede, what a competitor plants against us and remarks marked as internal help a seller and hurt in a
client's hands. They are left out of public builds where they stand, but not where somebody has copied them. Take the
words out of the public record, or raise its audience.

words: 5; fewer words in a row are often the same by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.areas.differentiation import Competitor, Differentiator
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.record import Record
from generator.model.shape import texts
from generator.model.words import Audience

LEVEL = Level.ERROR
WORD = re.compile(r"\w+")


def check(facts: Facts, *, words: int = 5) -> Iterator[Complaint]:
    secrets = [(owner, line) for owner, text in _internal(facts) for line in _sentences(text, words)]
    if not secrets:
        return
    for record in facts.playbook.records():
        if record.audience is not Audience.PUBLIC:
            continue
        for path, _, text in texts(record):
            said = _plain(text)
            for owner, line in secrets:
                if line in said and owner.id != record.id:
                    yield _complaint(record, path, owner)


def _internal(facts: Facts) -> Iterator[tuple[Record, str]]:
    for differentiator in facts.playbook.of(Differentiator):
        for text in (differentiator.internal, differentiator.concede):
            if text:
                yield differentiator, text
    for competitor in facts.playbook.of(Competitor):
        for text in (*competitor.where_they_win, *competitor.traps, competitor.price or ""):
            yield competitor, text


def _sentences(text: str, words: int) -> Iterator[str]:
    for sentence in re.split(r"[.!?]\s|\n\s*\n", text):
        if len(WORD.findall(sentence)) >= words:
            yield _plain(sentence)


def _plain(text: str) -> str:
    """Only the words, so that case, markup and line ends do not matter; blanks at both ends keep words whole."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def _complaint(record: Record, path: tuple[str | int, ...], owner: Record) -> Complaint:
    return Complaint(
        record.at(*path),
        f"{record.KIND} `{record.id}` is public and repeats an internal line of {owner.KIND} `{owner.id}`",
        help="take the words out, or set `audience: sales`",
        label="internal",
        notes=(f"the internal line stands at {owner.at()}",),
        record=record.id,
    )
