"""Reads what bounds a number (`more than`, `up to`, `about`) and what denies a sentence."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from generator.drift.numbers.figure import word_value
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold
from generator.drift.reading.hesitation import SOUNDS

ONLY = frozenset({"only", "just", "bare", "kun", "nur"})
"""Make less of what follows; before a number, no more than that."""
_AT_MOST = (
    r"up to|at (?:the (?:very )?)?most|no more than|not more than|(?<!no )(?<!not )(?:less|fewer) than|under|below"
    r"|(?:an? |the )?maximum of|as much as|as many as"
    r"|maximum|max\.?|<=?|≤|bis zu|höchstens|maximal|nicht mehr als|(?<!nicht )weniger als"
    r"|jusqu['’]à|hasta|fino a|tot"
    r"|inntil|opptil|opp til|maks\.?|maksimalt|høyst|(?<!ikke )(?:mindre|færre) enn|ikke (?:mer|flere) enn"
)
_AT_LEAST = (
    r"as (?:little|few) as|more than|over|at (?:the (?:very )?)?least|not? (?:less|fewer) than|upwards of|in excess of"
    r"|north of|exceeding|greater than|above|beyond|(?:an? |the )?minimum of|minimum|min\.?|>=?|≥"
    r"|mehr als|über|mindestens|wenigstens|nicht weniger als|plus de|más de|più di|meer dan"
    r"|mer enn|flere enn|minst|ikke (?:mindre|færre) enn"
)
_NEARLY = r"nearly|almost|close to|just under|approaching|fast|presque|casi|quasi|bijna|nesten|snaut"
_ABOUT = (
    r"about|around|approximately|approx\.?|roughly|circa|ca\.?|some|an estimated|in the region of|~|≈|etwa|rund"
    r"|ungefähr|environ|alrededor de|ongeveer|omtrent|om lag|rundt|cirka"
)
_EITHER_WAY = r"±|\+/?[-−–]|plus[ -]or[ -]minus|plus[/ ]minus|give or take|pluss(?:/| eller )minus"
_BEFORE = (("±", _EITHER_WAY), ("at most", _AT_MOST), ("at least", _AT_LEAST), ("nearly", _NEARLY), ("about", _ABOUT))
"""`no more than` must be tried before `more than`."""
_HESITATIONS = (
    rf"{SOUNDS}|m+|you know|i mean|like|well|say|let['’]?s say|sort of|kind of"
    r"|altså|liksom|på en måte|la oss si|skal vi si|sagen wir"
)
"""What people say while they look for a number: `up to, uh, forty percent`."""
_PAUSE = r"(?:[\s,…–—-]|\.{2,3})"


def _ending_with(words: str) -> str:
    return (
        rf"(?P<bound>(?:(?<![\w])|(?=[<>~≈≤≥±]))(?:{words})\)?(?:\s+(?:the|a|between))?)"
        rf"(?:(?:{_PAUSE}+(?:{_HESITATIONS}))+{_PAUSE}+|\s*)$"
    )


_BEFORE_PATTERNS = tuple((name, re.compile(_ending_with(words), re.IGNORECASE)) for name, words in _BEFORE)
_ANY_BEFORE = re.compile(_ending_with("|".join(words for _, words in _BEFORE)))
"""For text in small letters: most numbers are bound by nothing, which this tells faster."""
_SPACES = re.compile(r"\s+")
_LOOK_BACK = 48
"""Characters before a number in which a bound and what is said between may stand."""
_ADDED = r"(?:[\d$€£]|(?-i:[A-Z])|(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b)"
"""Behind a `plus` that adds: `1.9 % plus €0.25`, `€39 plus VAT`."""
_SPACE_OR_HYPHEN = r"(?:[^\S\x1e]|-)"
"""Space that does not part blocks."""
AFTER = (
    rf"\+|\s+(?:(?:or|and)\s+more|or\s+higher|plus(?!\s+{_ADDED})"
    r"|and\s+counting|or\s+(?:less|fewer)|at\s+(?:the\s+(?:very\s+)?)?(?:most|least)|max(?:imum)?|minimum"
    r"|eller\s+(?:mer|flere|mindre|færre)|oder\s+(?:mehr|weniger))\b"
)
"""What may follow a number and bounds it."""
_AFTER = re.compile(AFTER, re.IGNORECASE)
_BEHIND = re.compile(
    r"\s(?:or\s+(?:more|higher|above|longer|less|fewer|lower|below|sooner|faster|quicker)(?!\s+(?:than|of|the)\b)"
    r"|(?:at\s+(?:the\s+(?:very\s+)?)?(?:most|least)|max(?:imum)?|minimum)"
    r"(?=\s*(?:[.,;:!?)\n\x00\x1e]|\Z|(?:in|on|with|from|for|per|and|or)\s))"
    r"|eller\s+(?:mer|flere|lenger|mindre|færre)(?!\s+enn\b)|oder\s+(?:mehr|weniger|länger|kürzer)(?!\s+als\b))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{_SPACE_OR_HYPHEN}*[^\W\d_]+(?:{_SPACE_OR_HYPHEN}+[^\W\d_]+){{0,3}}\s*")
_OF_A_RATE = frozenset({"a", "an", "per", "i"})

_LEFT_OUT = re.compile(
    r"(?:more|less|fewer|greater) than|over|under|above|below|beyond|exceeding|in excess"
    r"|(?:mer|flere|mindre|færre) enn|(?:mehr|weniger) als|über",
    re.IGNORECASE,
)
_LET_IN = re.compile(
    r"up to|at (?:the (?:very )?)?(?:most|least)|(?:no|not) (?:more|less|fewer) than|(?:max|min)imum"
    r"|as (?:much|many|little|few) as|or (?!so\b)\w+|inntil|opptil|opp til|minst|høyst|ma(?:ks|x)imal|eller|oder"
    r"|(?:ikke|nicht) (?:mer|flere|mindre|færre|mehr|weniger)|bis zu|höchstens|mindestens|wenigstens",
    re.IGNORECASE,
)
_IS_MOST = re.compile(
    r"less|fewer|most|max|lower|below|sooner|faster|quicker|mindre|færre|weniger|kürzer", re.IGNORECASE
)

_DENIALS = (
    "no not never none few barely scarcely rarely seldom kaum selten sjelden knapt neppe neither "
    "nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt "
    "shouldnt couldnt hasnt havent hadnt hardly nicht kein keine keinen nie ohne pas jamais sans nunca sin ningun non "
    "mai senza niet geen nooit zonder nao sem ikke ingen intet aldri uten verken"
)
_NEGATIONS = frozenset(_DENIALS.split())
_DENIED_WITH = frozenset({"only", "just", "least", "more", "less", "fewer", "matter", "longer"}) | {
    "bare",
    "minst",
    "mer",
    "mindre",
    "lenger",
}


class Bounding(NamedTuple):
    """What bounds a number from before: the bound's name, and where its words start and end."""

    name: str
    start: int
    end: int


def qualifier_before(text: str, start: int) -> str:
    """The bound that the words before position `start` put on a number there: "", "at least", "at most", …"""
    return bound_before(text, start).name


def bound_before(text: str, start: int) -> Bounding:
    """The words before position `start` that bound a number there; none is a bound without a name at `start`."""
    before = _plain(text[max(0, start - _LOOK_BACK) : start])
    if not _ANY_BEFORE.search(before.lower()):
        return Bounding("", start, start)
    for name, pattern in _BEFORE_PATTERNS:
        if found := pattern.search(before):
            return Bounding(name, *(_back(text, start, before[at:]) for at in found.span("bound")))
    return Bounding("", start, start)


def _plain(text: str) -> str:
    """`text` in composed letters, and with one space for any: a bound may be parted by the end of a line."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text))


def _back(text: str, start: int, plain: str) -> int:
    """Where `plain` begins, as it is written before `start`: with accents parted or more space it is longer there."""
    begin = start - len(plain)
    while begin > 0 and len(_plain(text[begin:start])) < len(plain):
        begin -= 1
    return begin


def bound_after(text: str, end: int) -> str:
    """The words after position `end` that bound the number before it; a `+` is part of the number."""
    found = _AFTER.match(text, end)
    return found[0] if found and not found[0].startswith("+") else ""


def qualifier_after(after: str) -> str:
    """The bound that `+` or `or more` puts on the number before it."""
    if not after:
        return ""
    return "at most" if _IS_MOST.search(after) else "at least"


def edge(words: str) -> str:
    """Whether the words of a bound leave its number itself out, or let it in; empty where that is not known."""
    plain = _plain(words)
    return "in" if _LET_IN.search(plain) else "out" if _LEFT_OUT.match(plain) else ""


def bound_behind(text: str, end: int) -> Bounding:
    """The words that bound a number which ends at `end` and stand behind what it counts: `five years or more`."""
    found = _BEHIND.search(text, end, end + 2 * _LOOK_BACK)
    counted = _COUNTED.fullmatch(text, end, found.start()) if found else None
    if found is None or counted is None:
        return Bounding("", end, end)
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", counted[0])]
    if any(word in stop_words() - _OF_A_RATE or word_value(word) is not None for word in words):
        return Bounding("", end, end)
    return Bounding(qualifier_after(found[0]), *found.span())


def negations(words: list[str]) -> tuple[str, ...]:
    """The words among the folded `words` that deny; `not only`, `no more than` and `a few` do not."""
    around = zip(["", *words[:-1]], words, [*words[1:], ""], strict=True)
    return tuple(
        word
        for before, word, following in around
        if word in _NEGATIONS and following not in _DENIED_WITH and (before, word) != ("a", "few")
    )


def is_negation(word: str) -> bool:
    """Whether the word, in any writing, denies."""
    return fold(word) in _NEGATIONS
