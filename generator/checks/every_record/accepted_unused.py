"""An acceptance matches no finding any more.

Either the cause was mended, and the entry can go, or it was misspelt, and the finding it was meant
for is not accepted at all.

A comment `<!-- tuneup: allow MESSAGE until DATE because REASON -->` in a source counts for the paragraph that it
stands in, at the end of (also behind `</p>`) or on the line right below, with an empty line after it. Anywhere else it
counts for the paragraph that comes next. MESSAGE is the id of the message or the retired one, a word to avoid, or the
name of a check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.areas.company import Company
from generator.checks.accept import allows, matches
from generator.checks.rule import rules
from generator.derive.drift import Allowance
from generator.derive.facts import Facts
from generator.finding import Complaint, Finding, Level
from generator.location import Location

LEVEL = Level.WARNING
ELSEWHERE = "matches no finding in the paragraph it stands at"
FORM = "write `<!-- tuneup: allow MESSAGE until DATE because REASON -->`, or delete it"
STRAY = "move it to the line before its paragraph, or to its end, mend the id that it names, or delete it"


def check(facts: Facts, findings: Sequence[Finding]) -> Iterator[Complaint]:
    if facts.misread:
        return  # what it accepts may be a finding that waits until they are mended
    company = facts.playbook.area(Company)
    for position, accepted in enumerate(company.accepted):
        known = accepted.rule in rules()
        if known and accepted.until >= facts.today and not any(matches(accepted, finding) for finding in findings):
            yield Complaint(
                company.at("accepted", position, "rule"),
                f"the acceptance of `{accepted.rule}` matches no finding",
                help="delete it, or mend its `record`, `source` and `match`",
                label="nothing to accept",
                record=accepted.record or "",
            )
    for comment in facts.drift.allowances:
        if why := _idle(comment, facts, findings):
            yield Complaint(
                Location(comment.file, comment.line, comment.column),
                f"the comment {_name(comment)} {why}",
                help=STRAY if why == ELSEWHERE else FORM,
                source=comment.source,
                match=comment.what,
            )


def _name(comment: Allowance) -> str:
    if not comment.is_told:
        return f"`tuneup: {comment.what}`"
    return f"that allows `{comment.what}`" if comment.what else "that allows nothing"


def _idle(comment: Allowance, facts: Facts, findings: Sequence[Finding]) -> str:
    """Why a comment allows nothing; empty where it does, or did until its day."""
    if not comment.is_told:
        return "does not say `allow`"
    if comment.until is None:
        return f"names `{comment.day}`, which is no day" if comment.day else "names no day until which"
    if not comment.because:
        return "gives no reason"
    used = comment.until < facts.today or any(allows(comment, finding) for finding in findings)
    return ELSEWHERE if not used else ""
