"""The line of sight: for each objective what measures it, pays for it, says it, proves it and trains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.areas.compensation import PayPlan
from generator.areas.differentiation import Differentiator
from generator.areas.ideal_client import IdealClient
from generator.areas.messaging import Message
from generator.areas.metrics import Metric
from generator.areas.objectives import Objective
from generator.areas.rap import Module
from generator.areas.references import Reference
from generator.areas.skills import Skill
from generator.derive.current import current, holds
from generator.derive.facts import Facts
from generator.derive.hires.teaching import TEACHES
from generator.model.record import Record
from generator.model.words import Status

COLUMNS: Mapping[str, type[Record]] = {
    "metric": Metric,
    "pay": PayPlan,
    "client": IdealClient,
    "message": Message,
    "differentiator": Differentiator,
    "reference": Reference,
    "module": Module,
    "skill": Skill,
}
"""What stands between an objective and a client, in the order in which a line of sight is followed."""
UPHELD = ("client", "message", "differentiator")
"""Columns whose records say what is to be proven and taught."""


@dataclass(frozen=True, slots=True)
class Line:
    """One objective and the ids that serve it, by column; nearest first. A column without any is a gap."""

    objective: Objective
    cells: Mapping[str, tuple[str, ...]]

    @property
    def gaps(self) -> tuple[str, ...]:
        """The columns in which nothing serves it."""
        return tuple(column for column, ids in self.cells.items() if not ids)


def find_sight(facts: Facts) -> list[Line]:
    """The current objectives, the weightiest first, each with what serves it today."""
    objectives = sorted(current(facts, Objective), key=lambda one: -(one.weight or 0))
    return [Line(objective, _cells(facts, objective)) for objective in objectives]


def _cells(facts: Facts, objective: Objective) -> dict[str, tuple[str, ...]]:
    resting = _resting_on(facts, objective.id)
    found = {column: _of(facts, cls, resting) for column, cls in COLUMNS.items()}
    found["metric"] = _unique([*_own_metric(facts, objective), *_naming(facts, objective.id, "objective", Metric)])
    found["pay"] = _paying(facts, objective.id)
    upheld = [id_ for column in UPHELD for id_ in found[column]]
    proving = (link.target for id_ in upheld for link in facts.links.of(id_) if "proof" in link.path)
    found["reference"] = _unique([*found["reference"], *_of(facts, Reference, proving)])
    taught = [objective.id, *upheld]
    teaching = [link.source for id_ in taught for link in facts.links.to(id_) if link.path[0] in TEACHES]
    for column, cls in (("module", Module), ("skill", Skill)):
        found[column] = _unique([*found[column], *_of(facts, cls, teaching)])
    return found


def _resting_on(facts: Facts, id_: str) -> list[str]:
    """Everything that is based on it, also by way of others, nearest first."""
    found = {id_: None}
    for one in (queue := [id_]):
        for link in facts.links.to(one):
            if link.path[0] == "based_on" and link.source not in found:
                found[link.source] = None
                queue.append(link.source)
    return list(found)[1:]


def _of(facts: Facts, cls: type[Record], ids: Iterable[str]) -> tuple[str, ...]:
    entries = (facts.playbook.entries.get(id_) for id_ in ids)
    return _unique(entry.id for entry in entries if isinstance(entry, cls) and _in_force(facts, entry))


def _own_metric(facts: Facts, objective: Objective) -> Iterator[str]:
    yield from _of(facts, Metric, [*([objective.metric] if objective.metric else []), *objective.leading_indicators])


def _naming(facts: Facts, id_: str, field: str, cls: type[Record]) -> tuple[str, ...]:
    return _of(facts, cls, (link.source for link in facts.links.to(id_) if link.path[0] == field))


def _paying(facts: Facts, id_: str) -> tuple[str, ...]:
    """The plans that have a component for it; one that is only based on it does not pay for it."""
    return tuple(
        plan.id for plan in current(facts, PayPlan) if any(component.objective == id_ for component in plan.components)
    )


def _in_force(facts: Facts, record: Record) -> bool:
    return record.status is Status.ACTIVE and holds(record, facts.today)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
