"""Lays out the copy of a brochure: `# ` begins a page, `---` the right column, a line is a paragraph or a table row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable

from ..fill import plain
from .figures import FIGURES, facts
from .press import Brochure, Cover, Page, p

_KINDS = ("head", "said", "quote", "who", "caption")


def laid_out(copy: str) -> Brochure:
    head, *pages = plain(copy).split("\n# ")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if line)
    return Brochure(
        cover=Cover(fields["title"], fields["below"], fields["kicker"]),
        pages=[_page(page) for page in pages],
        title=fields["title"],
        foot=fields["foot"],
        subject=fields["subject"],
    )


def _page(copy: str) -> Page:
    headline, _, columns = copy.partition("\n")
    left, _, right = columns.partition("\n---\n")
    return Page(headline, list(_column(left)), list(_column(right)))


def _column(copy: str) -> Iterator[Flowable]:
    lines = [line for line in copy.splitlines() if line]
    for in_table, group in groupby(lines, key=lambda line: line.startswith("| ")):
        if in_table:
            rows = [line.removeprefix("| ").split(" | ") for line in group]
            yield facts([(left, right) for left, right in rows])
        else:
            yield from map(_paragraph, group)


def _paragraph(line: str) -> Flowable:
    kind, _, words = line.partition(": ")
    if kind == "figure":
        return FIGURES[words]()
    return p(kind, words) if kind in _KINDS else p("body", line)
