"""Sets findings aside that somebody has accepted for a while."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence

from generator.areas.company import AcceptedFinding
from generator.derive.drift import Allowance
from generator.finding import Acceptance, Finding

BASELINE = "baseline"
"""Who accepted what stood there when checking began."""
CONTRADICTION = "sources-contradict"


def accept(findings: Sequence[Finding], accepted: Sequence[AcceptedFinding], today: datetime.date) -> list[Finding]:
    """The same findings; those that match an acceptance which still holds carry it."""
    current = [acceptance for acceptance in accepted if acceptance.until >= today]
    expired = [acceptance for acceptance in accepted if acceptance.until < today]
    return [_recalled(_with_acceptance(finding, current), expired) for finding in findings]


def matches(acceptance: AcceptedFinding, finding: Finding) -> bool:
    """Whether every part the acceptance names is that of the finding."""
    said = finding.complaint
    return (
        acceptance.rule == finding.rule
        and acceptance.record in (None, said.record, said.subject)
        and acceptance.source in (None, said.source)
        and (acceptance.match is None or _plain(acceptance.match) in _plain(f"{said.message}\n{said.match}"))
    )


def allow(findings: Sequence[Finding], allowances: Sequence[Allowance], today: datetime.date) -> list[Finding]:
    """The same findings; those at a paragraph whose comment allows them carry that, later its old reason."""
    whole = [each for each in allowances if each.because and each.until]
    return [_with_allowance(finding, whole, today) if whole else finding for finding in findings]


def allows(allowance: Allowance, finding: Finding) -> bool:
    """Whether the comment names the drift's message, word or rule, and stands at its paragraph.

    What is wrong with the comment itself is no drift, and nothing that it could allow. A contradiction rests on more
    than a paragraph: it goes with the words that are wrong, or by its rule's name.
    """
    said, place = finding.complaint, finding.location
    return (
        finding.area == "messaging"
        and allowance.file == place.file
        and allowance.start <= (place.line, place.column) < allowance.end
        and (
            allowance.what == finding.rule
            or (finding.rule != CONTRADICTION and allowance.what in (said.subject, said.record, said.match))
        )
    )


def _with_allowance(finding: Finding, whole: Sequence[Allowance], today: datetime.date) -> Finding:
    if finding.accepted is not None:
        return finding
    at = [each for each in whole if allows(each, finding)]
    current = [each for each in at if each.until and each.until >= today]
    if current:
        first = current[0]
        why = Acceptance(first.because, f"{first.file}:{first.line}", str(first.until))
        return dataclasses.replace(finding, accepted=why)
    if at:
        return _noted(finding, f"allowed until {at[0].until}, which has passed: {at[0].because}")
    return finding


def _noted(finding: Finding, note: str) -> Finding:
    noted = dataclasses.replace(finding.complaint, notes=(*finding.complaint.notes, note))
    return dataclasses.replace(finding, complaint=noted)


def _plain(text: str) -> str:
    """No-break spaces and line ends are nobody's business who copies a quote into company.yml."""
    return " ".join(text.split())


def _with_acceptance(finding: Finding, current: Sequence[AcceptedFinding]) -> Finding:
    for acceptance in current:
        if matches(acceptance, finding):
            why = Acceptance(acceptance.because.strip(), acceptance.by, acceptance.until.isoformat())
            return dataclasses.replace(finding, accepted=why)
    return finding


def _recalled(finding: Finding, expired: Sequence[AcceptedFinding]) -> Finding:
    """The same finding; where it was accepted until a day that has passed, its notes say so."""
    for acceptance in expired:
        if finding.accepted is None and matches(acceptance, finding):
            said = (
                f"accepted by {acceptance.by} until {acceptance.until}, which has passed: {acceptance.because.strip()}"
            )
            return _noted(finding, said)
    return finding
