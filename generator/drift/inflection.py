"""The forms that a word takes in the playbook's language, and the same form of the word to use instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

_VOWELS = re.compile(r"[aeiouyæøåäöéèü]+", re.IGNORECASE)
_NORWEGIAN = frozenset({"nb", "nn", "no"})
_MARK = "['’]"


@dataclass(frozen=True, slots=True)
class Inflection:
    """A word without the ending by which it stands in a dictionary (`base`), and the endings that its forms have.

    `has_gender`: what follows a form depends on the gender of the word, which nobody can tell of the word to use.
    """

    stem: str
    base: str
    endings: tuple[str, ...]
    has_gender: bool = False

    @property
    def pattern(self) -> str:
        """The endings as a pattern, none where the word has none in a dictionary, with what joins a possessive `s`."""
        ordered = sorted(map(re.escape, self.endings), key=lambda ending: (-len(ending), ending))
        after = "" if self.has_gender else f"{_MARK}?"
        bare = "" if self.base else "|"
        return f"(?:(?:{'|'.join(ordered)}){after}|{re.escape(self.base)}{_MARK}s{bare})"

    @property
    def words(self) -> list[str]:
        """Every form, as one word."""
        return [self.stem + ending for ending in dict.fromkeys((self.base, *self.endings))]


def inflection(word: str, language: str) -> Inflection:
    """How a word, or the last one of a name, is inflected: by the rules of Norwegian, else of English."""
    if language.split("-")[0] in _NORWEGIAN:
        return _norwegian(word)
    return Inflection(word, "", ("s", "es"))


def _norwegian(word: str) -> Inflection:
    """Definite and plural forms and the genitive, but none that may be another word.

    A short word has few: the forms of `plan` and `lag` would be those of `planet` and `lager`.
    """
    syllables = len(_VOWELS.findall(word))
    if word[-1:] == "e" and syllables > 1:
        base, stem = "e", word[:-1]
        endings = ["e", "en", "et", "er", "ene", *(["a"] if syllables > 2 else [])]
    elif word.isupper() or not word.isalpha() or not syllables:
        base, stem, endings = "", word, ["-en", "-et", "-er", "-ene", "-a"]
    else:
        base, stem, endings = "", word, ["en", "ene"]
        endings += ["et", "er", "a"] if syllables > 1 else []
        endings += ["e", "ne"] if syllables > 1 and word.endswith("er") else []
    genitives = [ending + "s" for ending in (base, *endings)]
    return Inflection(stem, base, tuple(dict.fromkeys((*endings, *genitives))), has_gender=True)


def inflected(use: str, ending: str, of: Inflection) -> tuple[str, bool]:
    """The word to use in the form that has that ending, and whether it is that: the word alone where nobody can tell.

    A possessive and an English plural can be told: `lead's` is `inquiry's`, `leads` are `inquiries`. In Norwegian
    `leads` may be either.
    """
    if ending.lower() == of.base:
        return use, True
    rest = ending[len(of.base) :] if ending.lower().startswith(of.base) else ""
    if rest[:1] in ("'", "’"):
        return use + rest, True
    if of.has_gender:
        return use, False
    mark = ending[-1] if ending[-1] in "'’" else ""
    return _plural(use) + mark, True


def _plural(use: str) -> str:
    if re.search(r"[^aeiou]y$", use):
        return f"{use[:-1]}ies"
    return use + ("es" if re.search(r"(?:[sxz]|ch|sh)$", use) else "s")
