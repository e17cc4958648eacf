"""Says how to change a quote where only one answer is right; what may be true of something else stays as it is."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.derive.drift.another import doubt, limits
from generator.derive.drift.capitals import Piece
from generator.derive.drift.mention import turns_back
from generator.derive.drift.pieces import ALIKE, is_alike, pieces, replaces_all
from generator.drift.numbers.qualifier import is_negation
from generator.drift.numbers.quantity import quantities
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold
from generator.drift.result import Kind, Match, Spot, Verdict
from generator.model.block import Block, without_fields
from generator.model.block import Kind as Marked

_STOP = ".!?…"
_WHOLE = frozenset({Kind.EXACT, Kind.FORMATTING})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GOES_ON = re.compile(r"[ \t]*[,;:]|[ \t\n]*(?=[\w(])(?-i:[^A-ZÆØÅÄÖÜ\n])")
"""What follows on a quote inside its sentence."""
_BEGINS = re.compile(r"(?:\A|[.!?…:]\s|\n\s*\n)[^\w,;]*\Z")
_SENTENCE_ENDS = r"[.!?…](?=\s|\Z)|[:;☀-➿\U0001f300-\U0001faff]|\n(?![^\w\n]*[\da-zæøåäöü])"
_SENTENCE = re.compile(_SENTENCE_ENDS)
_CLAUSE = re.compile(rf"{_SENTENCE_ENDS}|[–—()\"“”„«»]")


def wanted(block: Block, match: Match, spot: Spot, offer: str) -> list[Piece]:
    """What to change in the block; nothing where more than one answer may be right."""
    if match.similarity < ALIKE and match.verdict is not Verdict.NUMBER:
        return []
    if doubt(match.wording.text, match.diff, match.numbers, (*match.lost, *match.added)):
        return []
    if match.verdict is not Verdict.RETIRED and turns_back(block.text[spot.start : spot.end], offer):
        return []
    spot = _without_stop(block.text, spot)
    found = _in_words(block, match, spot, offer.rstrip(_STOP))
    mark = _mark(block.text, spot, offer) if found else None
    return [] if mark is None else [*found, *mark]


def _in_words(block: Block, match: Match, spot: Spot, bare: str) -> list[Piece]:
    """What to change up to the stop that ends the sentence."""
    if match.verdict is Verdict.RETIRED:
        is_name = match.wording.text[-1] not in _STOP
        return _instead(block, match, spot, bare, is_name=is_name)
    if match.verdict is Verdict.NUMBER:
        return _with_its_number(block, match, spot, bare)
    if match.verdict is Verdict.ALTERED and match.kind is Kind.MISQUOTED and not _around(block, spot, _CLAUSE):
        return [] if _tells_of_another(block, spot, bare) else _pieces(block, spot, bare)
    return []


def _without_stop(text: str, spot: Spot) -> Spot:
    """The quote without a stop that ends its sentence and is taken for that of an abbreviation: `€1.2 million.`"""
    ends = text[spot.start : spot.end].endswith(".") and not _GOES_ON.match(text, spot.end)
    return replace(spot, end=spot.end - 1) if ends else spot


def _mark(text: str, spot: Spot, offer: str) -> list[Piece] | None:
    """The stop to write behind the words where a call or a question is to come or a call is to go.

    None where that is not plain: a question may be meant as one.
    """
    right = offer[len(offer.rstrip(_STOP)) :]
    stands = re.compile(f"[{re.escape(_STOP)}]*").match(text, spot.end)
    there = stands[0] if stands else ""
    if there == right or not (set(there) | set(right)) & set("!?"):
        return []
    if _GOES_ON.match(text, spot.end + len(there)) or ("?" in there and "?" not in right):
        return None
    return [Piece(spot.end, spot.end + len(there), right)]


def _instead(block: Block, match: Match, spot: Spot, offer: str, *, is_name: bool) -> list[Piece]:
    """Of a retired wording, only where all of it is there, or with a word changed as a sentence of its own."""
    if match.numbers or (match.kind not in _WHOLE and (match.kind is Kind.TRUNCATED or _around(block, spot, _CLAUSE))):
        return []
    if is_alike(block.text[spot.start : spot.end], offer):
        return _pieces(block, spot, offer)
    piece = replaces_all(block.text, spot.start, spot.end, offer, is_name=is_name)
    return [piece] if piece else []


def _with_its_number(block: Block, match: Match, spot: Spot, offer: str) -> list[Piece]:
    """The right number, where the sentence is the message in all other words of content.

    `At Nordisk Tra, 91 % of …` is a fact of its own, and so may be whatever else the sentence says; `$38` is another
    one than `38 %`.
    """
    around = _around(block, spot, _SENTENCE)
    is_limited = _content(around) or limits(" ".join(around), match.wording.text)
    is_of_another_kind = any("unit" in number.what for number in match.numbers)
    if match.narrowed or match.lost or match.added or is_limited or is_of_another_kind:
        return []
    found = _pieces(block, spot, offer)
    quote = block.text[spot.start : spot.end]
    others = [piece for piece in found if not _is_number(quote, Piece(*_within(piece, spot)), match)]
    changed = [word for piece in others for word in (*_words(block.text[piece.start : piece.end]), *_words(piece.new))]
    return [] if _content(changed) or any(map(is_negation, changed)) else found


def _tells_of_another(block: Block, spot: Spot, offer: str) -> bool:
    """Whether a name takes the place of words, or any word does in a message with a number."""
    said = {fold(word) for word in _words(offer)}
    new = [
        found
        for found in _WORD.finditer(without_fields(block), spot.start, spot.end)
        if fold(found[0]) not in said and _content([found[0]])
    ]
    if any(found[0][0].isupper() and found.start() > spot.start for found in new):
        return True
    found = _pieces(block, spot, offer)
    replaced = any(_words(piece.new) and _content(_words(block.text[piece.start : piece.end])) for piece in found)
    return bool(new) and replaced and any(quantities(offer))


def _pieces(block: Block, spot: Spot, offer: str) -> list[Piece]:
    quote = block.text[spot.start : spot.end]
    fields = [(mark.start - spot.start, mark.end - spot.start) for mark in block.marks if mark.kind is Marked.MERGE]
    inside = [(start, end) for start, end in fields if start >= 0 and end <= len(quote)]
    begins = _BEGINS.search(block.text[: spot.start]) is not None
    found = pieces(quote, offer, inside, begins=begins) or []
    return [Piece(spot.start + start, spot.start + end, new) for start, end, new in found]


def _within(piece: Piece, spot: Spot) -> tuple[int, int, str]:
    return piece.start - spot.start, piece.end - spot.start, piece.new


def _is_number(quote: str, piece: Piece, match: Match) -> bool:
    """Whether a piece lies where the quote states a wrong number; another unit in words is another fact."""
    start, end, _ = piece
    for number in match.numbers:
        last = max((each.end for each in quantities(number.found)), default=len(number.found))
        figure = number.found if "qualifier" in number.what else number.found[:last]
        words = r"\s+".join(map(re.escape, figure.rstrip(".").split()))
        if any(at.start() <= start and end <= at.end() for at in re.finditer(words, quote)):
            return True
    return False


def _around(block: Block, spot: Spot, ends: re.Pattern[str]) -> list[str]:
    """The words before and after the quote in its sentence, merge fields aside; a label before a colon is none."""
    text = without_fields(block)
    return [*_words(ends.split(text[: spot.start])[-1]), *_words(ends.split(text[spot.end :])[0])]


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _content(words: list[str]) -> list[str]:
    return [word for word in words if fold(word) not in stop_words()]
