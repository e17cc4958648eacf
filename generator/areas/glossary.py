"""The glossary: words of the trade, what they mean, and the ones not to use for them."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.model.area import Area
from generator.model.record import Record
from generator.model.words import AnyRef, Text, Word


class Term(Record):
    """A word that somebody new must understand. The title is the word itself."""

    QUOTE: ClassVar[str] = "title"
    definition: Text
    """What it means, for somebody new."""
    also: list[Word] = []
    """Other forms that may be used too: a plural, an abbreviation."""
    avoid: list[Word] = []
    """Words not to use for it in this playbook."""
    case: Literal["exact", "any"] = "any"
    """`exact` where capitals matter, as in an abbreviation; else `any`."""
    example: Text | None = None
    """A sentence in which it is used."""
    see: list[AnyRef] = []
    """The ids of related terms and records."""


class Glossary(Area):
    """The words of our trade."""

    terms: list[Term] = []
    """The words, in any order; the page sorts them."""
