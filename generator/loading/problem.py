"""What loading has to complain of, under the name of the rule that explains it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.finding import Complaint


@dataclass(frozen=True, slots=True)
class Problem:
    """`rule` is the id of a file in `checks/content/`, which holds the manual and the level."""

    rule: str
    complaint: Complaint
