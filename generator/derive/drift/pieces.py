"""Says which characters of a quote have to change so that it says what it should, and no more than those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.derive.drift.capitals import Piece, with_capitals
from generator.derive.drift.spelled import differing
from generator.drift.numbers.amount import Quantity
from generator.drift.numbers.qualifier import bound_after, bound_before
from generator.drift.numbers.quantity import quantities
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold

ALIKE = 0.8
"""A quote less like what it should say than this is a paraphrase, which a person should rewrite."""
NAME_WORDS = 3
"""What has no more words and no full stop may be a name, which stands anywhere in a sentence."""
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_FIGURE = re.compile(r"\d[\d.,'’\u00a0\u202f\u2009 ]*(?<![.,'’\u00a0\u202f\u2009 ])")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "‐": "-"})
_PLUS = re.compile(r"\d[^\W\d]*\+")
_STOPS = frozenset(".!?…:")
_FIELD = "\0"
_NEXT_SENTENCE = re.compile(r"\s+\S")
_BOUNDS = re.compile(r"[^\w\s,;]\s*\Z|\n\s*\Z|\A\s*\Z")
_BOUNDS_AFTER = re.compile(r"\s*(?:[^\w\s,;]|\n|\Z)")
_BEGINS = re.compile(r"(?:\A|[.!?…]\s|\n)[^\w,;]*\Z")


class _Token(NamedTuple):
    start: int
    end: int
    key: str
    number: Quantity | None = None

    @property
    def is_word(self) -> bool:
        return self.number is not None or self.key[0].isalnum()


def pieces(
    quote: str, offer: str, fields: Sequence[tuple[int, int]] = (), *, begins: bool = True
) -> list[Piece] | None:
    """What to put in place of which characters; None where that is not plain.

    So it is where a merge field among the words may stand for any of them, and where it is not known which words take a
    capital. Quotation marks, white space, the notation of a number and capitals that no change touches may stay
    as they are. `fields` are merge fields of the quote: they stay too. `begins`: whether the quote begins a sentence.
    """
    mine, theirs = _tokens(quote, fields), _tokens(offer)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, [t.key for t in mine], [t.key for t in theirs], autojunk=False)
    same: list[tuple[_Token, _Token, bool]] = []
    is_changed = False
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(mine[a:b], theirs[c:d], strict=True):
                same.append((one, other, is_changed))
                is_changed = is_changed and not one.is_word  # the first word behind the change alone
            continue
        if any(token.key == _FIELD for token in mine[a:b]):
            if any(token.is_word for token in mine[a:b] if token.key != _FIELD):
                return None
            continue
        is_begun = any(token.key in _STOPS for token in (*mine[a:b], *theirs[c:d]))
        is_changed = is_begun or not any(token.is_word for token in theirs[:d])
        if b - a == d - c:
            pairs = zip(mine[a:b], theirs[c:d], strict=True)
            found += [_one_for_one(quote, offer, one, other) for one, other in pairs if not _is_same(one, other)]
        else:
            start = mine[a].start if a < len(mine) else len(quote)
            new = "".join(offer[t.start : t.end] for t in theirs[c:d])
            found.append(Piece(start, mine[b - 1].end if b > a else start, new))
    kept = [((one.start, one.end), (other.start, other.end), is_beside) for one, other, is_beside in same]
    return with_capitals(quote, offer, _side_by_side(found), kept, begins=begins)


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
    """Words, white space and signs; a number with its unit and all that bounds it, and a merge field, are one each."""
    whole = [_Token(start, end, _FIELD) for start, end in fields]
    numbers = (_number(text, number) for number in quantities(text))
    whole += [n for n in numbers if all(n.end <= start or end <= n.start for start, end in fields)]
    found: list[_Token] = []
    position = 0
    for token in sorted(whole, key=lambda each: each.start):
        found += _plain(text, position, token.start)
        found.append(token._replace(start=max(position, token.start)))
        position = token.end
    return [*found, *_plain(text, position, len(text))]


def _plain(text: str, start: int, end: int) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text, start, end):
        key = " " if found[0].isspace() else found[0].translate(_SAME).casefold()
        yield _Token(*found.span(), key)


def _number(text: str, number: Quantity) -> _Token:
    """The number with the words and signs that bound it, without a full stop that ends its sentence."""
    start = bound_before(text, number.start).start
    end = max(number.end + len(bound_after(text, number.end)), number.behind[1])
    if text[end - 1] == "." and _NEXT_SENTENCE.match(text, end) and not text[end:].lstrip()[0].islower():
        end -= 1
    bound = "".join(text[start : number.start].split()) + "#" + "".join(text[number.end : end].split())
    plus = number.sign + "+" * bool(_PLUS.search(text, start, end))
    values = f"{max(number.low)}-{max(number.high)}{number.unit}"
    return _Token(start, end, f"#{values}{number.qualifier}{plus}{bound.casefold()}", number)


def _is_same(one: _Token, other: _Token) -> bool:
    """Whether nothing is to be written: of two numbers, also where a `+` stands for the words that bound one."""
    if one.number is None or other.number is None:
        return one.key == other.key
    is_plus = one.number.is_worded != other.number.is_worded and not (one.number.sign or other.number.sign)
    return one.key == other.key or (is_plus and not one.number.differs(other.number))


def _one_for_one(quote: str, offer: str, one: _Token, other: _Token) -> Piece:
    """The other word in place of the one; of two numbers just the figures, where nothing else differs."""
    whole = Piece(one.start, one.end, offer[other.start : other.end])
    if one.number is None or other.number is None:
        return whole
    whole = Piece(*differing(quote, *whole))
    wrong, right = (
        list(_FIGURE.finditer(text)) for text in (quote[one.start : one.end], offer[other.start : other.end])
    )
    if len(wrong) != 1 or len(right) != 1:
        return whole
    start, end = (one.start + at for at in wrong[0].span())
    changed = quote[:start] + right[0][0] + quote[end:]
    again = next((n for n in quantities(changed) if n.start <= start < n.end), None)
    is_right = again and _equal(again, other.number) and _number(changed, again).key == other.key
    return Piece(start, end, right[0][0]) if is_right else whole


def _equal(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are read alike in every way: `1,200k` may be 1,200 and is not to be written for it."""
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def is_alike(quote: str, offer: str) -> bool:
    """Whether one is the other with a few words changed, so that the rest can stay as it is written."""
    mine, theirs = ([token.key for token in _tokens(text)] for text in (quote, offer))
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= ALIKE


def replaces_all(text: str, start: int, end: int, offer: str, *, is_name: bool) -> Piece | None:
    """What to write for `text[start:end]` as a whole; None inside a sentence that would no longer read.

    A name of a few words fits in anywhere; a sentence only where one stood.
    """
    quote = text[start:end]
    alone = _BOUNDS.search(text[:start]) and _BOUNDS_AFTER.match(text, end)
    if is_name and max(len(quote.split()), len(offer.split())) <= NAME_WORDS:
        return Piece(start, end, offer)
    if not alone:
        return None
    if quote[0].isupper() or not offer[0].isupper() or _BEGINS.search(text[:start]):
        return Piece(start, end, offer)
    is_plain = fold(offer.split(maxsplit=1)[0]) in stop_words()
    return Piece(start, end, offer[0].lower() + offer[1:]) if is_plain else None
