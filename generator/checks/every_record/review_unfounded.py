"""A review on record cannot be right: by somebody nobody knows, of a record that is gone, or on a day to come.

`tuneup review` writes none of these. They come from editing the file by hand, from a merge that went
wrong, or from a person or a record that was deleted or has another id now. A look nobody stands for quiets
a lamp that should be lit. That a record is gone is only a note: its review does no harm, and the next
`tuneup review` takes it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Person
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.loading.words import nearest
from generator.model.review import Review

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    people = [person.id for person in facts.playbook.of(Person)]
    for review in facts.playbook.reviews:
        if review.record not in facts.playbook.entries:
            if review.record not in facts.misread:
                yield _gone(review)
            continue
        if review.by not in people and review.by not in facts.misread:
            yield _stranger(review, people)
        if review.on > facts.today:
            yield _to_come(review)


def _gone(review: Review) -> Complaint:
    return Complaint(
        review.at("record"),
        f"a review is on record of `{review.record}`, which does not exist",
        help="write the new id where it only has another name; else leave it, the next review takes it out",
        label="no such record",
        level=Level.NOTE,
    )


def _stranger(review: Review, people: list[str]) -> Complaint:
    near = nearest(review.by, people)
    return Complaint(
        review.at("by"),
        f"the review of `{review.record}` on {review.on} is by `{review.by}`, whom company.yml does not know",
        help=(f"write `{near}` if that is who looked, or " if near else "")
        + f'look again: `tuneup review {review.record} --because "…"`',
        label="who is this?",
        record=review.record,
    )


def _to_come(review: Review) -> Complaint:
    return Complaint(
        review.at("on"),
        f"the review of `{review.record}` is dated {review.on}, which is still to come",
        help=f'look now: `tuneup review {review.record} --because "…"`',
        label="nobody has looked on this day",
        record=review.record,
    )
