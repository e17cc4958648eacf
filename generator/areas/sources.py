"""The messaging sources: where the company says things, and what each of them must carry."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import Date, Line, MessageRef, Tally, Word


class PrintStock(Part):
    """How much of a printed matter is left."""

    copies: Tally
    """How many copies were left."""
    counted_on: Date
    """The day they were counted."""
    next_reprint: Date | None = None
    """The day it is printed again, and can be corrected."""


class Source(Record):
    """A deck, a brochure, a page, a script: one place where the company speaks."""

    kind: Literal["talk", "presentation", "print", "website", "email", "social", "transcript"]
    """What it is: talk, presentation, print, website, email, social or transcript."""
    files: list[Word] = []
    """Its files below `materials/`; `*` stands for any name, for example `website/*.html`."""
    address: Word | None = None
    """Its address on the internet, or that of a sitemap."""
    must_carry: list[MessageRef] = []
    """The messages it has to say."""
    version: Word | None = None
    """Its version as people know it, for example `2026-10`."""
    changed_on: Date | None = None
    """The day it was last changed."""
    captured_on: Date | None = None
    """The day its files were copied from where they really stand."""
    language: Word | None = None
    """Its language, for example `nb`, where it is not the playbook's own; only `variants` in it are compared."""
    stock: PrintStock | None = None
    """What is left of it, where it is printed."""
    speakers: list[Word] = []
    """Our own speakers as a transcript names them; only what they say is compared."""
    private_address: bool = False
    """Whether the address lies in the company's own network and may be fetched all the same."""
    note: Line | None = None
    """How to change it, for example whom to ask."""


class Sources(Area):
    """Where the company speaks."""

    NAME: ClassVar[str] = "Messaging sources"

    sources: list[Source] = []
    """The sources: at least a talk, a presentation, something printed and the website."""
