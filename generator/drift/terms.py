"""Finds names and words that should no longer be used, as whole words, outside addresses and approved wordings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.drift.result import Spot, TermUse
from generator.drift.sheet import Sheet
from generator.drift.wording import Term
from generator.model.block import Block, Kind

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w[\w.-]*|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|eu|de)\b\S*"
)
_ENDING = r"(?:['’]s|s['’]?|es)?"
_POSSESSIVE = r"(?:['’]s)?"
_ARTICLE = re.compile(r"(?<![\w-])(an?)([ \u00a0])\Z", re.IGNORECASE)
_TAKES_AN = re.compile(
    r"(?!one\b|once\b|eu)(?:[aeio]|u(?!n[ai]|s[aeiu]|r[aio]|t[aeio])|h(?:our|onest|onou?r|eir))", re.IGNORECASE
)
_BETWEEN = r"(?:[\s\u00a0]+|\s?[-‐‑–]\s?)"


@dataclass(frozen=True, slots=True)
class _Form:
    term: Term
    written: str
    pattern: re.Pattern[str]


class TermBook:
    """All terms, prepared."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._forms = [form for term in sorted(terms, key=lambda t: (t.use, t.not_)) for form in _forms(term)]
        self._forms.sort(key=lambda form: (-len(form.written), form.written))

    @property
    def first_words(self) -> list[str]:
        """The first word of every form, in the singular and plural, to look for."""
        firsts = {re.split(r"[\s\W]+", form.written.strip())[0] for form in self._forms}
        return sorted({word + ending for word in firsts if word for ending in ("", "s", "es")})

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
        for form in self._forms:
            found = form.pattern.match(sheet.text, place)
            if found and not _is_right(form, found[0]):
                spot = sheet.spots(place, found.end())[0]
                if _is_marked(blocks[spot.block], spot) or _is_set_in_capitals(form, found[0], blocks[spot.block]):
                    return None
                return _with_article(
                    sheet, place, TermUse(form.term, found[0], _offer(form, found), spot, blocks[spot.block].shown)
                )
        return None


def _forms(term: Term) -> list[_Form]:
    """The words to avoid in any form; a name in wrong capitals only as it is, as `Kelvaro tracks` may be a verb."""
    forms = [_Form(term, each, _pattern(each, _ENDING)) for each in term.not_ if each.strip()]
    return [*forms, *([_Form(term, term.use, _pattern(term.use, _POSSESSIVE))] if term.exact_case else [])]


def _pattern(written: str, ending: str) -> re.Pattern[str]:
    """A word of everyday within a compound is another word: `lead-in`, `mis-lead`; a name stays the name."""
    words = [re.escape(word) for word in re.split(r"[\s-]+", written.strip())]
    part = "‐‑-" if written.islower() else ""
    return re.compile(rf"(?<![\w@#/{part}])({_BETWEEN.join(words)})({ending})(?![\w{part}])(?!\.\w)", re.IGNORECASE)


def _is_right(form: _Form, found: str) -> bool:
    """Whether the words found are the term itself as it should be written."""
    return _is_in_other_capitals(form) and " ".join(found.split()).startswith(form.term.use)


def _is_set_in_capitals(form: _Form, found: str, block: Block) -> bool:
    """Whether it is the term itself in a line that is all capitals, as headlines are set."""
    return _is_in_other_capitals(form) and found.isupper() and block.text.isupper()


def _is_in_other_capitals(form: _Form) -> bool:
    """Whether it is the term itself, perhaps with capitals to avoid: `Github` of `GitHub`."""
    return form.written.casefold() == form.term.use.casefold()


def _offer(form: _Form, found: re.Match[str]) -> str:
    """The term to use, with the capitals, and the plural or possessive ending, of what stands there."""
    offer = _inflected(form, found)
    is_in_capitals = found[1].isupper() and len(found[1]) > 1 and not form.written.isupper()
    return offer.upper() if is_in_capitals and not form.term.exact_case else offer


def _inflected(form: _Form, found: re.Match[str]) -> str:
    use = form.term.use
    words = re.findall(r"[^\W\d_]+", found[1])
    if len(words) > 1 and form.written.islower() and all(word[0].isupper() for word in words):
        use = re.sub(r"(?<!\w)[^\W\d_]", lambda first: first[0].upper(), use)
    elif found[0][0].isupper() and form.written[0].islower():
        use = use[0].upper() + use[1:]
    plural = re.match(r"e?s", found[2], re.IGNORECASE)
    if plural is None:
        return use + found[2]
    mark = found[2][plural.end() :]
    if re.search(r"[^aeiou]y$", use):
        return f"{use[:-1]}ies{mark}"
    return use + ("es" if re.search(r"(?:[sxz]|ch|sh)$", use) else "s") + mark


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
