"""Says for whom a claim stands where it stands: under a rival's name, or for one case beside others.

`Denmark: …€29` is no slip where `Norway: …€19` is the next item, and what stands under `What Paymate says` is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.drift.judging.voice import OURS, names, tells_of_rivals
from generator.drift.result import Match, Report, Spot, Verdict
from generator.drift.wording import Voices
from generator.model.block import Block

NEAR = 50
"""Items further apart are no longer seen side by side, in blocks."""
_CELLS = frozenset({"td", "th", "cell"})
_ITEMS = frozenset({"dt", "dd"})
_HEADING = re.compile(r"h[1-6]")
_LABEL = re.compile(r"(?:\A|[\n.!?;])[^\w\n]*([^\n.!?;:]{1,40}?)\s*:[^\w\n]*\Z")
_THEY = re.compile(
    r"\btheir (?:\w+ )?(?:claim|pitch|price|offer|promise|message|line|word|answer|slogan)s?\b"
    r"|\b(?:they|others) (?:say|claim|promise|write)\b|\bde (?:sier|lover|hevder)\b|\bderes (?:påstand|løfte|pris)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:from|than|vs|versus|against|alternatives?|switch\w*|leav\w+|mov(?:e|ing)|migrat\w+|replac\w+|instead|unlike"
    r"|beyond|better|beat\w*|ahead|compar\w+|why|fra|enn|mot|bytt\w*|hvorfor|statt|wechsel\w*|warum)\b",
    re.IGNORECASE,
)
"""Under such words about a rival, we speak: `Switching from Paymate`."""
_FOR_A_CASE = re.compile(
    r"\W*(?:for|in|with|at|on|für|bei|mit|hos|med|på|i)\s+(?!(?:short|brief|fact|summary|other|plain|general|example"
    r"|instance|addition|total|numbers|figures|practice|the|an?|you|your|all|every\w*|us|our|korte|praksis|tillegg"
    r"|alle|deg|din|dere|oss|kürze|der|die|alle)\b)\w+(?:\s\w+){0,2}\W*",
    re.IGNORECASE,
)
_TIERS = "basic|standard|pro|professional|premium|enterprise|starter|lite|gold|silver|bronze|platinum"
_TIER = re.compile(
    rf"\W*(?:\w+\s+)?(?:(?P<tier>{_TIERS})(?:\s+(?:plan|tier|edition|package|customer|user)s?)?"
    r"|\w+\s+(?:tier|edition|package))\W*",
    re.IGNORECASE,
)


class _Label(NamedTuple):
    """What stands above, before or at the head of words; those of one `kind` are parallel."""

    kind: str
    text: str


def is_under_rivals(blocks: Sequence[Block], spot: Spot, voices: Voices) -> bool:
    """Whether the nearest sign of whose words they are says that they are somebody else's."""
    for text in _signs(blocks, spot):
        if OURS.search(text) or names(text, voices.own):
            return False
        if (tells_of_rivals(text, voices) or _THEY.search(text)) and not _AGAINST.search(text):
            return True
    return False


def is_one_case(
    blocks: Sequence[Block], match: Match, spot: Spot, report: Report, rows: Mapping[str, str], own: tuple[str, ...]
) -> bool:
    """Whether a label says of which the claim is told, or another states it otherwise under a label of its own.

    `rows` gives the message of each wording, `own` are our names: `With Brightpay` is no case.
    """
    if match.verdict not in (Verdict.NUMBER, Verdict.RETIRED):
        return False
    mine = list(_labels(blocks, spot))
    if match.verdict is Verdict.NUMBER and any(_says_of_which(each.text, match.wording.text, own) for each in mine):
        return True
    return any(
        abs(place.block - spot.block) <= NEAR
        and _are_side_by_side(blocks, spot, place)
        and (_are_items(blocks, spot, place) or (mine and _differ(mine, _labels(blocks, place))))
        for other in report.matches
        if rows[other.wording.id] == rows[match.wording.id] and _says_otherwise(other, match)
        for place in (other.spots[0], *other.also)
    )


def _are_items(blocks: Sequence[Block], one: Spot, other: Spot) -> bool:
    """Whether both are items of one list, where each is told of what the item above it names: `Denmark`, `Norway`."""
    first, last = sorted((one.block, other.block))
    return first < last and all(block.element == "li" for block in blocks[first : last + 1])


def _says_otherwise(other: Match, match: Match) -> bool:
    if other.verdict is Verdict.CARRIED:
        return True
    stated, mine = ([number.stated for number in each.numbers] for each in (other, match))
    return other.verdict is match.verdict is Verdict.NUMBER and stated != mine


def _differ(mine: Sequence[_Label], others: Iterator[_Label]) -> bool:
    by_kind = dict(mine)
    return any(by_kind.get(other.kind, other.text).casefold() != other.text.casefold() for other in others)


def _are_side_by_side(blocks: Sequence[Block], one: Spot, other: Spot) -> bool:
    """Whether nothing but items of the same sort, or sections of the same level, stand between the two."""
    first, last = sorted((one.block, other.block))
    family = {_family(block.element) for block in blocks[first : last + 1]}
    if len(family) == 1:
        return True
    levels = [block.element for block in blocks[first : last + 1] if _HEADING.fullmatch(block.element)]
    top = _above(blocks, first)
    return bool(top and levels) and blocks[top - 1].element == min(levels)


def _family(element: str) -> str:
    return "cell" if element in _CELLS else "dd" if element in _ITEMS else element


def _labels(blocks: Sequence[Block], spot: Spot) -> Iterator[_Label]:
    """What says of which the words are, nearest first."""
    block, first = blocks[spot.block], _first_of_row(blocks, spot.block)
    if found := _LABEL.search(block.text[: spot.start]):
        yield _Label("before", found[1])
    if block.element in _CELLS:
        row = blocks[first].text if first < spot.block else ""
        if column := block.head.removesuffix(row).strip():
            yield _Label("column", column)
        if row:
            yield _Label("row", row)
    top = _begin(blocks, spot.block)
    if top and block.element == "dd" and blocks[top - 1].element == "dt":
        yield _Label("dt", blocks[top - 1].text)
    if top and _HEADING.fullmatch(blocks[top - 1].element):
        yield _Label("heading", blocks[top - 1].text)


def _signs(blocks: Sequence[Block], spot: Spot) -> Iterator[str]:
    """What says whose the words are, nearest first: labels, what leads in, and the headings of all parts around."""
    block, first = blocks[spot.block], _first_of_row(blocks, spot.block)
    labels = list(_labels(blocks, spot))
    yield from (f"{blocks[first].head} {each.text}" if each.kind == "row" else each.text for each in labels)
    top = _begin(blocks, spot.block)
    above = blocks[top - 1].text if top and block.element not in _CELLS else ""
    if above.endswith(":") or (above and not _sentence_like(above)):
        yield above
    level = "h7"
    for each in reversed(blocks[: spot.block]):
        if each.element < level and _HEADING.fullmatch(each.element):
            level = each.element
            yield each.text
        if level == "h1":
            return


def _sentence_like(text: str) -> bool:
    """Whether it has a stop or more words than a title."""
    return text[-1:] in ".!?…" or len(text.split()) > 4


def _begin(blocks: Sequence[Block], number: int) -> int:
    """The first item of the list that this one is in, if it is near; a paragraph stands alone."""
    element, least = blocks[number].element, max(0, number - NEAR)
    while number > least and element in {"li", "dd"} and blocks[number - 1].element == element:
        number -= 1
    return number


def _first_of_row(blocks: Sequence[Block], number: int) -> int:
    while number and blocks[number].element in _CELLS and blocks[number - 1].joins_next:
        if blocks[number - 1].element not in _CELLS:
            break
        number -= 1
    return number


def _above(blocks: Sequence[Block], number: int) -> int:
    """The block behind the heading that the claim is under; 0 without one."""
    begin = _begin(blocks, number)
    return begin if begin and _HEADING.fullmatch(blocks[begin - 1].element) else 0


def _says_of_which(label: str, wording: str, own: tuple[str, ...]) -> bool:
    """Whether a label names a part of a market or an edition of which the wording does not speak: `For hotels`."""
    if _FOR_A_CASE.fullmatch(label) and not names(label, own):
        return True
    tier = _TIER.fullmatch(label)
    return tier is not None and not (tier["tier"] and names(wording, (tier["tier"],)))
