"""Says which characters of a quote have to change so that it says what it should, and no more than those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.quantity import quantities
from generator.drift.reading.commonness import stop_words

ALIKE = 0.8
"""A quote less like what it should say than this is a paraphrase, which a person should rewrite."""
NAME_WORDS = 3
"""What has no more words and no full stop may be a name, which stands anywhere in a sentence."""
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_FIGURE = re.compile(r"\d[\d.,'’\u00a0\u202f\u2009 ]*(?<![.,'’\u00a0\u202f\u2009 ])")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "‐": "-"})
_FIELD = "\0"
_BOUNDS = re.compile(r"[^\w\s]\s*\Z|\n\s*\Z|\A\s*\Z")
_BOUNDS_AFTER = re.compile(r"\s*(?:[^\w\s]|\n|\Z)")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_LOOKS_BACK = re.compile(
    r"\b(?:used to|formerly|previously|once|was|were|been|had|called|known as|no longer|any ?more|originally"
    r"|back (?:in|then|when)"
    r"|(?:in|until|till|before) (?:19|20)\d\d|(?:old|former|earlier|previous|first) \w+"
    r"|tidligere|før i tiden|pleide å|var|het|hadde|ikke lenger|opprinnelig|(?:i|til|fram til|før) (?:19|20)\d\d"
    r"|gammelt?|gamle)\b",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """Characters `start` to `end` of a quote become `new`."""

    start: int
    end: int
    new: str


class _Token(NamedTuple):
    start: int
    end: int
    key: str
    number: Quantity | None = None


def pieces(quote: str, offer: str, fields: Sequence[tuple[int, int]] = ()) -> list[Piece] | None:
    """What to put in place of which characters; None where a merge field among them may stand for any of the words.

    Case, quotation marks, white space and the notation of a number may stay as they are. `fields` are merge fields
    of the quote: they stay too.
    """
    mine, theirs = _tokens(quote, fields), _tokens(offer)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, [t.key for t in mine], [t.key for t in theirs], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if any(token.key == _FIELD for token in mine[a:b]):
            if any(token.key[0].isalnum() or token.number for token in mine[a:b] if token.key != _FIELD):
                return None
            continue
        if b - a == d - c:
            pairs = zip(mine[a:b], theirs[c:d], strict=True)
            found += [_one_for_one(quote, offer, one, other) for one, other in pairs if one.key != other.key]
        else:
            start = mine[a].start if a < len(mine) else len(quote)
            new = "".join(offer[t.start : t.end] for t in theirs[c:d])
            found.append(Piece(start, mine[b - 1].end if b > a else start, new))
    return _side_by_side(found)


def _side_by_side(found: list[Piece]) -> list[Piece]:
    """Pieces that touch are one."""
    runs: list[Piece] = []
    for piece in found:
        if runs and runs[-1].end == piece.start:
            runs[-1] = Piece(runs[-1].start, piece.end, runs[-1].new + piece.new)
        else:
            runs.append(piece)
    return runs


def _tokens(text: str, fields: Sequence[tuple[int, int]] = ()) -> list[_Token]:
    """Words, white space and signs; a number with its unit and a merge field are one each."""
    whole = [_Token(start, end, _FIELD) for start, end in fields]
    numbers = (_Token(n.start, n.end, _number_key(text, n), n) for n in quantities(text))
    whole += [n for n in numbers if all(n.end <= start or end <= n.start for start, end in fields)]
    found: list[_Token] = []
    position = 0
    for token in sorted(whole):
        found += _plain(text, position, token.start)
        found.append(token)
        position = token.end
    return [*found, *_plain(text, position, len(text))]


def _plain(text: str, start: int, end: int) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text, start, end):
        key = " " if found[0].isspace() else found[0].translate(_SAME).casefold()
        yield _Token(*found.span(), key)


def _number_key(text: str, number: Quantity) -> str:
    bound = "+" if text[number.end - 1] == "+" else ""
    return f"#{max(number.low)}-{max(number.high)}{number.unit}{bound}"


def _one_for_one(quote: str, offer: str, one: _Token, other: _Token) -> Piece:
    """The other word in place of the one; of two numbers just the figures, where nothing else differs."""
    whole = Piece(one.start, one.end, offer[other.start : other.end])
    if one.number is None or other.number is None:
        return whole
    wrong, right = (list(_FIGURE.finditer(text)) for text in (quote[one.start : one.end], whole.new))
    if len(wrong) != 1 or len(right) != 1:
        return whole
    start, end = (one.start + at for at in wrong[0].span())
    changed = quote[:start] + right[0][0] + quote[end:]
    again = next((n for n in quantities(changed) if n.start == one.start), None)
    return Piece(start, end, right[0][0]) if again and _equal(again, other.number) else whole


def _equal(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are read alike in every way: `1,200k` may be 1,200 and is not to be written for it."""
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def is_alike(quote: str, offer: str) -> bool:
    """Whether one is the other with a few words changed, so that the rest can stay as it is written."""
    mine, theirs = ([token.key for token in _tokens(text)] for text in (quote, offer))
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= ALIKE


def looks_back(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is told of the past: `We used to be the …`."""
    return _LOOKS_BACK.search(_sentence_around(text, start, end)) is not None


def replaces_all(text: str, start: int, end: int, offer: str, *, is_name: bool) -> Piece | None:
    """What to write for `text[start:end]` as a whole; None inside a sentence that would no longer read.

    A name of a few words fits in anywhere; a sentence only where one stood.
    """
    quote = text[start:end]
    alone = _BOUNDS.search(text[:start]) and _BOUNDS_AFTER.match(text, end)
    if not alone and not (is_name and max(len(quote.split()), len(offer.split())) <= NAME_WORDS):
        return None
    is_plain = offer.split(maxsplit=1)[0].casefold() in stop_words()
    return Piece(start, end, offer[0].lower() + offer[1:] if quote[0].islower() and is_plain else offer)


def _sentence_around(text: str, start: int, end: int) -> str:
    """What stands in the same sentence before and after the quote."""
    before = _SENTENCE_END.split(text[:start])[-1]
    after = _SENTENCE_END.split(text[end:])[0]
    return f"{before} | {after}"
