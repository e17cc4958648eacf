"""Addresses: a page or all pages of a sitemap, fetched with care and kept as dated captures beside the playbook."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.model.block import SourceText
from generator.readers import read_bytes
from generator.readers.address.captures import Capture, Captures
from generator.readers.address.fetch import TooSlow, fetch
from generator.readers.address.pace import Limits
from generator.readers.address.sitemap import pages_of
from generator.readers.address.where import host_of, parts_of
from generator.readers.reading.guard import Unreadable

__all__ = ["NOT_FOLLOWED", "Limits", "read_address"]

DEEPEST_SITEMAP = 3
NOT_FOLLOWED = "addresses outside of the sitemap's own host are not read"
MOST_NAMED = 3
"""Addresses that a message lists."""
Read = Callable[[bytes, str, str], SourceText]


def _read(data: bytes, name: str, suffix: str) -> SourceText:
    return read_bytes(data, name, suffix=suffix)


def read_address(
    address: str,
    captures: Path,
    *,
    today: date,
    offline: bool,
    private_hosts: frozenset[str] = frozenset(),
    limits: Limits | None = None,
    read: Read = _read,
) -> tuple[SourceText, ...]:
    """The page at `address`, or each page that the sitemap there lists; the path of each is its address.

    Online, what is fetched is kept below `captures` as of `today`; where fetching fails, the last capture is read and
    the cause is in `gaps`. Offline nothing is fetched or written. `captured` is the day of what was read.
    Hosts with a private address are refused unless `private_hosts` names them. `read` reads bytes, given a name and a
    suffix; the caller may know them already.
    """
    visit = _Visit(Captures(captures), today, offline, private_hosts, limits or Limits(), read)
    return tuple(visit.sources(address, DEEPEST_SITEMAP))


class _Visit:
    def __init__(
        self, captures: Captures, today: date, offline: bool, private_hosts: frozenset[str], limits: Limits, read: Read
    ) -> None:
        self.captures, self.today, self.offline = captures, today, offline
        self.private_hosts, self.limits, self.read = private_hosts, limits, read
        self.deadline = time.monotonic() + limits.seconds_together
        self.pages = self.slow_pages = 0

    def sources(self, address: str, depth: int) -> list[SourceText]:
        """The source of a page, or those of a sitemap's pages."""
        capture, trouble = self.capture(address)
        if capture is None:
            return [SourceText(address, "address", problem=trouble)]
        gaps = (f"{trouble}; read as captured on {capture.captured}",) if trouble else ()
        listed = pages_of(capture.data) if capture.suffix == ".xml" else []
        if not listed:
            return [self.page(address, capture, gaps)]
        own = [page for page in listed if host_of(page) == host_of(address)]
        found: list[SourceText] = []
        for page in own if depth else []:
            if self.pages >= self.limits.pages:
                found.append(SourceText(address, "address", problem=self.too_many(len(listed))))
                break
            found += self.sources(page, depth - 1)
        if not found:
            return [SourceText(address, "address", problem="the sitemap lists no page of its own host")]
        if others := [page for page in listed if page not in own]:
            found.append(SourceText(address, "address", gaps=(f"{NOT_FOLLOWED}: {_named(others)}",)))
        return found

    def capture(self, address: str) -> tuple[Capture | None, str]:
        """What is known of a page, and why it could not be fetched today (empty if it was)."""
        try:
            parts_of(address)
        except Unreadable as cause:
            return None, str(cause)
        kept = self.captures.last(address)
        if self.offline:
            return kept, "" if kept else "not checked: there is no capture, and nothing is fetched offline"
        if time.monotonic() > self.deadline:
            return kept, f"not fetched: all pages together took more than {self.limits.seconds_together:.0f} s"
        if self.slow_pages >= self.limits.slow_pages:
            return kept, f"not fetched: {self.slow_pages} other pages of the host were too slow already"
        try:
            answer = fetch(address, self.limits, private_hosts=self.private_hosts)
        except Unreadable as cause:
            self.slow_pages += isinstance(cause, TooSlow)
            return kept, f"not fetched: {cause}"
        return self.captures.keep(address, answer.data, answer.suffix, self.today), ""

    def page(self, address: str, capture: Capture, gaps: tuple[str, ...]) -> SourceText:
        self.pages += 1
        source = self.read(capture.data, address, capture.suffix)
        return SourceText(
            source.path, source.format, source.blocks, source.text, source.encoding, source.problem,
            (*source.gaps, *gaps), capture.captured,
        )  # fmt: skip

    def too_many(self, listed: int) -> str:
        return f"the sitemap lists {listed:,} pages, and {self.limits.pages:,} are read; name a smaller one"


def _named(addresses: list[str]) -> str:
    more = len(addresses) - MOST_NAMED
    return ", ".join(f"`{each}`" for each in addresses[:MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
