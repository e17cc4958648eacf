"""Where reference clients vouch for us, by product, circumstance and segment, and whom to recruit next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product as all_of

from generator.areas.company import Circumstance, Product, Segment
from generator.areas.ideal_client import IdealClient
from generator.areas.objectives import Objective
from generator.areas.references import Reference
from generator.derive.current import current
from generator.derive.facts import Facts


@dataclass(frozen=True, slots=True)
class Place:
    """One product in one circumstance in one segment. `segment` is empty where the company has no segments."""

    product: str
    circumstance: str
    segment: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Who covers a place, and who covers the same in `other` segments only.

    `objectives` are those that need it; `weight` is how much they count, in percent.
    """

    place: Place
    references: tuple[str, ...]
    other: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True)
class Coverage:
    """All places that we want to win in, in the order of the company's lists; `recruit` are the empty and thin ones."""

    cells: tuple[Cell, ...]
    recruit: tuple[Cell, ...]

    def at(self, product: str, circumstance: str, segment: str) -> Cell | None:
        place = Place(product, circumstance, segment)
        return next((cell for cell in self.cells if cell.place == place), None)


def find_coverage(facts: Facts) -> Coverage:
    """A place counts where an ideal client fits it; a reference that names no segment covers all of them.

    Whom to recruit first: the place that nobody covers, that the weightiest objectives need, and whose product
    has the fewest references in that circumstance anywhere.
    """
    segments = [segment.id for segment in facts.playbook.of(Segment)] or [""]
    wanted = [one.id for one in facts.playbook.of(Circumstance) if one.target]
    products = [product.id for product in facts.playbook.of(Product)]
    clients, references = current(facts, IdealClient), current(facts, Reference)
    objectives = current(facts, Objective)
    places = [Place(*place) for place in all_of(products, wanted, segments)]
    cells = tuple(_cell(place, references, objectives) for place in places if _wanted(place, clients))
    thin = [cell for cell in cells if len(cell.references) < 2]
    thin.sort(key=lambda cell: (len(cell.references), -cell.weight, len(cell.other)))
    return Coverage(cells, tuple(thin))


def _cell(place: Place, references: Sequence[Reference], objectives: Sequence[Objective]) -> Cell:
    near = [one for one in references if _nearly(place, one)]
    covering = tuple(one.id for one in near if _in(place.segment, one.segments))
    other = tuple(one.id for one in near if not _in(place.segment, one.segments))
    needing = [
        one
        for one in objectives
        if (one.products or one.segments) and _in(place.product, one.products) and _in(place.segment, one.segments)
    ]
    return Cell(place, covering, other, tuple(one.id for one in needing), sum(one.weight or 0 for one in needing))


def _nearly(place: Place, reference: Reference) -> bool:
    """The product in the circumstance, in whatever segment."""
    return place.product in reference.products and place.circumstance in reference.circumstances


def _wanted(place: Place, clients: Sequence[IdealClient]) -> bool:
    return not clients or any(
        _in(place.product, client.products)
        and _in(place.segment, client.segments)
        and _in(place.circumstance, client.circumstances)
        for client in clients
    )


def _in(id_: str, ids: Sequence[str]) -> bool:
    """Facets that say nothing mean all."""
    return not ids or not id_ or id_ in ids
