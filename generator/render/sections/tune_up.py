"""Tune-up: twelve lamps, what needs a look and from whom, and what is put up with until when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.state.due import reviews
from generator.derive.state.lamps import Past, State, readiness
from generator.model.record import Record
from generator.model.words import Audience
from generator.render.book import Book
from generator.render.drift.leaves import drift_leaves, drift_page
from generator.render.page.leaf import Leaf
from generator.render.whole.foundation import foundation

ORDER = 70


def pages(book: Book) -> Iterator[Leaf]:
    """None where anybody can read: how we are doing is ours, and what is left of the playbook there says too little."""
    if book.settings.audience is Audience.PUBLIC:
        return
    t = book.labels
    due = [one for one in book.due if one.record not in book.shown or not book.is_past(book.shown[one.record])]
    open_ = [finding for finding in book.findings if not finding.accepted]
    yield Leaf(
        "tune-up/index.md",
        str(t("page.tune-up.title")),
        "tune-up",
        given={
            "lamps": book.lamps,
            "in_tune": _in_tune(book),
            "readiness": readiness(book.lamps),
            "due": [one for one in due if one.on >= book.today][:10],
            "findings": open_,
            "history": _history(book),
            "drift": drift_page(book),
        },
        wide=True,
        boost=0.5,
    )
    yield from drift_leaves(book)
    yield Leaf(
        "tune-up/to-do.md",
        str(t("page.to-do.title")),
        "to-do",
        given={"by_owner": _by_owner(book), "accepted": book.company.accepted},
        wide=True,
        boost=0.3,
    )
    yield from foundation(book)
    yield Leaf(
        "tune-up/reviews.md", str(t("page.reviews.title")), "reviews", given={"due": reviews(due)}, wide=True, boost=0.3
    )


def _history(book: Book) -> list[tuple[Past, int]]:
    """The versions with their readiness, newest first, today's above them; nothing where there are none."""
    now = Past("", book.today, book.lamps)
    return [(past, readiness(past.lamps)) for past in (now, *reversed(book.earlier))] if book.earlier else []


def _in_tune(book: Book) -> int:
    return sum(lamp.state is State.IN_TUNE for lamp in book.lamps)


def _by_owner(book: Book) -> dict[str, list[object]]:
    """Open findings by the person who owns the record; those without come last, under an empty name."""
    found: dict[str, list[object]] = {}
    for finding in sorted(book.findings, key=lambda one: (one.level.rank, one.sort_key)):
        if finding.accepted:
            continue
        record = book.shown.get(finding.complaint.record)
        owner = record.owner if isinstance(record, Record) and record.owner else ""
        found.setdefault(owner, []).append(finding)
    return dict(sorted(found.items(), key=lambda item: (not item[0], item[0])))
