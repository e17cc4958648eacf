"""A product has no differentiator.

A product that nobody can tell apart is sold on price. Say what sets it apart: a differentiator that names it in
`products`, or one about products that names none and so holds for all. A difference of the company or of its
salespeople counts only where it names the product.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Product
from generator.areas.differentiation import Differentiator
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    differentiators = current(facts, Differentiator)
    if not differentiators or any(d.sort == "product" and not d.products for d in differentiators):
        return
    covered = {product for differentiator in differentiators for product in differentiator.products}
    for product in facts.playbook.of(Product):
        if product.id not in covered:
            yield Complaint(
                product.at(),
                f"no current differentiator sets product `{product.id}` apart",
                help=f"add `{product.id}` to `products:` of a differentiator, or write one for it",
                record=product.id,
            )
