"""Drift: what each messaging source says of each message, with evidence; facts for checks, pages and reports."""

from generator.derive.drift.cell import Cell, Contradiction, Drift, Speech
from generator.derive.drift.evidence import Allowance, Evidence, Nearest, TermEvidence, Unread, Verdict
from generator.derive.drift.find import find_drift, oldest_capture
from generator.derive.drift.hear import Compare, Texts
from generator.derive.drift.where import Where

__all__ = [
    "Allowance",
    "Cell",
    "Compare",
    "Contradiction",
    "Drift",
    "Evidence",
    "Nearest",
    "Speech",
    "TermEvidence",
    "Texts",
    "Unread",
    "Verdict",
    "Where",
    "find_drift",
    "oldest_capture",
]
