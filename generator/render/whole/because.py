"""Why a lamp is lit, in the reader's words: the record as a link, what is wrong with it, how long ago or until when."""

from __future__ import annotations

import datetime

from markupsafe import Markup

from generator.derive.state.lamps import TIMELY
from generator.finding import Finding
from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.jinja.filters import said

SUSPECT = "suspect-record"


def because(finding: Finding, desk: Desk) -> Markup:
    """One reason in few words. A check without words of its own says the finding as it stands."""
    t, book, complaint = desk.labels, desk.book, finding.complaint
    standing = book.standings.get(complaint.record)
    what = _link(complaint.record, "something", desk)
    if finding.rule == TIMELY:
        return what
    if finding.rule == SUSPECT and standing and standing.moved:
        retired = book.playbook.is_retired(standing.moved[0])
        other = _link(standing.moved[0], "something", desk)
        return t("because.retired" if retired else "because.moved", what=what, other=other)
    if t.find(f"because.rule.{finding.rule}") is None:
        return said(complaint.message)
    return t(f"because.rule.{finding.rule}", what=what, source=_link(complaint.source, "source", desk))


def due_of(finding: Finding, book: Book) -> datetime.date | None:
    """The day of the review that the finding is about; its reason is then only the record."""
    standing = book.standings.get(finding.complaint.record)
    return standing.due if finding.rule == TIMELY and standing else None


def _link(id: str, otherwise: str, desk: Desk) -> Markup:
    if id not in desk.book.shown:
        return desk.labels(f"because.{otherwise}")
    return Markup(desk.resolve(id, False))
