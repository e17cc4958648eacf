"""Says whether words are named and not used: told of the past or of others, quoted, or set against the right ones.

What such a sentence should say only a person knows: `Kelvaro Track (formerly Kelvaro Sense)` is right as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.derive.drift.proper import is_part_of_a_name
from generator.derive.drift.standing import is_under_rivals
from generator.drift.judging.voice import names, tells_of_rivals
from generator.drift.reading.plain import plain
from generator.drift.result import Spot, TermUse
from generator.drift.wording import Voices
from generator.model.block import Block, without_fields

_WORD = re.compile(r"[^\W\d_]+")
_STOPS = (".", "!", "?", "…")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_WAS_SAID = re.compile(
    r"[^\w\n]*(?:(?:that|this|these|those|so|det|dette|slik|das)\s(?:\w+\s)?"
    r"(?:(?:was|were|var|war(?:en)?)\s(?:once|then|long|the|true|called|in|until|till|before|back|last|what|how|our|an?"
    r"|valid|(?:19|20)\d\d|i|til|vår|sant|slik)"
    r"|(?:used to|had been|het|pleide)"
    r"|(?:is|are|er)\s(?:gone|over|history|outdated|wrong|old|no\s\w+|not\strue|historie|feil|slik vi sa"
    r"|(?:what|how)\s.*\b(?:said|called|wrote)))\b"
    r"|it\s(?:was|used to be)\s(?:(?:once|then|long|the|true|called)\b|our\s))[^\n]*",
    re.IGNORECASE,
)
"""A sentence that says of the one before that it was said at another time: `That was our line.`"""
_WILL_HOLD = re.compile(
    r"[^\w\n]*(?:that|this|it|det|dette|das|dies)\s(?:will|shall|holds|applies|starts|begins|gjelder|gilt|skal|wird)\b"
    r"[^\n]*\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Or that it is yet to come: `This will hold from 2027.`"""
_NAMED_BEFORE = re.compile(r"[^\w\n]*(?:that|this|it|they|these|those|det|den|de|das|es)\b", re.IGNORECASE)
_GONE = re.compile(
    r"\b(?:closed|discontinued|ended|withdrawn|gone|dropped|shut down|phased out|merged|history|retired"
    r"|lagt ned|avviklet|borte|stengt|eingestellt)\b",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|des|dez"
    r"|spring|summer|autumn|winter|vår|sommer|høst)\w*"
)
_LOOKS_BACK = re.compile(
    r"\b(?:used to|formerly|previously|once|was|were|been|had|called|known as|no longer|any ?more|originally"
    r"|back (?:in|then|when)"
    rf"|(?:in|until|till|before) (?:{_MONTH}\s+)?{_YEAR}|(?:old|former|earlier|previous|first) \w+"
    r"|tidligere|før i tiden|pleide å|var|het|hadde|ikke lenger|opprinnelig"
    rf"|(?:i|til|fram til|før) (?:{_MONTH}\s+)?{_YEAR}|gammelt?|gamle)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\b(?:formerly|previously|originally|once (?:called|known)|used to|known as|no longer|a\.?k\.?a"
    r"|(?:old|former) name|re(?:named?|naming|branded)|became|instead of|rather than|replac(?:es?|ed|ing)"
    r"|(?:is|are|was|were|been|so|also)[ -]called"
    r"|call(?:s|ed|ing)? (?:it|this|that|them|these|those|us (?:an?|the)|ourselves)"
    r"|(?:the|this|that) (?:word|term|name|phrase)s?\b(?! is out\b)"
    r"|(?:people|others|some|many|they|you) (?:\w+ )?(?:call(?! us\b(?! (?:an?|the)\b))|say|write)"
    r"|(?:not|never|stop|avoid|n[’']t)(?: \w+)? (?:call|say|writ|us|name|speak|talk)(?:e|ing)?"
    rf"|(?:until|till|before) (?:{_MONTH}\s+)?{_YEAR}"
    r"|tidligere|opprinnelig|pleide å|het|kalte|kalles|omdøpt|i stedet for|ikke lenger|(?:ordet|navnet|begrepet)"
    r"|(?:ikke|aldri)(?: \w+)? (?:kall|si|skriv|bruk)\w*|(?:si|skriv|bruk|kall)(?: \w+)? (?:ikke|aldri))\b",
    re.IGNORECASE,
)
"""A word is not used where its sentence says that it is one."""
_WAS = re.compile(r"\b(?:was|were|had|var|hadde|(?:old|former|earlier|previous) \w+)\b", re.IGNORECASE)
"""A name belongs to its time; a word does not: `The hotline was busy` may be told in today's word."""
_SAID_BY = re.compile(
    r"\b(?:says|said|writes|wrote(?! off)|according to|sier|sa|sagt|skriver|skrev|forteller|ifølge|sagte"
    r"|schreibt|laut)\b",
    re.IGNORECASE,
)
_SAYS_ITSELF = re.compile(r"\|\s*(?:says?|sier)\b", re.IGNORECASE)
"""A thing that says something is nobody: `Your time sheet says when you came.`"""
_DATED = re.compile(rf"(?<!since )(?<!siden )(?<!© )(?<!seit )\b{_YEAR}\b(?![%‰]|\s?[%‰])", re.IGNORECASE)
_OR = r"\W*(?:\b(?:or|and|eller|og|oder|und)\W+)?(?:\b(?:an?|the|en|et|ei)\W+)?"
_STRUCK = r"[✗✘✖❌❎🚫⛔👎]"
_SET_ASIDE = (
    r"(?:old|before|was|then|wrong|bad|avoid|never|not|don[’']?ts?|do not|instead of|rather than|former(?:ly)?"
    r"|previous(?:ly)?|earlier|outdated|retired|discontinued|deprecated|incorrect|gammelt?|gamle|før|var|feil|galt|unngå|aldri|ikke"
    r"|tidligere|utgått|alt|früher|falsch|nicht"
    r"|(?:(?:our|the|common|vårt|unser) )?(?:goals?|targets?|aims?|vision|myths?|objections?|misconceptions?|mål|myter?"
    r"|innvending(?:er)?|ziele?|mythos|einwand))"
)
_LABEL = re.compile(
    rf"(?:\A|[\n.!?;:(])[^\w\n]*{_SET_ASIDE}(?: \w+)?(?:\s*[:–—→=-][^\w\n]*\Z|\s?[:→][^\n]*\Z)", re.IGNORECASE
)
"""Before what is set apart: `Old: …`, `Avoid: call the …`."""
_LABEL_ALONE = re.compile(
    rf"\W*(?:{_SET_ASIDE}(?: \w+)?|(?:(?:{_MONTH}|q[1-4]|\d+)\W+)*{_YEAR}(?:\W+\d+)*)\W*", re.IGNORECASE
)
_SIGN = re.compile(rf"{_STRUCK}[^\n✓✔✅]*\Z")
_OVER = re.compile(
    r"\b(?:discontinued|deprecated|archived?|former(?:ly)?|previous(?:ly)?|outdated|superseded|withdrawn|retired|obsolete"
    r"|change ?log|release notes|our history|(?:to|we|not) avoid|utgått|utgåtte|arkiv|historien vår|tidligere|unngå)\b"
    r"|\b(?:(?:we|you|they) (?:used to|dropped|gave up|once)|no longer|goals?|targets?|next year|vi sa før|mål for"
    r"|ziele für|through the years"
    r"|(?:19|20)\d\d|(?:prices?|pricing|priser?|preise?) (?:in|for|i|für) (?!you\b|all\b|every|alle\b|deg\b)\w+)\b"
    r"|\A\W*history\b|\b(?:words|terms|names|phrases|claims) (?:we|you) (?:never|do not|don[’']t|used to)\b",
    re.IGNORECASE,
)
_SPECIAL = re.compile(
    r"\b(?:special|agreed|exclusive|discount\w*|negotiated|members?|partners?|individual|avtalt|spesial\w*|rabatt\w*"
    r"|medlemm\w*|vereinbart\w*|sonder\w*|mitglied\w*)\b",
    re.IGNORECASE,
)
"""In what leads up to a price or a promise, they say that it is not for all."""
_HEADING = re.compile(r"h[1-6]")
_QUOTATION = re.compile(
    r"“[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|«[^»]*(?:»|\Z)|»[^«»]*«|(?<![\w\"])\"[^\"]*(?:\"|\Z)|‘(?:[^’]|’(?=\w))*’"
)
_POSSESSIVE = re.compile(r"(?<!\w)([A-ZÆØÅÄÖÜ][\w-]*)(?:['’]s|s['’])\s+(?:(?!our\b|the\b|an?\b|your\b)\w+\s+)?\Z")
_IS = frozenset({"It", "That", "What", "Here", "There", "Let", "Who", "He", "She", "Where", "How", "This", "Today"})
"""What an apostrophe follows on that owns nothing: `It's`."""


def looks_back(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is told of the past: `We used to be the …`."""
    return _LOOKS_BACK.search(_sentence_around(text, start, end)) is not None


def turns_back(quote: str, offer: str) -> bool:
    """Whether the quote itself tells of the past what it should say of today: `was live` for `is live`."""
    said, right = ({word.casefold() for word in _WORD.findall(text)} for text in (quote, offer))
    was = {word for word in said - right if word.endswith("ed") and {word[:-1], word[:-2], f"{word[:-2]}s"} & right}
    now = {found[0].casefold() for found in _LOOKS_BACK.finditer(offer)}
    return bool(was) or any(found[0].casefold() not in now for found in _LOOKS_BACK.finditer(quote))


def is_sentence_named(blocks: Sequence[Block], spot: Spot, offer: str, voices: Voices) -> bool:
    """Whether a sentence stands there as somebody else's, or as what was said at another time or is not to be said."""
    text = blocks[spot.block].text
    around = _sentence_around(text, spot.start, spot.end)
    if _is_set_apart(blocks, spot) or looks_back(text, spot.start, spot.end) or _DATED.search(around):
        return True
    behind = _next_sentence(text, spot.end)
    if _WAS_SAID.match(behind) or _WILL_HOLD.match(behind):
        return True
    if _NAMED_BEFORE.match(behind) and names(behind, voices.rivals):
        return True
    if not tells_of_rivals(offer, voices) and is_under_rivals(blocks, spot, voices):
        return True
    return _SAID_BY.search(around) is not None or (
        tells_of_rivals(around, voices) and not tells_of_rivals(offer, voices)
    )


def is_word_named(blocks: Sequence[Block], use: TermUse, spot: Spot, voices: Voices) -> bool:
    """Whether a word is spoken of, is in a name of something else, or belongs to somebody else.

    So it is beside the word that is to be used: `not a hotline but a duty desk`.
    """
    text = blocks[spot.block].text
    around = _sentence_around(text, spot.start, spot.end)
    said_by = _SAID_BY.search(_SAYS_ITSELF.sub("|", around))
    if _is_set_apart(blocks, spot) or _NAMES.search(around) or said_by:
        return True
    if (
        _stands_beside(use, around)
        or _is_of_rivals(use, around, voices)
        or is_part_of_a_name(blocks[spot.block], spot, use.term)
    ):
        return True
    if is_under_rivals(blocks, spot, voices) or _is_named_next(use, _next_sentence(text, spot.end)):
        return True
    owner = _POSSESSIVE.search(text, 0, spot.start)
    if owner and owner[1] not in _IS and not text[: owner.end(1)].endswith(voices.own):
        return True
    is_name = any(word[:1].isupper() for word in use.term.use.split())
    return is_name and bool(_WAS.search(around) or _DATED.search(around))


def _is_of_rivals(use: TermUse, around: str, voices: Voices) -> bool:
    """Whether the sentence tells of rivals in other words than those to avoid: `vendor` is what some call them."""
    words = re.compile("|".join(map(re.escape, use.term.not_)), re.IGNORECASE)
    return tells_of_rivals(words.sub("", around), voices)


def _stands_beside(use: TermUse, around: str) -> bool:
    """Whether the sentence has the right word elsewhere, or another that it would become: `hotline or call centre`."""
    right = rf"(?<!\w){re.escape(use.term.use)}s?(?!\w)"
    if re.search(right, around, re.NOFLAG if use.term.exact_case else re.IGNORECASE):
        return True
    found = plain(use.found).text.casefold()
    if plain(use.term.use).text.casefold() in found:
        return False  # in wrong capitals alone
    others = (each for each in use.term.not_ if plain(each).text.casefold() not in found)
    return any(
        re.search(rf"\|{_OR}{re.escape(each)}s?(?!\w)|(?<!\w){re.escape(each)}s?{_OR}\|", around, re.IGNORECASE)
        for each in others
    )


def _is_set_apart(blocks: Sequence[Block], spot: Spot) -> bool:
    """Whether it is in a quotation, or stands under or behind a label by which it is not what we say today."""
    block = blocks[spot.block]
    quotations = _QUOTATION.finditer(without_fields(block))
    if block.quoted or any(each.start() < spot.end and spot.start < each.end() for each in quotations):
        return True
    before = _SENTENCE_END.split(block.text[: spot.start])[-1]
    if _LABEL.search(before) or _SIGN.search(before) or _LABEL_ALONE.fullmatch(block.head):
        return True
    if spot.block and _LABEL_ALONE.fullmatch(blocks[spot.block - 1].text):
        return True
    above = (one for one in reversed(blocks[: spot.block]) if _HEADING.fullmatch(one.element))
    heading = next(above, None)
    if heading is not None and (_LABEL_ALONE.fullmatch(heading.text) or _OVER.search(heading.text)):
        return True
    lead = blocks[spot.block - 1].text if spot.block else ""
    return lead.rstrip().endswith(":") and _SPECIAL.search(lead) is not None


def _is_named_next(use: TermUse, following: str) -> bool:
    """Whether the next sentence speaks of the word as one, of its end, or in the right word: `It is called … now.`"""
    if not _NAMED_BEFORE.match(following):
        return False
    is_told = _NAMES.search(following) or _GONE.search(following)
    return is_told is not None or _stands_beside(use, following)


def _sentence_around(text: str, start: int, end: int) -> str:
    """What stands in the same sentence before and after the quote."""
    before = _SENTENCE_END.split(text[:start])[-1]
    is_ended = text[start:end].endswith(_STOPS) and text[end : end + 1].isspace()
    return f"{before} | {'' if is_ended else _SENTENCE_END.split(text[end:])[0]}"


def _next_sentence(text: str, end: int) -> str:
    """The sentence behind the one that the quote is in."""
    ended = _SENTENCE_END.search(text, max(0, end - 1))
    return _SENTENCE_END.split(text[ended.end() :])[0] if ended else ""
