"""Says whether somebody else speaks: a customer who is quoted, a competitor whose numbers stand beside ours."""

from __future__ import annotations

import re

from generator.drift.judging.signature import signs_as_customer, signs_for_us
from generator.drift.wording import Voices
from generator.drift.words import JOINT, PARTING, Words

REACH = 200
"""Characters after the words in which a quotation ends."""
NEAR = 2
"""Its subject stands so many words before the match: `At our closest competitor, every sensor …`."""
SAYS = (
    r"says?|said|explains?|writes|wrote|reports?|claims?|promises|adds|notes|recalls|according to"
    r"|sier|sa|skriver|forteller|forklarer|mener|hevder|lover|ifølge|sagt|schreibt|erklärt"
)
_END = f"{JOINT}{PARTING}"
_NAME = r"[A-ZÆØÅÄÖÜ]\w"
_NAMED_AFTER = re.compile(
    rf"\A[^\"”“»{_END}]{{0,{REACH}}}[\"”“»]"
    rf"(?:[,.]?\s+(?:\w+\s+)?(?:{SAYS})\s|[,.]?\s*[\n{_END}]\s*[—–-]{{1,2}}\s*(?={_NAME}))"
    rf"(?P<who>[^\n.;:\"“«{_END}]{{2,80}})"
)
"""`"…," says Petra Holm`, or her name below, behind a dash."""
_NAMED_BEFORE = re.compile(
    rf"(?P<who>{_NAME}[^.;:\"”»{_END}]{{1,60}}?)\s(?:{SAYS})\b[^.\"“„«]{{0,20}}[:,]?\s*[\"“„«][^\"”»]*\Z"
)
_ANY_NAME = re.compile(rf"\b{_NAME}")
OURS = re.compile(r"\b(?:we|our|ours|us|vi|vår|våre|vårt|oss|wir|unser\w*)\b", re.IGNORECASE)
_RIVAL = re.compile(
    r"\b(?:competitors?|rivals?|the\scompetition|(?:other|another)\s(?:providers?|vendors?|suppliers?|manufacturers?)"
    r"|konkurrent\w*|konkurrenz|konkurransen|mitbewerb\w*|(?:beim|der|vom)\swettbewerb\w*|anderen?\sanbietern?"
    r"|andre\s(?:leverandører|tilbydere))\b",
    re.IGNORECASE,
)
_BESIDE_US = re.compile(
    r"\b(?:unlike|than|versus|vs|compared|instead|while|whereas|against|enn|motsetning|mens|sammenlignet|anders)\b",
    re.IGNORECASE,
)


def is_of_others(wording: str, words: Words, first: int, last: int, voices: Voices) -> bool:
    """Whether words `first` to `last` are quoted from somebody who is not of the company, or tell of a competitor."""
    start, end = words.starts[first], words.ends[last]
    begins = max(words.text.rfind(JOINT, 0, start), words.text.rfind(PARTING, 0, start)) + 1
    before = words.text[begins:start]
    if is_open(before):
        named = _NAMED_AFTER.match(words.text[end : end + 2 * REACH]) or _NAMED_BEFORE.search(before)
        if named and _ANY_NAME.search(named["who"]):
            return is_somebody_else(named["who"], wording, voices)
    return not tells_of_rivals(wording, voices) and _is_of_rivals(words, first, last, voices)


def is_somebody_else(who: str, wording: str, voices: Voices) -> bool:
    """Whether a quotation of the wording that is signed like this is not the company's."""
    if not _ANY_NAME.search(who) or OURS.search(who):
        return False
    own = names(who, voices.own) and not signs_as_customer(who, voices.own)
    return not (own or signs_for_us(who, wording))


def is_under_a_rival(head: str, wording: str, voices: Voices) -> bool:
    """Whether a cell under these heads of a table tells of a competitor, and the wording does not."""
    return tells_of_rivals(head, voices) and not names(head, voices.own) and not tells_of_rivals(wording, voices)


def _is_of_rivals(words: Words, first: int, last: int, voices: Voices) -> bool:
    """Whether a competitor is named in the sentence, no more than a few words before, and we are not."""
    begin, end = words.unbroken(first, last)
    sentence = words.quote(begin, end)
    if not tells_of_rivals(words.quote(max(begin, first - NEAR), last), voices):
        return False
    return not (_BESIDE_US.search(sentence) or names(sentence, voices.own))


def tells_of_rivals(text: str, voices: Voices) -> bool:
    return _RIVAL.search(text) is not None or names(text, voices.rivals)


def is_open(before: str) -> bool:
    """Whether a quotation has begun and not ended."""
    last = max(map(before.rfind, "“„«"))
    closed = max(map(before.rfind, "”»"))
    return last > closed or before.count('"') % 2 == 1


def names(text: str, known: tuple[str, ...]) -> bool:
    """Whether one of the known names stands in a text."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in known)
