"""Finds claims that two sources state differently, or the two bodies of one mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from generator.areas.sources import Source
from generator.derive.drift.cell import Cell, Contradiction
from generator.derive.drift.evidence import Evidence, Verdict
from generator.drift.result import NumberDifference

BODIES = ("text/plain", "text/html")


def find_contradictions(cells: Mapping[tuple[str, str], Cell], sources: Sequence[Source]) -> tuple[Contradiction, ...]:
    """One for each message and each source that states another number than others do, and for each torn mail."""
    order = [source.id for source in sources]
    spoken = {source.id for source in sources if source.kind == "transcript"}
    rows = dict.fromkeys(message for _, message in cells)
    found: list[Contradiction] = []
    for row in rows:
        column = [cells[source, row] for source in order if (source, row) in cells]
        found += _numbers([cell for cell in column if cell.verdict is not Verdict.UNKNOWN], spoken)
        found += [torn for cell in column for torn in _torn(cell)]
    return tuple(found)


def _numbers(cells: Sequence[Cell], spoken: Set[str]) -> Iterator[Contradiction]:
    """Sources with another number, each against all that carry the message; without one, against the first of them.

    What may be another fact contradicts nobody. The proof is something that clients can look up, where there is any: a
    recorded call comes last.
    """
    cells = sorted(cells, key=lambda cell: cell.source in spoken)
    right = [(cell, each) for cell in cells for each in cell.evidence if each.verdict is Verdict.CARRIED]
    numbers = [(cell, each) for cell in cells for each in cell.evidence if each.verdict is Verdict.NUMBER]
    wrong = [(cell, each) for cell, each in numbers if not each.may_be_another_fact]
    seen: set[tuple[str, str]] = set()
    for cell, each in wrong:
        stated = _stated(each)
        others = [(one, proof) for one, proof in right if one.source != cell.source]
        elsewhere = ", ".join(difference.said for difference in _other_values(each))
        if not others and wrong[0][0].source != cell.source:
            others = [wrong[0]]
            elsewhere = _stated(wrong[0][1])
        if others and stated and elsewhere not in {"", stated} and (cell.source, stated) not in seen:
            seen.add((cell.source, stated))
            names = tuple(dict.fromkeys(one.source for one, _ in others))
            sides = {(cell.source, stated), (names[0], elsewhere)}
            at_odds = tuple(quote for one, quote in wrong if (one.source, _stated(quote)) in sides)
            yield Contradiction(cell.message, cell.source, stated, elsewhere, names, each, others[0][1], at_odds)


def _stated(each: Evidence) -> str:
    return ", ".join(difference.found for difference in _other_values(each))


def _other_values(each: Evidence) -> list[NumberDifference]:
    """The numbers with another value or unit: `60 %` does not contradict `up to sixty percent`."""
    return [difference for difference in each.numbers if {"value", "unit"} & set(difference.what)]


def _torn(cell: Cell) -> Iterator[Contradiction]:
    """A mail whose plain text and HTML say different things: readers get one or the other."""
    by_body: dict[str, Evidence] = {}
    for each in cell.evidence:
        for place in each.places:
            body = next(
                (word for word in BODIES if place.words.endswith(f", {word}") or f", {word}," in place.words), ""
            )
            if body:
                by_body.setdefault(f"{each.where.file}\0{body}\0{each.verdict is Verdict.CARRIED}", each)
    for file in dict.fromkeys(each.where.file for each in cell.evidence):
        for wrong, right in (BODIES, BODIES[::-1]):
            drifted, carried = by_body.get(f"{file}\0{wrong}\0False"), by_body.get(f"{file}\0{right}\0True")
            if drifted and carried:
                at_odds = tuple(
                    each for each in cell.evidence if each.where.file == file and each.verdict is not Verdict.CARRIED
                )
                yield Contradiction(
                    cell.message, cell.source, drifted.quote, carried.quote, (), drifted, carried, at_odds
                )
