"""Finds claims that two sources state differently, or the two bodies of one mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from generator.areas.sources import Source
from generator.derive.drift.cell import Cell, Contradiction
from generator.derive.drift.evidence import Evidence, Verdict
from generator.derive.drift.where import Where
from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.qualifier import bound_before
from generator.drift.numbers.quantity import measured, quantities, rate_of
from generator.drift.result import NumberDifference, Step

_AT_MOST = frozenset({"at most", "nearly"})
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
    """Sources with another number, each against all that state it as the message does; without one, against the first.

    Each number of a message is a claim of its own. What may be another fact contradicts nobody. The proof is something
    that clients can look up, where there is any: a recorded call comes last.
    """
    cells = sorted(cells, key=lambda cell: cell.source in spoken)
    carried = [(cell, each) for cell in cells for each in cell.evidence if each.verdict is Verdict.CARRIED]
    numbers = [(cell, each) for cell in cells for each in cell.evidence if each.verdict is Verdict.NUMBER]
    wrong = [(cell, each) for cell, each in numbers if not each.may_be_another_fact]
    seen: set[tuple[str, str]] = set()
    for cell, each in wrong:
        for names, places, stands in _by_others(cell, each, carried, wrong):
            stated, elsewhere = (", ".join(side) for side in zip(*stands.values(), strict=True))
            if (cell.source, stated) in seen:
                continue
            seen.add((cell.source, stated))
            sides = {(cell.source, of, here) for of, (here, _) in stands.items()}
            sides |= {(names[0], of, there) for of, (_, there) in stands.items()}
            at_odds = tuple(
                quote for one, quote in wrong if any((one.source, d.of, d.found) in sides for d in _other_values(quote))
            )
            yield Contradiction(cell.message, cell.source, stated, elsewhere, names, each, places, at_odds)


_Side = tuple[Cell, Evidence]


def _by_others(
    cell: Cell, each: Evidence, carried: Sequence[_Side], wrong: Sequence[_Side]
) -> Iterator[tuple[tuple[str, ...], tuple[Where, ...], dict[str, tuple[str, str]]]]:
    """The sources that state numbers of the quote otherwise, the first place of each, each number here and there."""
    found: dict[tuple[str, ...], tuple[tuple[Where, ...], dict[str, tuple[str, str]]]] = {}
    for number in _other_values(each):
        others = [*carried, *(side for side in wrong if _agrees(side[1], number))]
        others = [side for side in others if side[0].source != cell.source]
        others = [side for side in others if _is_at_odds(_written(side[1].quote, number), number)]
        elsewhere = _written(others[0][1].quote, number) if others else ""
        if not others:
            first, other = next((one, d) for one in wrong for d in _other_values(one[1]) if d.of == number.of)
            others, elsewhere = [first] if first[0].source != cell.source else [], other.found
            if _is_same(other.found, number.found):
                continue
        if others and elsewhere != number.found and _is_at_odds(elsewhere, number):
            firsts = {one.source: quote.where for one, quote in reversed(others)}
            names = tuple(dict.fromkeys(one.source for one, _ in others))
            _, stands = found.setdefault(names, (tuple(firsts[name] for name in names), {}))
            stands[number.of] = (number.found, elsewhere)
    for names, (places, stands) in found.items():
        yield names, places, stands


def _agrees(each: Evidence, number: NumberDifference) -> bool:
    """Whether the quote states the number as the message does, with its rate where that is what differs."""
    if _rate_alone(number) and any(other.of == number.of for other in _other_values(each)):
        return False
    same = (quantities(change.text) for change in each.diff if change.step is Step.SAME)
    return number.of in {str(quantity) for found in same for quantity in found}


def _written(quote: str, number: NumberDifference) -> str:
    """The number as the quote writes it."""
    said = next(quantities(number.said), None)
    found = next((each for each in quantities(quote) if _is_one(each, said, number)), None)
    if found is None:
        return number.said
    start = bound_before(quote, found.start).start if _bound(number.found) else found.start
    end = rate_of(quote, found).end if "qualifier" in number.what else measured(quote, found)
    return quote[start : max(end, found.behind[1])]


def _is_one(each: Quantity, said: Quantity | None, number: NumberDifference) -> bool:
    """Whether it is the number that the message says, in whatever notation: `€0.25` for `25 cents`."""
    return str(each) == number.of or (said is not None and not {"value", "unit"} & set(said.differs(each)))


def _is_same(written: str, other: str) -> bool:
    """Whether two wrong numbers are one in two notations: `€2.80` and `2.80 EUR`, `8 h` and `8 hours`."""
    one, two = next(quantities(written), None), next(quantities(other), None)
    same_rate = _rate(written) == _rate(other)
    is_same = one is not None and two is not None and not {"value", "unit"} & set(one.differs(two))
    return is_same and same_rate and not _exclude(written, other)


def _other_values(each: Evidence) -> list[NumberDifference]:
    """The numbers with another value, unit, rate or bound; a lost bound contradicts nobody: `60 %`, `up to 60 %`."""
    return [
        number
        for number in each.numbers
        if {"value", "unit"} & set(number.what) or _rate(number.found) or _bound(number.found)
    ]


def _is_at_odds(written: str, number: NumberDifference) -> bool:
    """Whether another source's number differs; where only the rate or the bound does, it has to name another one."""
    if not _rate_alone(number) or _exclude(written, number.found):
        return True
    return _rate(written) not in (frozenset(), _rate(number.found))


def _exclude(written: str, other: str) -> bool:
    """Whether no number can be within both bounds: `up to 40 %` and `more than 40 %`."""
    bounds = {_bound(written), _bound(other)}
    return "at least" in bounds and not _AT_MOST.isdisjoint(bounds)


def _bound(written: str) -> str:
    """What bounds a number, as it is written."""
    return next((number.qualifier for number in quantities(written)), "")


def _rate_alone(number: NumberDifference) -> bool:
    return not {"value", "unit"} & set(number.what)


def _rate(written: str) -> frozenset[str]:
    """By what a number is counted, as it is written."""
    return next((rate_of(written, number).by for number in quantities(written)), frozenset())


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
            if drifted and carried and not drifted.is_bounded_alike:
                at_odds = tuple(
                    each for each in cell.evidence if each.where.file == file and each.verdict is not Verdict.CARRIED
                )
                yield Contradiction(
                    cell.message, cell.source, drifted.quote, carried.quote, (), drifted, (carried.where,), at_odds
                )
