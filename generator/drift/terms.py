"""Finds names and words that should no longer be used, as whole words, outside addresses and approved wordings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.drift.inflection import Inflection, inflected, inflection
from generator.drift.reading.fold import one_line
from generator.drift.reading.plain import plain
from generator.drift.result import Spot, TermUse
from generator.drift.sheet import Sheet
from generator.drift.wording import Term
from generator.model.block import Block, Kind

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}+@[\w-]{1,63}+\.\w[\w.-]*"
    r"|\b[\w-]{1,63}+(?:\.[\w-]{1,63}+){0,9}\.(?:com|org|net|io|dev|eu|de)\b\S*"
)
"""No name before an `@` has more than 64 letters, and none between two dots more than 63."""
_POSSESSIVE = r"(?:['’]s)?"
_ARTICLE = re.compile(r"(?<![\w-])(an?)([ \u00a0])\Z", re.IGNORECASE)
_TAKES_AN = re.compile(
    r"(?!one\b|once\b|eu)(?:[aeio]|u(?!n[ai]|s[aeiu]|r[aio]|t[aeio])|h(?:our|onest|onou?r|eir))", re.IGNORECASE
)
_MARKS = r"(?:\s?(?:[®™©℠]|\((?:R|TM|C)\))|[²³¹⁰⁴-⁹]{1,2})*"
"""Trade marks and the marks of footnotes, which are no part of a name."""
_BETWEEN = rf"{_MARKS}(?:\s+|\s?[-‐‑–]\s?)"
_BROKEN = r"(?:[-‐‑][ \t]*\r?\n\s*|[\x02\ufffe]\s*)"
"""Parts a word at a line end; a PDF's own hyphens are none of its text."""
_REACH = 4
"""Characters looked at for each of a term: accents may be parted, and letters by soft hyphens."""
_CELLS = frozenset({"td", "th", "cell"})
"""Each says something of its own: what stands in two of them is no name, in two lines of one it is."""
_FOOTED = 4
"""Letters of a word behind which a raised digit is the mark of a footnote: `m²` and `CO²` are other words."""


@dataclass(frozen=True, slots=True)
class _Form:
    term: Term
    written: str
    pattern: re.Pattern[str]
    inflection: Inflection
    firsts: tuple[str, ...]


class TermBook:
    """All terms, prepared."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._forms = [form for term in sorted(terms, key=lambda t: (t.use, t.not_)) for form in _forms(term)]
        self._forms.sort(key=lambda form: (-len(form.written), form.written))
        self._reach = 40 + _REACH * max((len(form.written) for form in self._forms), default=0)

    @property
    def first_words(self) -> list[str]:
        """The first word of every form, of a term of one word all that it may be inflected to, to look for."""
        return sorted({word for form in self._forms for word in form.firsts})

    def uses(
        self, sheet: Sheet, blocks: Sequence[Block], places: Sequence[int], approved: Sequence[tuple[int, int]]
    ) -> list[TermUse]:
        """Uses at `places`, the characters where a first word starts, but not within `approved` spans."""
        addresses = [found.span() for found in _ADDRESS.finditer(sheet.text)] if places else []
        spared = sorted([*addresses, *approved])
        found: list[TermUse] = []
        end = 0
        for place in places:
            sought = place >= end and not _within(place, spared)
            use = self._use_at(sheet, blocks, place) if sought else None
            if use is not None:
                found.append(use)
                end = place + use.spot.end - use.spot.start
        return found

    def _use_at(self, sheet: Sheet, blocks: Sequence[Block], place: int) -> TermUse | None:
        read = plain(sheet.text, max(0, place - 1), place + self._reach)
        at = read.at(place)
        for form in self._forms:
            found = form.pattern.match(read.text, at)
            if found and not _is_right(form, found):
                spot, *others = sheet.spots(place, read.ends[found.end() - 1])
                in_cells = any(blocks[each.block].element in _CELLS for each in (spot, *others))
                if in_cells and not all(blocks[each.block].broken for each in others):
                    return None
                said = _as_read(found, 0)
                if _is_marked(blocks[spot.block], spot) or _is_set_in_capitals(form, said, blocks[spot.block]):
                    return None
                offer, fits = _offer(form, found)
                use = TermUse(form.term, said, offer, spot, blocks[spot.block].shown, fits=fits)
                return _with_article(sheet, place, use)
        return None


def _forms(term: Term) -> list[_Form]:
    """The words to avoid in any form; a name in wrong capitals only as it is, as `Kelvaro tracks` may be a verb."""
    forms = [_form(term, plain(each).text.strip()) for each in term.not_ if each.strip()]
    return [*forms, *([_form(term, plain(term.use).text.strip(), is_name=True)] if term.exact_case else [])]


def _form(term: Term, written: str, *, is_name: bool = False) -> _Form:
    """A word of everyday within a compound is another word: `lead-in`, `mis-lead`; a name stays the name."""
    *words, last = re.split(r"[\s-]+", written)
    forms = Inflection(last, "", ()) if is_name else inflection(last, term.language)
    part = "‐‑-" if written.islower() else ""
    ending = rf"(?P<ending>{_POSSESSIVE if is_name else forms.pattern})"
    name = _BETWEEN.join(f"({_letters(word)})" for word in (*words, forms.stem))
    letter = r"[^\W²³¹⁰⁴-⁹]" if len(last) >= _FOOTED else r"\w"
    goes_on = f"{letter}|[{part}]" if part else letter
    pattern = rf"(?<![\w@#/{part}])(?P<term>{name}){ending}(?!{goes_on})(?!\.\w)"
    firsts = forms.words if not words else words[:1]
    starts = (re.split(r"\W", word)[0] for word in firsts)
    return _Form(term, written, re.compile(pattern, re.IGNORECASE), forms, tuple(filter(None, starts)))


def _letters(word: str) -> str:
    """A word as a pattern that a line end may part between any two letters."""
    parts = re.split(r"(?<=[^\W_])(?=[^\W_])", word)
    return f"{_BROKEN}?".join(map(re.escape, parts))


def _as_read(found: re.Match[str], end: int | str) -> str:
    """What a reader reads up to the end of that group, in one line, each word in one piece."""
    text, at = "", found.start()
    for start, stop in found.regs[2:-1]:
        text += found.string[at:start] + re.sub(_BROKEN, "", found.string[start:stop])
        at = stop
    return one_line(text + found.string[at : found.end(end)])


def _is_right(form: _Form, found: re.Match[str]) -> bool:
    """Whether the words found are the term itself as it should be written, a trade mark inside or none."""
    use, said = plain(form.term.use).text, _as_read(found, "term")
    is_other_word = form.term.exact_case and said.islower() and not form.written.islower()
    if said == use or (is_other_word and not _is_in_other_capitals(form)):  # `pulse` is not the old name `Pulse`
        return True
    return _is_in_other_capitals(form) and one_line(re.sub(_MARKS, "", _as_read(found, 0))).startswith(use)


def _is_set_in_capitals(form: _Form, found: str, block: Block) -> bool:
    """Whether it is the term itself in a line that is all capitals, as headlines are set."""
    return _is_in_other_capitals(form) and found.isupper() and block.text.isupper()


def _is_in_other_capitals(form: _Form) -> bool:
    """Whether it is the term itself, perhaps with capitals to avoid: `Github` of `GitHub`."""
    return form.written.casefold() == plain(form.term.use).text.strip().casefold()


def _offer(form: _Form, found: re.Match[str]) -> tuple[str, bool]:
    """The term to use, with the capitals and in the form of what stands there, and whether it is that form."""
    use = form.term.use
    words = re.findall(r"[^\W\d_]+", found[1])
    if len(words) > 1 and form.written.islower() and all(word[0].isupper() for word in words):
        use = re.sub(r"(?<!\w)[^\W\d_]", lambda first: first[0].upper(), use)
    elif found[0][0].isupper() and form.written[0].islower():
        use = use[0].upper() + use[1:]
    offer, fits = inflected(use, found["ending"], form.inflection)
    is_in_capitals = found["term"].isupper() and len(found["term"]) > 1 and not form.written.isupper()
    return (offer.upper() if is_in_capitals and not form.term.exact_case else offer), fits


def _with_article(sheet: Sheet, place: int, use: TermUse) -> TermUse:
    """The use together with the article before it, where another one must stand before the offer: `an enquiry`."""
    article = _ARTICLE.search(sheet.text, max(0, place - 4), place)
    now, then = (_TAKES_AN.match(word) is not None for word in (use.found, use.offer))
    if article is None or now == then or now != (len(article[1]) > 1) or use.found.isupper() or use.offer.isupper():
        return use
    spot = replace(use.spot, start=use.spot.start - len(article[0]))
    offer = f"{article[1][0]}{'n' * then}{article[2]}{use.offer}"
    return replace(use, found=f"{article[0]}{use.found}", offer=offer, spot=spot)


def _is_marked(block: Block, spot: Spot) -> bool:
    """Whether it stands in code, an address or a merge field, where names are not the seller's choice."""
    kinds = (Kind.CODE, Kind.ADDRESS, Kind.MERGE)
    return any(mark.kind in kinds and mark.start < spot.end and spot.start < mark.end for mark in block.marks)


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(spans, (place + 1, -1)) - 1
    return any(start <= place < end for start, end in spans[max(0, index - 3) : index + 1])
