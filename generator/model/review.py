"""A review on record: who looked at what, when, why, and what it rested on then."""

from __future__ import annotations

from generator.model.record import Part, Placed
from generator.model.words import AnyRef, Date, Id, PersonRef, Text, Word


class Stamp(Part):
    """What an upstream record said when a review was made."""

    id: Id
    """The record that was rested on."""
    fingerprint: Word
    """A digest of its meaning, with the scheme that made it: `v1:…`."""
    text: Text | None = None
    """Its meaning then, in words, so that a later reader sees what changed; empty where it said nothing yet."""
    editorial: Text | None = None
    """Who said on which day that its change was only words, and why; the record itself was not looked at then."""


class Review(Placed):
    """One look at one record."""

    record: AnyRef
    """The record that was looked at."""
    on: Date
    """The day of the review."""
    by: PersonRef
    """The person who looked."""
    because: Text
    """What was found, in a sentence."""
    upstream: list[Stamp] = []
    """What the record rested on, as it was then."""


class ReviewLock(Part):
    """The file `reviews.lock.yml`: the latest review of each record. Written by `tuneup review`."""

    version: int = 1
    """The version of this file's shape."""
    reviews: list[Review] = []
    """The reviews, by record id."""
