"""Findings that can be shown to an audience: those that quote nothing from above it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive.secrets import Secret, Words, by_first, found_in, secrets_above, still_secret
from generator.finding import Finding
from generator.leaks.voice import voice
from generator.model.playbook import Playbook


def telling_nothing(findings: Sequence[Finding], whole: Playbook, seen: Playbook) -> list[Finding]:
    """A finding on a visible record may still quote another one, or a field, that was taken out of `seen`."""
    runs = secrets_above(whole, seen)
    told: dict[Words, Secret] = {run: secret for finding in findings for run, secret in found_in(_text(finding), runs)}
    if not told:
        return list(findings)
    secret = still_secret(by_first(told.items()), seen, voice())
    return [finding for finding in findings if not any(found_in(_text(finding), secret))]


def _text(finding: Finding) -> str:
    said = finding.complaint
    reason = finding.accepted.because if finding.accepted else ""
    parts = (said.message, said.help, said.label, *said.notes, said.subject, said.source, said.match, reason)
    return " \n ".join(parts)
