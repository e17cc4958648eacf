"""An acceptance matches no finding any more.

Either the cause was mended, and the entry can go, or it was misspelt, and the finding it was meant
for is not accepted at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.areas.company import Company
from generator.checks.accept import matches
from generator.derive.facts import Facts
from generator.finding import Complaint, Finding, Level

LEVEL = Level.WARNING


def check(facts: Facts, findings: Sequence[Finding]) -> Iterator[Complaint]:
    company = facts.playbook.area(Company)
    for position, accepted in enumerate(company.accepted):
        if accepted.until >= facts.today and not any(matches(accepted, finding) for finding in findings):
            yield Complaint(
                company.at("accepted", position, "rule"),
                f"the acceptance of `{accepted.rule}` matches no finding",
                help="delete it, or mend its `record`, `source` and `match`",
                label="nothing to accept",
                record=accepted.record or "",
            )
