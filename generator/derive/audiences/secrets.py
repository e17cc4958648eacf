"""What is said only above an audience, cut into runs of words that can be looked for anywhere."""

from __future__ import annotations

import dataclasses
import datetime
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.derive.audiences.spoken import Value, leaves
from generator.derive.audiences.written import Words, short_ways_of_number, ways_of_day, ways_of_number
from generator.location import Location
from generator.model.area import Area
from generator.model.playbook import Playbook
from generator.model.record import Entry, Part, Placed, Record
from generator.model.review import Review
from generator.model.shape import Path

LEAST_WORDS = 6
LEAST_LETTERS = 32
"""A run is as long as both ask for: `by the end of the year` is nobody's secret, and six words of one already are."""
NAMES = frozenset({"id", "title", "name"})
"""Fields whose short texts are always looked for; those of others only where a word of them is said nowhere else."""
MUTE = frozenset({"fingerprint"})
"""Fields that tell nobody anything; the pages of a module carry the same digest of what it teaches today."""
SHORTEST = 4
"""Letters of the shortest text that is looked for; a shorter one, such as a currency, is everywhere."""
KEPT = 2
"""Playbooks whose secrets are remembered, since a build asks for them before it writes the pages and after."""

Runs = Mapping[str, Mapping[int, Mapping[Words, "Secret"]]]
"""The runs by their first word and their length, with the first secret that each is part of."""

_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_THOUSANDS = re.compile(r"[.,'’](?<=\d.)(?=\d{3}(?!\d))")
_SPACED = re.compile(r"\d(?<!\w.)\d{0,2}(?: \d{3})+(?!\w)")
"""As Norwegians write thousands; what else keeps them apart, such as a thin space, is made a blank first."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ASIDE = re.compile(r"\]\([^)]*\)|\[\[=?[^\]]*\]\]|<[^>]*>")


@dataclass(frozen=True, slots=True)
class Secret:
    """A text or number that the audience may not see, and where it was written."""

    value: str
    entry: str
    field: str
    holder: Placed = dataclasses.field(compare=False, repr=False)
    inner: Path = dataclasses.field(compare=False, repr=False)
    """The way to the value in its holder."""
    ways: frozenset[Words] = frozenset()
    """Of a number or a day all ways to write it; who may read one of them knows them all."""

    @property
    def place(self) -> Location:
        """Worked out for those that leaked, which are few."""
        return self.holder.at(*self.inner)


@lru_cache(maxsize=KEPT)
def secrets_above(whole: Playbook, seen: Playbook) -> Runs:
    """The runs of words of every value that is in `whole` and not in `seen`."""
    shown = _texts(seen)
    common = {word for text in shown for word in folded(text)}
    texts = (
        (run, _secret(part, path, value))
        for part, path, value in _written_in(whole)
        if isinstance(value, str) and value not in shown and path[-1] not in MUTE
        for run in _runs(value)
        if path[-1] in NAMES or _enough(run) or _is_number(run) or not common.issuperset(run)
    )
    return by_first((*texts, *_figures(whole, shown), *_days(whole, seen)))


def _figures(whole: Playbook, shown: frozenset[str]) -> Iterator[tuple[Words, Secret]]:
    """Numbers in all the ways to write them; of lists that other programs write, such as deals, as they stand."""
    for part, path, value in _written_in(whole):
        if isinstance(value, str | datetime.date) or _written(value) in shown:
            continue
        ways = ways_of_number(value)
        if ways and isinstance(part, Area) and isinstance(_holder(part, path)[0], Record):
            ways |= short_ways_of_number(value)
        if ways:
            secret = _secret(part, path, _written(value), ways)
            yield from ((run, secret) for run in ways)


def _days(whole: Playbook, seen: Playbook) -> Iterator[tuple[Words, Secret]]:
    """Those of records; among deals nearly every day is that of one."""
    open_ = {day for part, _, day in _days_in(seen) if isinstance(part, Area)}
    for part, path, day in _days_in(whole):
        if day not in open_ and isinstance(part, Area) and isinstance(_holder(part, path)[0], Record):
            secret = _secret(part, path, day.isoformat(), ways_of_day(day))
            yield from ((run, secret) for run in secret.ways)


def still_secret(
    runs: Runs, seen: Playbook, open_: Iterable[str] = (), days: Collection[datetime.date] = frozenset()
) -> Runs:
    """Those that `seen` and the texts of `open_` do not say anyway, if need be without the word at one end.

    `days` are open too, as those on which something falls due.
    """
    shorter = by_first((part, secret) for run, secret in every(runs) for part in _ends_off(run))
    said = {run for text in (*_texts(seen), *open_) for run, _ in found_in(text, shorter)}
    said |= {way for day in days for way in ways_of_day(day)}
    return by_first((run, secret) for run, secret in every(runs) if said.isdisjoint(secret.ways or _ends_off(run)))


def _ends_off(run: Words) -> tuple[Words, ...]:
    """A long run itself, and without its first or its last word: a word of the page may stand beside what is public."""
    return (run, run[1:], run[:-1]) if _enough(run) else (run,)


def every(runs: Runs) -> Iterator[tuple[Words, Secret]]:
    for by_length in runs.values():
        for of_length in by_length.values():
            yield from of_length.items()


def by_first(pairs: Iterable[tuple[Words, Secret]]) -> Runs:
    runs: dict[str, dict[int, dict[Words, Secret]]] = {}
    for run, secret in pairs:
        runs.setdefault(run[0], {}).setdefault(len(run), {}).setdefault(run, secret)
    return runs


def found_in(text: str, runs: Runs) -> Iterator[tuple[Words, Secret]]:
    """Each run that stands in `text`, however it is cased, spaced and punctuated."""
    return found_among(folded(text), runs)


def found_among(words: Sequence[str], runs: Runs) -> Iterator[tuple[Words, Secret]]:
    for position, word in enumerate(words):
        for length, known in runs[word].items() if word in runs else ():
            run = tuple(words[position : position + length])
            if run in known:
                yield run, known[run]


def folded(text: str) -> list[str]:
    """The words of a text, lower case, without what is not seen; `4,711` and `4 711` are one."""
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    if _DIGIT.search(text):
        text = _SPACED.sub(lambda number: number[0].replace(" ", ""), text)
        text = _THOUSANDS.sub("", text)
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=KEPT)
def _texts(playbook: Playbook) -> frozenset[str]:
    return frozenset(_written(value) for _, _, value in _written_in(playbook) if not isinstance(value, datetime.date))


def _days_in(playbook: Playbook) -> Iterator[tuple[Area | Review, Path, datetime.date]]:
    return ((part, path, day) for part, path, day in _written_in(playbook) if isinstance(day, datetime.date))


@lru_cache(maxsize=KEPT)
def _written_in(playbook: Playbook) -> tuple[tuple[Area | Review, Path, Value | datetime.date], ...]:
    """What each area and review says, and where in it."""
    parts: tuple[Area | Review, ...] = (*playbook.areas.values(), *playbook.reviews)
    return tuple((part, path, value) for part in parts for path, value in leaves(part))


def _written(value: Value) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _secret(part: Area | Review, path: Path, value: str, ways: frozenset[Words] = frozenset()) -> Secret:
    """Entries say it for themselves, areas and reviews the rest."""
    if isinstance(part, Review):
        return Secret(value, "", ".".join(("reviews", *map(str, path))), part, path, ways)
    holder, inner = _holder(part, path)
    id_ = holder.id if isinstance(holder, Entry) else ""
    return Secret(value, id_, ".".join(map(str, inner)), holder, inner, ways)


def _holder(area: Area, path: Path) -> tuple[Entry | Area, Path]:
    """The innermost entry on the way, and the rest of the way."""
    holder: Entry | Area = area
    rest = path
    piece: Any = area
    for position, step in enumerate(path):
        piece = getattr(piece, str(step)) if isinstance(piece, Part) else piece[step]
        if isinstance(piece, Entry):
            holder, rest = piece, path[position + 1 :]
    return holder, rest


def _runs(value: str) -> Iterator[Words]:
    if value.isdigit():
        yield from ways_of_number(int(value)) & {(value,)}
        return
    for piece in _ASIDE.split(value):
        yield from _runs_of(folded(piece))


def _runs_of(words: list[str]) -> Iterator[Words]:
    """The shortest run from each word that is long enough; the whole where that is short."""
    end, any_ = 0, False
    for start in range(len(words)):
        end = max(end, start)
        while end < len(words) and not _enough(words[start:end]):
            end += 1
        if not _enough(words[start:end]):
            break
        any_ = True
        yield tuple(words[start:end])
    if not any_ and sum(map(len, words)) >= SHORTEST and not all(word.isdigit() for word in words):
        yield tuple(words)


def _enough(words: Sequence[str]) -> bool:
    return len(words) >= LEAST_WORDS and sum(map(len, words)) >= LEAST_LETTERS


def _is_number(run: Words) -> bool:
    return len(run) == 1 and run[0].isdigit()
