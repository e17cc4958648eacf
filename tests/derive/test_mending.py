"""What `tuneup drift --fix` writes, over every message of the example and many ways to say it wrongly.

Where it writes, the source says the approved wording and nothing else has changed; a second time it writes nothing.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import cycle, islice
from pathlib import Path

import pytest

from generator.derive.drift.mend import Mended, mend
from generator.derive.drift.spared import Spared
from generator.derive.messages import Said, find_said
from generator.drift.match import Matcher
from generator.drift.reading.commonness import stop_words
from generator.drift.result import Report
from generator.drift.wording import State
from generator.loading.load import load
from generator.model.block import SourceText
from generator.model.settings import Settings
from generator.readers import read_bytes

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 23)
MOST = 40
"""Wrong forms of each message."""
CONTEXTS = (
    ("page.md", "# Depot\n\nWe *ride* along.\n\n", "\n\n- one\n- two\n"),
    ("page.html", "<p>We <b>ride</b> along &amp; look.</p>\n<p class='x'>", "</p>\n<p>Ask us.</p>\n"),
    ("page.txt", "\ufeffWe ride along.\r\n\r\n", "\r\n\r\nAsk us.\r\n"),
    ("page.html", "<p>We ride along.</p><img src=a.png alt='", "'><p>Ask us.</p>"),
    (
        "mail.eml",
        "Subject: Depot\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nHello.\n\n",
        "\n\nYours, Ada\n",
    ),
    ("page.md", "| a | b |\n|---|---|\n| one | ", " |\n| two | three |\n"),
    ("page.html", '<head><meta name=description content="', '"></head><p>Ask us.</p>'),
    ("page.md", '---\ntitle: Depot\ndescription: "', '"\n---\n# Depot\n\nAsk us.\n'),
)
FIGURE = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w-]|[.,]\d)")


@dataclass(frozen=True)
class Wrong:
    """A wrong form of a message, and of what kind it is."""

    kind: str
    text: str


@cache
def example() -> Said:
    return find_said(load(Settings(ROOT, TODAY, (ROOT / "content",))).playbook, TODAY)


@cache
def matcher() -> Matcher:
    return Matcher(example().wordings, example().terms, example().voices)


def approved() -> dict[str, str]:
    said = example()
    return {w.id: w.text for w in said.wordings if w.state is State.CANONICAL and w.id in said.current}


def wrong_forms(id_: str, text: str) -> Iterator[Wrong]:
    """By turns of each kind, as long as there are any."""
    kinds = [_numbers(text), _bounds(text), _stops(text), _terms(text), _retired(id_), _misquotes(text)]
    while kinds:
        for kind in list(kinds):
            one = next(kind, None)
            if one is None:
                kinds.remove(kind)
            else:
                yield one


def _numbers(text: str) -> Iterator[Wrong]:
    for factor, more in ((1, 1), (1, 3), (2, 0), (10, 0), (1, 7), (3, 1)):
        for found in FIGURE.finditer(text):
            value = float(found[0].replace(",", "")) * factor + more
            written = f"{value:,.1f}" if "." in found[0] else f"{value:,.0f}"
            yield Wrong("number", text[: found.start()] + written + text[found.end() :])


def _bounds(text: str) -> Iterator[Wrong]:
    """The same and another number with another bound, or none."""
    for found in re.finditer(r"(up to |within |at least )?" + FIGURE.pattern, text):
        bound, figure = found[1] or "", found[0].removeprefix(found[1] or "")
        for form in (f"{bound}{figure}+", f"{bound}< {figure}", f"over {figure}", figure, "< 7", "7+", "more than 7+"):
            if form != found[0]:
                yield Wrong("bound", text[: found.start()] + form + text[found.end() :])


def _stops(text: str) -> Iterator[Wrong]:
    for found in re.finditer(r"([.,:]) (\w)", text):
        for form in (f" {found[2].lower()}", f" and {found[2].lower()}", f". {found[2].upper()}"):
            yield Wrong("stop", text[: found.start()] + form + text[found.end() :])


def _terms(text: str) -> Iterator[Wrong]:
    for term in example().terms:
        for avoided in term.not_:
            for found in re.finditer(rf"\b{re.escape(term.use)}\b", text):
                yield Wrong("term", text[: found.start()] + avoided + text[found.end() :])


def _retired(id_: str) -> Iterator[Wrong]:
    for wording in example().wordings:
        if wording.state is State.RETIRED and example().rows[wording.id] == id_:
            yield Wrong("retired", wording.text)
            yield Wrong("retired", wording.text.rstrip("."))


def _misquotes(text: str) -> Iterator[Wrong]:
    words = text.split(" ")
    for at, word in enumerate(words):
        bare = word.strip(".,:;")
        if bare.lower() in stop_words():
            yield Wrong("misquote", " ".join([*words[:at], *words[at + 1 :]]))
        elif bare.isalpha():
            yield Wrong("misquote", " ".join([*words[:at], word.replace(bare, "gadget"), *words[at + 1 :]]))
        yield Wrong("misquote", " ".join([*words[:at], "then", *words[at:]]))
        yield Wrong("misquote", " ".join([*words[:at], "never", *words[at:]]))


def read(name: str, text: str) -> SourceText:
    return read_bytes(text.encode(), name)


def report(source: SourceText) -> Report:
    return matcher().scan(source.blocks, as_of=TODAY)


def mended(name: str, text: str) -> Mended:
    def again(changed: str) -> tuple[SourceText, Report]:
        source = read(name, changed)
        return source, report(source)

    source, found = again(text)
    return mend(source, found, example(), again, spared=Spared(frozenset(), frozenset(), TODAY))


def says(name: str, text: str) -> list[str]:
    return [" ".join(block.text.split()) for block in read(name, text).blocks]


@pytest.mark.parametrize("id_", sorted(approved()))
def test_what_is_written_is_the_message_and_nothing_else(id_: str) -> None:
    text, done = approved()[id_], Counter[str]()
    for wrong, (name, before, after) in zip(islice(wrong_forms(id_, text), MOST), cycle(CONTEXTS), strict=False):
        planted = escape(wrong.text) if name.endswith("html") else wrong.text
        made = mended(name, before + planted + after)
        if not made.edits:
            assert made.text == before + planted + after
            continue
        done[wrong.kind] += 1
        assert made.text.startswith(before), (wrong, made.text)
        assert made.text.endswith(after), (wrong, made.text)
        right = text if wrong.text.endswith(".") else text.rstrip(".")
        assert right in says(name, made.text), (wrong, made.text)
        assert mended(name, made.text) == Mended(made.text), "a second time changes nothing"
    assert done["misquote"] or len(text.split()) < 7
