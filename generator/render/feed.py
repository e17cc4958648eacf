"""The changes of each release as an Atom feed (RFC 4287), for whoever does not come by."""

from __future__ import annotations

from functools import partial

import jinja2

from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.page.heading import heading

FEED = "changes.xml"


def has_feed(book: Book) -> bool:
    """Whether there is something to tell, and an address that it can be told from."""
    return bool(book.settings.site_url) and any(release.version for release in book.releases)


def feed(book: Book, jinja: jinja2.Environment) -> bytes:
    """An entry for each release that has a number, the newest first."""
    site = f"{book.settings.site_url.rstrip('/')}/"
    template = jinja.get_template(f"publish/{FEED}.j2")
    text = template.render(
        company=book.company.name,
        language=book.settings.language,
        address=f"{site}changes/",
        own=f"{site}{FEED}",
        releases=[release for release in book.releases if release.version],
        prose=Desk(book).prose,
        heading=partial(heading, book),
    )
    return text.encode()
