"""A differentiator has nothing that shows it to be true.

A claim without proof sounds like every other vendor's. Name a reference client who confirms it or a measurement; if
there is none, it is a hope and belongs in `status: draft`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.differentiation import Differentiator
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for differentiator in current(facts, Differentiator):
        if not any(proof.reference or proof.text or proof.source for proof in differentiator.proof):
            yield Complaint(
                differentiator.at(),
                f"differentiator `{differentiator.id}` has no proof",
                help="add `proof:` with a reference client or a measurement, or set `status: draft`",
                record=differentiator.id,
            )
