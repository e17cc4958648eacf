"""A source states a message with another number.

A client who reads 38 % in the brochure and 41 % on the page believes neither. Value, unit and what limits it ("up
to", "per user") all count; 40 %, 40 percent and forty per cent are the same, and so are 9 out of 10 and 90 %. Spoken
numbers count as much as printed ones. If the source is right, change the message instead: then the others are found.
Where other words than the number are replaced too (`At Nordisk Tra, 91 %` for `On average, 82 %`), words are added that
say of which, where, when or for whom (`Archive plans start at €90` for `Plans start at €490`), or the number differs
that says under what condition another holds (`4 hours at 200 ml/h` for `10 hours at 25 ml/h`), or what it is counted by
differs together with its value (`€490 per year` for `€49 per month`), or nothing else of the message is there (`We ship
to more than 80 countries` for `Crews in more than 190 countries save a day`), it may be another fact, and is a warning.
So may a number that somebody else reports (`According to DustCo, …`), that a year stands behind (`(2024)`), that is
told without us where the message names us (`Most teams need 9 days` for `Teams with Kelvaro need 4`), or that is only
asked for or supposed (`If your lift still stands after nine hours, …`).

Where the number is accepted for a while, so are the contradictions with other sources that rest on it alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.quoted import complain, to_write
from generator.derive.drift import Evidence, Verdict
from generator.derive.drift.evidence import changes_in_words
from generator.derive.facts import Facts
from generator.drift.result import Step
from generator.finding import Complaint, Level

LEVEL = Level.ERROR
_STOPS = ".,;:!?"


def check(facts: Facts) -> Iterator[Complaint]:
    for evidence in facts.drift.evidence:
        if evidence.verdict is Verdict.NUMBER:
            yield complain(
                facts,
                evidence,
                f"{evidence.where.name} {_numbers(evidence)} in message `{evidence.message}`",
                help=to_write(evidence),
                level=Level.WARNING if evidence.may_be_another_fact else None,
                notes=(f"it says: {evidence.quote}", *_further(evidence)),
            )


def _numbers(evidence: Evidence) -> str:
    return "; ".join(_stated(evidence)) or evidence.changes


def _stated(evidence: Evidence) -> list[str]:
    pairs = [(each.found, each.said) for each in evidence.numbers if each.found.casefold() != each.said.casefold()]
    return [f'says "{found}" instead of "{said}"' for found, said in pairs]


def _further(evidence: Evidence) -> tuple[str, ...]:
    """Words that differ besides the number and its bound, where the message does not name them."""
    told = {_plain(word) for number in evidence.numbers for word in f"{number.found} {number.said}".split()}
    rest = (each if each.step is Step.SAME else replace(each, text=_untold(each.text, told)) for each in evidence.diff)
    changes = changes_in_words(tuple(each for each in rest if each.text), (*evidence.lost, *evidence.added))
    return (f"besides, it {changes}",) if changes and _stated(evidence) else ()


def _untold(text: str, told: set[str]) -> str:
    """A piece of the difference without the number at its edges, which is told by itself: of `over six`, `over`."""
    words = text.split()
    while words and _plain(words[0]) in told:
        del words[0]
    while words and _plain(words[-1]) in told:
        del words[-1]
    return " ".join(words)


def _plain(word: str) -> str:
    return word.casefold().strip(_STOPS)
