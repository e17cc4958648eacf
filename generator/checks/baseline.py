"""Sets findings aside that stood there when checking began, and tells which entries have had their day."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from generator.checks.accept import BASELINE
from generator.derive.facts import Facts
from generator.finding import Acceptance, Finding
from generator.model.known import Known

WHY = Acceptance("It stood there when checking began.", BASELINE, "")


def with_baseline(findings: Sequence[Finding], known: Iterable[Known]) -> list[Finding]:
    """The same findings; drift that is in the baseline, in no more places than then, carries it."""
    left = Counter({each.key: each.count for each in known})
    return [_set_aside(finding, left) if left else finding for finding in findings]


def as_known(finding: Finding) -> Known:
    said = finding.complaint
    folded = " ".join(said.match.split()).casefold()
    quote = sha256(folded.encode()).hexdigest()[:16] if folded else ""
    return Known(finding.rule, said.subject, said.source, quote, said.places)


def entries(findings: Iterable[Finding]) -> list[Known]:
    """The baseline that would know all of these; only drift has one, for only it comes as an old pile."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for finding in findings:
        if is_of_old(finding):
            counted[as_known(finding).key] += finding.complaint.places
    return sorted(Known(*key, count) for key, count in counted.items())


def is_of_old(finding: Finding) -> bool:
    """Whether a baseline of today knows it: drift that nobody has accepted for a while."""
    return bool(finding.complaint.source) and (finding.accepted is None or finding.accepted.by == BASELINE)


def pruned(facts: Facts, findings: Sequence[Finding]) -> list[Known]:
    """The entries that are still needed, each for no more places than there are. Nothing is added.

    Of what could not be read nobody knows whether it was mended: such an entry stays as it is.
    """
    there = {each.key: each.count for each in entries(findings)}
    unknown = set(of_unknown(facts))
    return [
        each if each in unknown else dataclasses.replace(each, count=min(each.count, there[each.key]))
        for each in sorted(facts.baseline)
        if each in unknown or each.key in there
    ]


def of_unknown(facts: Facts) -> list[Known]:
    """The entries of sources that could not be read, and of records that were not read as written."""
    lost = facts.drift.not_seen | facts.misread if facts.baseline else frozenset()
    return [each for each in facts.baseline if not lost.isdisjoint((each.message, each.source))]


def _set_aside(finding: Finding, left: Counter[tuple[str, str, str, str]]) -> Finding:
    own = as_known(finding)
    if finding.accepted is not None or not own.source or left[own.key] < own.count:
        return finding
    left[own.key] -= own.count
    return dataclasses.replace(finding, accepted=WHY)
