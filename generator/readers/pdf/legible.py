"""Whether a PDF's text can be read at all: not a scan, not letters whose meaning the file lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.readers.pdf.process import Extract, Page

MOST_BAD = 0.2
"""Share of letters without a meaning; ornaments and bullets of symbol fonts stay below 0.02."""
FEWEST_WORDS = 30
MOST_ODD_WORDS = 0.3
"""Share of odd words. In English, German, Czech and Finnish prose it is below 0.05; with shifted letters above 0.6."""

_WORD = re.compile(r"[a-z]{4,}")
_ODD = re.compile(r"[^aeiouy]{5}|^[^aeiouy]+$")


def unreadable_because(extracted: Extract) -> str:
    """The cause in plain words, empty where the text is fine."""
    pages = extracted.pages
    letters = sum(page.letters for page in pages)
    if pages and all(page.is_damaged for page in pages):
        return "the file is damaged: none of its pages opens"
    if not letters:
        picture = any(page.is_picture for page in pages)
        return "it has no text layer: its pages are pictures, such as a scan" if picture else "there is no text in it"
    if sum(page.bad for page in pages) > MOST_BAD * letters or is_gibberish(pages):
        return "its text is garbled: the file does not say which letters its signs stand for"
    return ""


def is_gibberish(pages: Iterable[Page]) -> bool:
    """Whether the words cannot be of any language in Latin letters: hardly a vowel where one must be."""
    text = " ".join(line.text for page in pages for line in page.lines)
    plain = unicodedata.normalize("NFKD", re.sub(r"\S*[./@_]\S*", " ", text)).lower()
    words = _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
    return len(words) >= FEWEST_WORDS and sum(bool(_ODD.search(word)) for word in words) > MOST_ODD_WORDS * len(words)
