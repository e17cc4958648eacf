"""No reference client covers a product in a circumstance that we want to win in.

A prospect wants to hear from somebody in their place who bought the same thing. The map of products and circumstances
shows where nobody is; that is where to recruit next. A single one is a note: when they rest or leave, the place is
empty. A reference counts for the products and circumstances that it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product as product_of

from generator.areas.company import Circumstance, Product
from generator.areas.references import Reference
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.derive.state.untouched import is_untouched
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    references = [reference for reference in current(facts, Reference) if not is_untouched(reference, facts.playbook)]
    if not any(not is_untouched(reference, facts.playbook) for reference in facts.playbook.of(Reference)):
        return
    wanted = [circumstance for circumstance in facts.playbook.of(Circumstance) if circumstance.target]
    places: dict[tuple[str, str], list[str]] = {}
    for reference in references:
        for place in product_of(reference.products, reference.circumstances):
            places.setdefault(place, []).append(reference.id)
    for product in facts.playbook.of(Product):
        for circumstance in wanted:
            there = places.get((product.id, circumstance.id), [])
            if len(there) < 2:
                yield _complaint(product, circumstance, there)


def _complaint(product: Product, circumstance: Circumstance, there: list[str]) -> Complaint:
    how_many = f"only `{there[0]}` covers" if there else "no reference covers"
    return Complaint(
        product.at(),
        f"{how_many} product `{product.id}` in circumstance `{circumstance.id}`",
        help=f"recruit a client who bought {product.label} in that circumstance",
        record=product.id,
        level=Level.NOTE if there else None,
        match=f"{product.id} {circumstance.id}",
    )
