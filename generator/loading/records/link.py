"""Ties the records together: every id once, every reference to something that exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.finding import Complaint, Level
from generator.loading.problem import Problem
from generator.loading.records.mistyped import mistyped, mistyped_link
from generator.loading.words import is_slip, is_sure, nearest, one_of
from generator.location import Location
from generator.model.area import Area
from generator.model.record import Entry, Part, Record
from generator.model.review import Review
from generator.model.shape import Path, entries, references, shapes, texts
from generator.model.words import LINK, Status

Homes = dict[str, tuple[str, Path]]
Gone = Mapping[tuple[str, str], tuple[Review, str]]
"""By a record and what it rested on that is no longer there: the review of the one, the words of the other."""
Within = Callable[[Location, str, int], Location]
"""The place of the nth appearance of some words in the text that begins at a place."""
Addresses = Callable[[str], Iterator[tuple[str, str]]]
"""The addresses of a text that lead nowhere, each with a cure."""


@dataclass(frozen=True)
class Texts:
    """How links in a text are found in its file, and which of its addresses lead nowhere."""

    within: Within = lambda at, _word, _nth: at
    addresses: Addresses = lambda _: iter(())


def register(areas: Mapping[str, Area]) -> tuple[dict[str, Entry], Homes, list[Problem]]:
    """Every entry by its id, where it stands, and the ids that are used twice."""
    known: dict[str, Entry] = {}
    homes: Homes = {}
    problems: list[Problem] = []
    for key, area in areas.items():
        for path, entry in entries(area):
            first = known.setdefault(entry.id, entry)
            if first is entry:
                homes[entry.id] = (key, path)
            else:
                problems.append(_twice(first, entry))
    return known, homes, problems


def broken(
    areas: Mapping[str, Area],
    fragments: Sequence[Part],
    known: Mapping[str, Entry],
    lost: frozenset[str],
    reviews: Sequence[Review] = (),
    look: Texts = Texts(),
) -> Iterator[Problem]:
    """Every reference to nothing, or to something of another kind. `lost` ids exist but could not be read.

    What `reviews` remember of a record that is gone is said with it. `look` is for what stands in texts.
    """
    ids = _by_kind(known)
    gone = _gone(reviews, known)
    for fragment in fragments:
        if isinstance(fragment, Entry):
            yield from _of_entry(fragment, known, ids, lost, gone, look)
    for area in areas.values():
        tops = [entry for path, entry in entries(area) if len(path) == 2]
        for entry in tops:
            yield from _of_entry(entry, known, ids, lost, gone, look)
        yield from _of_rest(area, known, ids, lost, look)


def broken_link(word: str, at: Location, known: Mapping[str, Entry], record: str = "", *, sign: str = "") -> Problem:
    """A `[[word]]` in a text that leads nowhere; `sign` is the `=` of a quotation."""
    near = nearest(word, known)
    cure = f"use `[[{sign}{near}]]`" if near else "write the id of a record, or take the double brackets away"
    return Problem(
        "broken-reference",
        Complaint(at, f"`[[{sign}{word}]]` leads nowhere", help=cure, label="no record has this id", record=record),
        absent=True,
        word=word,
        slip=is_slip(word, near),
    )


def link_to_draft(word: str, at: Location, record: str = "") -> Problem:
    """A `[[word]]` in what readers see that leads to what they do not."""
    said = f"`[[{word}]]` leads to a draft, which is not on the site"
    cure = f"take the link out until `{word}` is `status: active`, or make it active"
    return Problem("draft-linked", Complaint(at, said, help=cure, label="a draft", record=record))


def is_draft(entry: Entry | None) -> bool:
    return isinstance(entry, Record) and entry.status is Status.DRAFT


def _of_entry(
    entry: Entry,
    known: Mapping[str, Entry],
    ids: Mapping[str, list[str]],
    lost: frozenset[str],
    gone: Gone,
    look: Texts,
) -> Iterator[Problem]:
    own = getattr(entry, "id", "")
    for path, ref, word in references(entry):
        target = known.get(word)
        if len(path) == 1 and entry.inherits(str(path[0])):
            continue  # said once, of the area
        if target is None and path[0] == "based_on" and (own, word) in gone and word not in lost:
            yield _deleted(entry, word, entry.at(*path), gone[own, word])
        elif target is None and word not in lost:
            yield _missing(ref.kind, word, entry.at(*path), known, ids, getattr(entry, "id", ""))
        elif target is not None and ref.kind and ref.kind != target.KIND and ref.kind not in _kinds(target):
            yield _other_kind(ref.kind, target, entry.at(*path), ids, getattr(entry, "id", ""))
    for path, _, text in texts(entry):
        if "[" in text or "{{" in text or "]]" in text:
            yield from _in_text(text, entry.at(*path), known, lost, look, own)


def _in_text(
    text: str, at: Location, known: Mapping[str, Entry], lost: frozenset[str], look: Texts, record: str = ""
) -> Iterator[Problem]:
    counts: Counter[str] = Counter()
    for _, wrote, meant in mistyped(text, known, lost):
        yield mistyped_link(wrote, meant, look.within(at, wrote, counts[wrote]), record)
        counts[wrote] += 1
    for match in LINK.finditer(text):
        if match[2] not in known and match[2] not in lost:
            place = look.within(at, match[0], counts[match[0]])
            yield broken_link(match[2], place, known, record, sign=match[1])
        elif is_draft(known.get(match[2])) and not is_draft(known.get(record)):
            yield link_to_draft(match[2], look.within(at, match[0], counts[match[0]]), record)
        counts[match[0]] += 1
    for address, cure in look.addresses(text) if "](" in text else ():
        yield _nowhere(address, cure, look.within(at, f"({address}", counts[address]), record)
        counts[address] += 1


def _nowhere(address: str, cure: str, at: Location, record: str) -> Problem:
    said, label = f"the link to `{address}` leads nowhere", "nothing in the site has this address"
    complaint = Complaint(at, said, help=cure, label=label, record=record, level=Level.WARNING)
    return Problem("broken-reference", complaint)


def _of_rest(
    area: Area, known: Mapping[str, Entry], ids: Mapping[str, list[str]], lost: frozenset[str], look: Texts
) -> Iterator[Problem]:
    """References in the parts of an area that are no entries, such as the message house or accepted findings."""
    for shape in shapes(type(area)):
        if shape.part is not None and issubclass(shape.part, Entry):
            continue
        rest = type(area).model_construct(**{shape.name: getattr(area, shape.name)})
        for path, ref, word in references(rest):
            if word not in known and word not in lost:
                yield _missing(ref.kind, word, area.at(*path), known, ids, "")
            elif ref.kind and word in known and ref.kind not in _kinds(known[word]):
                yield _other_kind(ref.kind, known[word], area.at(*path), ids, "")
        for path, _, text in texts(rest):
            yield from _in_text(text, area.at(*path), known, lost, look)


def _gone(reviews: Sequence[Review], known: Mapping[str, Entry]) -> Gone:
    stamps = ((review, stamp) for review in reviews for stamp in review.upstream)
    return {(review.record, stamp.id): (review, stamp.text or "") for review, stamp in stamps if stamp.id not in known}


def _deleted(entry: Entry, word: str, at: Location, before: tuple[Review, str]) -> Problem:
    review, text = before
    said = text.partition("\n")[0]
    complaint = Complaint(
        at,
        f"{entry.KIND} `{entry.id}` rests on `{word}`, which was deleted since its review on {review.on}",
        help=f"bring `{word}` back with `status: retired`, or put what replaced it in its place",
        label="deleted",
        notes=(f"it said then: {said}",) if said else (),
        record=entry.id,
    )
    return Problem("broken-reference", complaint, absent=True, word=word)


def _kinds(entry: Entry) -> set[str]:
    return {cls.KIND for cls in type(entry).__mro__ if isinstance(cls, type) and issubclass(cls, Entry)}


def _by_kind(known: Mapping[str, Entry]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for entry in known.values():
        ids.setdefault(entry.KIND, []).append(entry.id)
    return ids


def _missing(
    kind: str, word: str, at: Location, known: Mapping[str, Entry], ids: Mapping[str, list[str]], record: str
) -> Problem:
    options = ids.get(kind, []) if kind else list(known)
    titled = next((id_ for id_ in options if known[id_].label.casefold() == word.strip().casefold()), "")
    near = titled or nearest(word, options)
    what = kind or "record"
    cure = f"use the id of {_a(what)} that exists, or define `{word}`"
    several = re.split(r"[ ;]+", word.strip())
    bare = word.strip("[]= ")
    if bare != word and bare in options:
        cure = f"write the id alone, without brackets: `{bare}`"
    elif len(several) > 1 and all(each in options for each in several):
        cure = f"put a comma between them: `{', '.join(several)}`"
    elif near:
        cure = f"use `{near}`, defined at {known[near].at()}"
        cure += "" if titled or is_sure(word, near) else f", if that is meant, or define `{word}`"
    notes = (f"known: {one_of(sorted(options))}",) if kind and options else ()
    complaint = Complaint(
        at, f"{what} `{word}` does not exist", help=cure, label=f"no {what} has this id", notes=notes, record=record
    )
    return Problem("broken-reference", complaint, absent=True, wants=kind, word=word, slip=is_slip(word, near))


def _other_kind(kind: str, target: Entry, at: Location, ids: Mapping[str, list[str]], record: str) -> Problem:
    complaint = Complaint(
        at,
        f"`{target.id}` is {_a(target.KIND)}, not {_a(kind)}",
        help=f"use the id of {_a(kind)}",
        label=f"not {_a(kind)}",
        notes=(f"known: {one_of(sorted(ids.get(kind, [])))}",) if ids.get(kind) else (),
        record=record,
    )
    return Problem("broken-reference", complaint)


def _twice(first: Entry, second: Entry) -> Problem:
    complaint = Complaint(
        second.at("id"),
        f"`{second.id}` is the id of two records",
        help=f"give one of them another id; the first is the {first.KIND} at {first.at()}",
        label="the second one",
        record=second.id,
    )
    return Problem("duplicate-id", complaint)


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
