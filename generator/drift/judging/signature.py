"""Says whether who signs a quotation signs with a name of the wording itself, or as no more than a page of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.drift.reading.commonness import common_words, stop_words
from generator.drift.reading.fold import fold
from generator.drift.reading.small_words import openers

_CAPITAL = "A-ZÆØÅÄÖÜ"
_NAME = re.compile(rf"(?<!\w)[{_CAPITAL}]\w*(?:[ \n-][{_CAPITAL}]\w*)*")
_PAGE = (
    r"(?:web ?sites?|sites?|home ?pages?|(?:about |product |landing )?pages?|docs|documentation|read ?me"
    r"|repositor(?:y|ies)|repo|project|blog|team|press release|newsletter|handbook|manual|brochure|changelog|faq|wiki"
    r"|(?:hjemme|nett)siden?|nettsted(?:et)?|dokumentasjon(?:en)?|pressemelding(?:en)?|blogg(?:en)?|håndbok(?:en|a)?"
    r"|web ?seite|startseite|dokumentation|pressemitteilung|handbuch|broschüre)"
)
"""Where a company or project speaks itself."""
_HOST = r"(?:github|gitlab|bitbucket|linkedin|youtube|facebook|instagram|twitter|mastodon)"
_OPENS = r"(?:(?:the|our|from|official|die|der|das|unsere?|vår|vårt|fra|aus|von) )*"
_CUSTOMER = (
    r"(?:customers?|clients?|users?|fans?|subscribers?|partners?|resellers?"
    r"|kunden?|kundin(?:nen)?|brukere?n?|nutzer(?:in)?|anwender(?:in)?|partner(?:in)?)"
)
_SERVICE = r"(?:success|support|services?|care|experience|relations|research|manager|operations)"
_ON_A_PAGE = rf"(?:[’']s?|s)?(?:,? (?:{_HOST} )?{_PAGE})*"
_EMPLOYED = (
    r".*(?:, |\b(?:at|hos|bei) "
    r"|\b(?:CEO|CTO|CFO|COO|(?:co-)?founder|gründer(?:in)?|grunnlegger) (?:of|av|von) )"
)
_ONLY_PAGE = re.compile(rf"{_OPENS}(?:{_HOST} )?{_PAGE}(?:\.\w{{2,4}})?(?:,? {_PAGE})*", re.IGNORECASE)


def signs_for_us(who: str, wording: str) -> bool:
    """Whether it is a page of ours (`README`), a name of the wording with or without one, or somebody employed there.

    The employer is what the wording begins with: `Petra Holm, Oslo` is not employed by a town.
    """
    who = " ".join(who.split()).strip(" ,()[]*_’'")
    if _ONLY_PAGE.fullmatch(who):
        return True
    return any(
        re.fullmatch(rf"{_OPENS}{re.escape(name)}{_ON_A_PAGE}", who, re.IGNORECASE)
        or (leads and re.fullmatch(rf"{_EMPLOYED}{re.escape(name)}", who, re.IGNORECASE))
        for name, leads in _names(wording)
    )


def signs_as_customer(who: str, names: tuple[str, ...]) -> bool:
    """Whether somebody is named as a customer of one of the names: `Petra Holm, Kelvaro customer since 2019`."""
    return any(
        re.search(rf"\b{_CUSTOMER} (?:of|av|von) {name}(?!\w)", who, re.IGNORECASE)
        or re.search(rf"(?<!\w){name}[ -]{_CUSTOMER}\b(?![ -]{_SERVICE}\b)", who, re.IGNORECASE)
        for name in map(re.escape, names)
    )


def _names(wording: str) -> Iterator[tuple[str, bool]]:
    """The names in a wording and what they begin with, and whether it begins with them.

    A first word has its capital for nothing: no name is made of words of everyday.
    """
    for found in _NAME.finditer(wording):
        words, leads = re.split(r"[ \n-]", found[0]), found.start() == 0
        while words and fold(words[0]) in stop_words() | common_words():
            leads = leads and fold(words.pop(0)) in openers()
        for end in range(len(words), 0, -1):
            yield " ".join(words[:end]), leads
