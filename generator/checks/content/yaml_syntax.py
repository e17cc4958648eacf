"""A file is not YAML, or does not begin with the name of a list, so nothing in it can be read.

The line named is where reading stopped; the slip is there or just above. The usual causes are a `:`
inside a text without quotes, a quote that is never closed, a line indented differently from its
neighbours, and a tab.

Put texts with special characters in quotes, or write them below the key after `|`:

    statement: |
      Two words: keep going.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return facts.problems.get("yaml-syntax", ())
