"""What a track is called on pages: by its role, or by its own title where another track has the same role."""

from __future__ import annotations

from generator.areas.rap import Track
from generator.derive.hires.tracks import shares_role
from generator.render.book import Book


def has_own_name(book: Book, track: Track) -> bool:
    return shares_role(track, book.current(Track))


def track_name(book: Book, track: Track) -> str:
    role = book.shown.get(track.role)
    return track.title if role is None or has_own_name(book, track) else role.label
