"""Reads what bounds a number (`more than`, `up to`, `about`) and what denies a sentence."""

from __future__ import annotations

import re
import unicodedata

from generator.drift.fold import fold

_AT_MOST = (
    r"up to|at most|no more than|not more than|less than|fewer than|under|below|a maximum of|as much as|as many as"
    r"|maximum|max\.?|<=?|≤|bis zu|höchstens|jusqu['’]à|hasta|fino a|tot"
    r"|inntil|opptil|opp til|maks\.?|maksimalt|høyst|mindre enn|færre enn|ikke mer enn"
)
_AT_LEAST = (
    r"more than|over|at least|no less than|no fewer than|upwards of|north of|in excess of|exceeding|greater than|above"
    r"|beyond|a minimum of|minimum|min\.?|>=?|≥|mehr als|über|mindestens|plus de|más de|più di|meer dan"
    r"|mer enn|flere enn|minst"
)
_NEARLY = r"nearly|almost|close to|just under|approaching|fast|presque|casi|quasi|bijna|nesten|snaut"
_ABOUT = (
    r"about|around|approximately|approx\.?|roughly|circa|ca\.?|some|an estimated|in the region of|~|≈|etwa|rund"
    r"|ungefähr|environ|alrededor de|ongeveer|omtrent|om lag|rundt|cirka"
)
_BEFORE = (("at most", _AT_MOST), ("at least", _AT_LEAST), ("nearly", _NEARLY), ("about", _ABOUT))
"""`no more than` must be tried before `more than`."""
_BEFORE_PATTERNS = tuple(
    (name, re.compile(rf"(?:(?<![\w])|(?=[<>~≈≤≥]))(?:{words})\)?(?:\s+(?:the|a|between))?\s*$", re.IGNORECASE))
    for name, words in _BEFORE
)
AFTER = r"\+|[ ](?:or more|and more|or higher|plus|and counting|or less|or fewer|at most|at least|maximum)\b"
"""What may follow a number and bounds it."""

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


def qualifier_before(text: str, start: int) -> str:
    """The bound that the words before position `start` put on a number there: "", "at least", "at most", …"""
    return _bound_before(text, start)[0]


def is_bounded_in_words(text: str, start: int) -> bool:
    """Whether words before a number bound it (`more than 1,400`), not a sign or what stands after it (`1,400+`)."""
    return any(char.isalpha() for char in _bound_before(text, start)[1])


def _bound_before(text: str, start: int) -> tuple[str, str]:
    before = unicodedata.normalize("NFC", text[max(0, start - 24) : start])
    for name, pattern in _BEFORE_PATTERNS:
        if found := pattern.search(before):
            return name, found[0]
    return "", ""


def qualifier_after(after: str) -> str:
    """The bound that `+` or `or more` puts on the number before it."""
    if not after:
        return ""
    return "at most" if re.search(r"less|fewer|most|max", after) else "at least"


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
