"""The glossary: words of the trade, what they mean, and the ones not to use for them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.area import Area
from generator.model.record import Record
from generator.model.words import AnyRef, Text, Word


class Term(Record):
    """A word that somebody new must understand. The title is the word itself."""

    QUOTE: ClassVar[str] = "title"
    definition: Text
    """What it means, for somebody new."""
    also: Annotated[list[Word], Field(default_factory=list)]
    """Other forms that may be used too: a plural, an abbreviation."""
    avoid: Annotated[list[Word], Field(default_factory=list)]
    """Words not to use for it in this playbook."""
    case: Literal["exact", "any"] = "any"
    """`exact` where capitals matter, as in an abbreviation; else `any`."""
    example: Text | None = None
    """A sentence in which it is used."""
    see: Annotated[list[AnyRef], Field(default_factory=list)]
    """The ids of related terms and records."""


class Glossary(Area):
    """The words of our trade."""

    terms: Annotated[list[Term], Field(default_factory=list)]
    """The words, in any order; the page sorts them."""
