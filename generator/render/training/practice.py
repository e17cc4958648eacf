"""What there is to practise: wordings to recite with their numbers and key points, prospects to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.areas.ideal_client import IdealClient
from generator.areas.messaging import Claim, Message
from generator.areas.rap import Module
from generator.derive.hires.cards import HOUSE
from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.jinja.filters import slug
from generator.render.jinja.told import words

SHORTEST_POINT = 3
"""Words from which a clause is a point that can be missed."""


def wordings(book: Book) -> list[dict[str, Any]]:
    """What everybody can say by heart or a module asks for, and its approved variants.

    `points` are the clauses of the text; a listener who misses one has missed something.
    """
    asked = {id for module in book.current(Module) if module.assessment for id in module.assessment.recite}
    wanted = [one for one in book.of(Message) if one.id in asked or (one.part in HOUSE and not book.is_past(one))]
    return [said for message in wanted for said in _said(book, message)]


def recital(book: Book) -> dict[str, Any]:
    said = words(book.labels, "hire.all", "hire.recite")
    return {"site": slug(book.company.name), "wordings": wordings(book), "words": said}


def drilled(book: Book) -> list[IdealClient]:
    """The profiles that prospects can be made up from: every line of the score table has answers to choose from."""
    profiles = (one for one in book.current(IdealClient) if one.score and one.tiers)
    return [one for one in profiles if all(line.answers for line in one.score)]


def drill(book: Book) -> dict[str, Any]:
    """The score tables as plain words and numbers; the browser makes up prospects from them."""
    desk = Desk(book)
    return {
        "site": slug(book.company.name),
        "profiles": [_profile(one, desk) for one in drilled(book)],
        "words": words(book.labels, "hire.all", "hire.drill"),
    }


def _said(book: Book, message: Message) -> Iterator[dict[str, Any]]:
    desk = Desk(book)
    yield _wording(desk, message.id, message.label, message.text, message.claims)
    for variant in message.variants:
        persona = book.shown.get(variant.persona or "")
        if persona is not None and variant.language is None:
            title = f"{message.label}: {persona.label}"
            yield _wording(desk, f"{message.id}--{persona.id}", title, variant.text, message.claims)


def _wording(desk: Desk, id: str, title: str, text: str, claims: list[Claim]) -> dict[str, Any]:
    plain = _plain(desk, text)
    return {
        "id": id,
        "record": id.split("--")[0],
        "title": _plain(desk, title),
        "text": plain,
        "points": _points(plain),
        "qualifiers": [one.qualifier for one in claims if one.qualifier],
    }


def _points(text: str) -> list[str]:
    """Clauses end at a stop, a comma, a colon; short ones belong to the one before."""
    points: list[str] = []
    for clause in re.split(r"(?<=[.,;:!?])\s+", text):
        if points and len(clause.split()) < SHORTEST_POINT:
            points[-1] = f"{points[-1]} {clause}"
        else:
            points.append(clause)
    return points


def _profile(profile: IdealClient, desk: Desk) -> dict[str, Any]:
    return {
        "id": profile.id,
        "title": _plain(desk, profile.label),
        "lines": [
            {
                "attribute": _plain(desk, line.attribute),
                "answers": [[_plain(desk, one.answer), one.points] for one in line.answers],
            }
            for line in profile.score
        ],
        "tiers": [
            {
                "name": _plain(desk, tier.name),
                "from": tier.points_from,
                "to": tier.points_to,
                "then": _plain(desk, tier.then or ""),
            }
            for tier in sorted(profile.tiers, key=lambda tier: -tier.points_from)
        ],
        "walk": [
            {"what": _plain(desk, one.what), "because": _plain(desk, one.because or "")}
            for one in profile.disqualifiers
            if one.hard
        ],
    }


def _plain(desk: Desk, text: str) -> str:
    return " ".join(desk.prose(text).plain.split())
