"""Keeps time while a host answers: it may take its time to begin, but must not drip once it has begun."""

from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a visit may take; the defaults suit a company's own website.

    A page that has to be made first begins after a second or more, and then comes at once. A host that sends a byte
    now and then keeps a visitor for ever: it is left once a piece takes too long, in the header as in the page.
    """

    bytes: int = 10_000_000
    seconds: float = 15.0
    """For one page, redirects included."""
    seconds_to_begin: float = 1.8
    """Of silence before the first byte, those of all redirects together: looking up the host, connecting, waiting."""
    piece: int = 16_000
    seconds_a_piece: float = 1.8
    """What is not over has to bring so many bytes in so many seconds: a slow mobile line brings as many."""
    redirects: int = 5
    pages: int = 200
    seconds_together: float = 300.0
    slow_pages: int = 3
    """Pages of a sitemap that may be too slow before the rest is not asked for."""


@dataclass(slots=True)
class Pace:
    """Told when a page is asked for and how many bytes come, it says how many seconds are left to wait."""

    limits: Limits
    begun: float = field(default_factory=time.monotonic)
    silence: float = 0.0
    """Seconds of silence before."""
    is_silent: bool = True
    since: float = field(default_factory=time.monotonic)
    """When the silence or the piece at hand began."""
    received: int = 0
    """Bytes of that piece."""

    def ask(self) -> None:
        """A page is asked for, or the next that it forwards to."""
        self.is_silent, self.since = True, time.monotonic()

    def got(self, size: int) -> None:
        """Bytes have come."""
        now = time.monotonic()
        self.received += size
        if self.is_silent:
            self.silence += now - self.since
            self.is_silent, self.since, self.received = False, now, size
        elif self.received >= self.limits.piece:
            self.since, self.received = now, 0

    def left(self) -> float:
        """Seconds until the visit is over unless something comes before."""
        now, limits = time.monotonic(), self.limits
        for_this = limits.seconds_to_begin - self.silence if self.is_silent else limits.seconds_a_piece
        return min(self.since + for_this, self.begun + limits.seconds) - now

    def why(self) -> str:
        """What took too long."""
        if time.monotonic() - self.begun >= self.limits.seconds:
            return f"it takes more than {self.limits.seconds:g} s to answer"
        if self.is_silent:
            return f"it does not begin to answer within {self.limits.seconds_to_begin:g} s"
        return f"it drips: {self.limits.seconds_a_piece:g} s bring less than {self.limits.piece / 1000:g} kB"
