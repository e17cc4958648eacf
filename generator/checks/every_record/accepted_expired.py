"""The day until which a finding was accepted has passed.

Accepting a finding is a loan with a date: a brochure may say the old thing until its reprint. On
the day after, the finding is back with its own level, and this one recalls why it was let go. Mend
the cause, or decide anew with a new date.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Company
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    company = facts.playbook.area(Company)
    for position, accepted in enumerate(company.accepted):
        if accepted.until < facts.today:
            yield Complaint(
                company.at("accepted", position, "until"),
                f"the acceptance of `{accepted.rule}` ended on {accepted.until}",
                help="mend what was accepted and delete this entry, or set a new date",
                label="has passed",
                notes=(f"accepted by {accepted.by} because: {accepted.because.strip()}",),
                record=accepted.record or "",
                source=accepted.source or "",
            )
    for comment in facts.drift.allowances:
        if comment.until and comment.until < facts.today:
            yield Complaint(
                Location(comment.file, comment.line, comment.column),
                f"the comment that allows `{comment.what}` ended on {comment.until}",
                help="mend what was allowed and delete the comment, or set a new date",
                notes=(f"because: {comment.because}",) if comment.because else (),
                source=comment.source,
                match=comment.what,
            )
