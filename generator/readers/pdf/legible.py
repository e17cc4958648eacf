"""Whether a PDF's text can be read at all: not a scan, not letters whose meaning the file lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.readers.pdf.process import Extract, Page

MOST_BAD = 0.2
"""Share of letters without a meaning; ornaments and bullets of symbol fonts stay below 0.02."""
FEWEST_LETTERS = 150
FREQUENT = frozenset("eainrsto")
FEWEST_FREQUENT = 0.47
"""Share of these letters in any language in Latin script. Measured: English 0.60 to 0.71 (100 documents), German 0.61,
Finnish 0.68, Polish 0.57, Czech 0.55, Welsh 0.52; English with all letters shifted by the same step 0.18 to 0.48."""


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
    """Whether Latin letters come so unevenly that they cannot be words."""
    plain = unicodedata.normalize("NFKD", " ".join(line.text for page in pages for line in page.lines)).lower()
    latin = [sign for sign in plain if "a" <= sign <= "z"]
    frequent = sum(sign in FREQUENT for sign in latin)
    return len(latin) >= FEWEST_LETTERS and frequent < FEWEST_FREQUENT * len(latin)
