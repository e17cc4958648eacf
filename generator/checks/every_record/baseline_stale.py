"""The baseline knows drift that is no longer there.

What was mended should not be allowed to come back unseen, so its entry has to go: run `tuneup baseline prune`. It takes
entries away and never adds one. What stood in a source that cannot be read today may still stand there, so its entry
stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.baseline import pruned
from generator.derive.facts import Facts
from generator.finding import Complaint, Finding, Level
from generator.location import Location

LEVEL = Level.WARNING


def check(facts: Facts, findings: Sequence[Finding]) -> Iterator[Complaint]:
    before = sum(each.count for each in facts.baseline)
    after = sum(each.count for each in pruned(facts, findings))
    if gone := before - after:
        places = "places that are" if gone > 1 else "place that is"
        yield Complaint(
            Location(facts.baseline_file),
            f"the baseline knows {gone} {places} no longer wrong",
            help='run "tuneup baseline prune"',
        )
