"""Knows with what a number may begin, to pass over all other places of a text at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from generator.drift.numbers.figure import WORDS
from generator.drift.numbers.part import KINDS_OF_TIME, SPANS
from generator.drift.numbers.sign import MINUS


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words that looks at each letter only once."""
    spelled = sorted(set(words))
    longer = [word for word in spelled if word]
    groups = [(letter, [word[1:] for word in each]) for letter, each in groupby(longer, key=lambda word: word[0])]
    branches = "|".join(re.escape(letter) + any_of(rest) for letter, rest in groups)
    if "" in spelled:
        return f"(?:{branches})?" if branches else ""
    return f"(?:{branches})" if len(groups) > 1 else branches


_LABEL_LIST = "step figure table section chapter page slide version v no. part item phase"
LABELS = any_of(_LABEL_LIST.split())
"""Before figures that only tell one step or table from the others."""
BETWEEN = any_of(("between", "mellom", "zwischen"))
_MONEY = "us$ c$ ca$ a$ au$ nz$ hk$ s$ sg$ usd eur gbp chf nok sek dkk kr"
_OTHERS = f"half halv halb elf hundert tausend quarter twice hundred thousand hundre tusen minus {_MONEY}".split()
_SHORT = any_of(word for word in WORDS if len(word) <= 2)
_LONG = any_of([*(word for word in WORDS if len(word) > 2), *_OTHERS])
_COUNTED_BY_A = "dozen|hundred|thousand|million|billion|trillion|half|third|quarter|fifth|sixth|eighth|tenth"
_BEHIND_A = any_of(f"{_COUNTED_BY_A}|{KINDS_OF_TIME}|{SPANS}".split("|"))
MAY_BEGIN = (
    rf"(?=[\d#\[$€£¥₹½¼¾⅓⅔]|[{MINUS}+](?=[\d.$€£¥₹])|\.\d|^[ \t]+\d"
    rf"|(?<!\w)(?:{_LONG}|{_SHORT}(?!(?![htm])[^\W\d_])|an?[-\s]+{_BEHIND_A}|d(?:ie|er)\s+h|{BETWEEN}\s|{LABELS}\s*\d))"
)
"""No number begins within a word, and few words begin as one in words does; `to` goes on in `tohundre` and `totusen`,
and `ni` in `nimillioner`."""
