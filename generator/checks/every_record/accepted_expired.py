"""The day until which a finding was accepted has passed.

Accepting a finding is a loan with a date: a brochure may say the old thing until its reprint. On
the day after, the finding is back with its own level, and this one recalls why it was let go. Mend
the cause, or decide anew with a new date. Where the cause was mended by then, this is a warning: the
entry or the comment has nothing to accept any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import AcceptedFinding, Company
from generator.checks.accept import allows, matches
from generator.checks.rule import rules
from generator.checks.run import findings_of
from generator.derive.facts import Facts
from generator.finding import Complaint, Finding, Level
from generator.location import Location

LEVEL = Level.ERROR
MENDED = "nothing is left of what it accepted: delete this"


def check(facts: Facts) -> Iterator[Complaint]:
    company = facts.playbook.area(Company)
    for position, accepted in enumerate(company.accepted):
        if accepted.until < facts.today:
            is_there = _is_there(accepted, facts)
            yield Complaint(
                company.at("accepted", position, "until"),
                f"the acceptance of `{accepted.rule}` ended on {accepted.until}",
                help="mend what was accepted and delete this entry, or set a new date"
                if is_there
                else f"{MENDED} entry",
                label="has passed",
                level=None if is_there else Level.WARNING,
                notes=(f"accepted by {accepted.by} because: {accepted.because.strip()}",),
                record=accepted.record or "",
                source=accepted.source or "",
            )
    for comment in facts.drift.allowances:
        if comment.until and comment.until < facts.today:
            is_there = _is_unsure(facts) or any(allows(comment, finding) for finding in _drift(facts))
            yield Complaint(
                Location(comment.file, comment.line, comment.column),
                f"the comment that allows `{comment.what}` ended on {comment.until}",
                help="mend what was allowed and delete the comment, or set a new date"
                if is_there
                else f"{MENDED} comment",
                level=None if is_there else Level.WARNING,
                notes=(f"because: {comment.because}",) if comment.because else (),
                source=comment.source,
                match=comment.what,
            )


def _is_there(accepted: AcceptedFinding, facts: Facts) -> bool:
    """Whether there still is what was accepted, as far as that can be known."""
    rule = rules().get(accepted.rule)
    if rule is None or rule.runs_last or rule.check is check or _is_unsure(facts):
        return True
    if rule.area == "messaging" and facts.drift.unknown.keys() & ({accepted.source} - {None} or facts.drift.unknown):
        return True
    return any(matches(accepted, finding) for finding in findings_of(rule, facts))


def _is_unsure(facts: Facts) -> bool:
    """Whether something could not be read, so that what is not found may be there all the same."""
    return bool(facts.misread or facts.unread)


def _drift(facts: Facts) -> Iterator[Finding]:
    for rule in rules().values():
        if rule.area == "messaging" and not rule.runs_last:
            yield from findings_of(rule, facts)
