"""Keeps what the matcher said of a text, by the words of both, so that an unchanged text is not compared again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import generator.drift
import generator.model.block
from generator.drift.comparison import Comparison
from generator.drift.result import (
    Change,
    Disagreement,
    Kind,
    Match,
    NearMiss,
    NumberDifference,
    Report,
    Spot,
    Step,
    TermUse,
    Verdict,
)
from generator.drift.wording import Term, Voices, Wording
from generator.loading.kept.store import Kept, digest_of_code
from generator.model.block import Block, Place, Shown

MATCHES = ".cache/tuneup/matches.db"
NEAREST = ".cache/tuneup/nearest.db"
"""Below the playbook's root; can be deleted at any time."""
LIBRARIES = ("numpy", "rapidfuzz")
SPARE = 4
"""A site for one audience asks for other answers than one for another, and a check for those of the whole."""


class MatchCache:
    """The answers for all texts of a playbook. Nearest sentences are kept apart, for few texts are asked for them."""

    def __init__(self, root: Path) -> None:
        self.matches = Kept(root / MATCHES, root=root)
        self.near = Kept(root / NEAREST, root=root)

    def sweep(self) -> None:
        self.matches.sweep(spare=SPARE)
        self.near.sweep(spare=SPARE)


class KeptComparison(Comparison):
    """Looks into the cache first; numbers and word tables are only loaded for a text that is new."""

    def __init__(self, wordings: Sequence[Wording], terms: Sequence[Term], voices: Voices, kept: MatchCache) -> None:
        super().__init__(wordings, terms, voices)
        self._kept = kept
        self._own = sha256(f"{_code()}\n{list(wordings)!r}\n{list(terms)!r}\n{voices!r}".encode()).hexdigest()
        self._numbers = {wording.id: number for number, wording in enumerate(wordings)}
        self._seasons = [wording for wording in wordings if wording.starts or wording.ends]

    def scan(self, blocks: Sequence[Block], *, as_of: date) -> Report:
        key = _key(self._own, self._season(as_of), _words(blocks))
        try:
            return self._report(self._kept.matches.get(key))
        except (KeyError, TypeError, ValueError, IndexError):
            report = super().scan(blocks, as_of=as_of)
            self._kept.matches.put(key, self._data(report))
            return report

    def nearest(self, wording: Wording, blocks: Sequence[Block]) -> NearMiss | None:
        key = _key(_code(), wording.text, _words(blocks))
        try:
            return _near(wording, *self._kept.near.get(key))
        except (KeyError, TypeError, ValueError, IndexError):
            found = super().nearest(wording, blocks)
            self._kept.near.put(key, [_near_data(found)] if found else [None])
            return found

    def disagreements(self) -> tuple[Disagreement, ...]:
        key = _key(self._own, "disagreements")
        try:
            return tuple(self._disagreement(*each) for each in self._kept.matches.get(key))
        except (KeyError, TypeError, ValueError, IndexError):
            found = super().disagreements()
            numbers = self._numbers
            data = [[numbers[each.one.id], numbers[each.other.id], _number_data(each.numbers)] for each in found]
            self._kept.matches.put(key, data)
            return found

    def _disagreement(self, one: int, other: int, numbers: Any) -> Disagreement:
        return Disagreement(self.wordings[one], self.wordings[other], _differences(numbers))

    def _season(self, day: date) -> str:
        """The year, and on which side of each season the day lies: all that the matcher makes of a day."""
        return " ".join((str(day.year), *(_side(wording, day) for wording in self._seasons)))

    def _data(self, report: Report) -> Any:
        numbers = {id(term): number for number, term in enumerate(self.terms)}
        return [
            [[self._numbers[match.wording.id], *_match_data(match)] for match in report.matches],
            [[numbers[id(use.term)], *_use_data(use)] for use in report.terms],
        ]

    def _report(self, data: Any) -> Report:
        matches, terms = data
        return Report(
            tuple(_match(self.wordings[number], *rest) for number, *rest in matches),
            tuple(_use(self.terms[number], *rest) for number, *rest in terms),
        )


def _side(wording: Wording, day: date) -> str:
    if wording.starts and day < wording.starts:
        return "before"
    return "after" if wording.ends and day > wording.ends else "in"


@cache
def _code() -> str:
    files = [path for folder in generator.drift.__path__ for path in Path(folder).rglob("*.py")]
    return digest_of_code([*files, Path(generator.model.block.__file__), Path(__file__)], LIBRARIES)


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()


def _words(blocks: Sequence[Block]) -> str:
    """A digest of all of the blocks, and of what holds each: the same slide, page or body of a mail.

    No comparison looks at where in there it stands.
    """
    digest = sha256()
    for block in blocks:
        first = block.places[0]
        held = Place((*first.words[:1], *("within" for _ in first.words[1:2])), min(1, first.line))
        bare = replace(block, places=(held,), spans=())
        digest.update(repr(bare).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _match_data(match: Match) -> list[Any]:
    return [
        match.verdict, match.kind, match.similarity, _spot_data(match.spots), match.quote,
        [[change.step, change.text] for change in match.diff],
        _number_data(match.numbers),
        match.lost, match.added, match.negation, match.restated, match.narrowed,
        match.shown, _spot_data(match.also),
    ]  # fmt: skip


def _match(
    wording: Wording, verdict: str, kind: str, similarity: float, spots: Any, quote: str, diff: Any, numbers: Any,
    lost: Any, added: Any, negation: bool, restated: bool, narrowed: bool,
    shown: str, also: Any,
) -> Match:  # fmt: skip
    return Match(
        wording, Verdict(verdict), Kind(kind), similarity, _spots(spots), quote,
        tuple(Change(Step(step), text) for step, text in diff),
        _differences(numbers),
        tuple(lost), tuple(added), negation, restated, narrowed,
        Shown(shown), _spots(also),
    )  # fmt: skip


def _number_data(numbers: Sequence[NumberDifference]) -> list[list[Any]]:
    return [[number.said, number.found, number.what, number.stated, number.of] for number in numbers]


def _differences(data: Any) -> tuple[NumberDifference, ...]:
    return tuple(NumberDifference(said, found, tuple(what), stated, of) for said, found, what, stated, of in data)


def _use_data(use: TermUse) -> list[Any]:
    return [use.found, use.offer, _spot_data((use.spot,)), use.shown, _spot_data(use.also), use.fits]


def _use(term: Term, found: str, offer: str, spot: Any, shown: str, also: Any, fits: bool) -> TermUse:
    return TermUse(term, found, offer, _spots(spot)[0], Shown(shown), _spots(also), fits)


def _near_data(near: NearMiss) -> list[Any]:
    return [near.similarity, _spot_data(near.spots), near.quote]


def _near(wording: Wording, data: Any) -> NearMiss | None:
    if data is None:
        return None
    similarity, spots, quote = data
    return NearMiss(wording, similarity, _spots(spots), quote)


def _spot_data(spots: Sequence[Spot]) -> list[list[int]]:
    return [[spot.block, spot.start, spot.end] for spot in spots]


def _spots(data: Any) -> tuple[Spot, ...]:
    return tuple(Spot(*each) for each in data)
