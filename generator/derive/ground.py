"""What rests on what, laid out in layers: the foundation first, then what stands on it, and on that in turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.areas import discover
from generator.derive.facts import Facts
from generator.model.record import Record
from generator.model.words import Status


@dataclass(frozen=True, slots=True)
class Stone:
    """One record in the map. `layer` 0 rests on nothing; `row` counts from the top of its layer, groups apart."""

    id: str
    label: str
    area: str
    layer: int
    row: int


@dataclass(frozen=True)
class Ground:
    """The records that rest on others or are rested on, and the pairs (what rests, on what)."""

    stones: tuple[Stone, ...]
    rests: tuple[tuple[str, str], ...]

    @property
    def layers(self) -> int:
        return max((stone.layer for stone in self.stones), default=-1) + 1


def find_ground(facts: Facts) -> Ground:
    """In each layer the records stand by area, and within one beside what they rest on."""
    records = {record.id: record for record in facts.playbook.records() if record.status is Status.ACTIVE}
    rests = [(id_, up) for id_, record in records.items() for up in dict.fromkeys(record.based_on) if up in records]
    used = {id_ for pair in rests for id_ in pair}
    below = _below(rests, used)
    depth = _depths(below)
    return Ground(tuple(_stones(facts, records, below, depth)), tuple(rests))


def _below(rests: list[tuple[str, str]], used: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {id_: [] for id_ in sorted(used)}
    for id_, up in rests:
        found[id_].append(up)
    return found


def _depths(below: Mapping[str, list[str]]) -> dict[str, int]:
    """The longest way down, by layers: each holds what rests only on the ones before. A circle is cut somewhere."""
    depth: dict[str, int] = {}
    waiting = dict(below)
    layer = 0
    while waiting:
        here = [id_ for id_, ups in waiting.items() if not any(up in waiting for up in ups)] or [min(waiting)]
        for id_ in here:
            del waiting[id_]
            depth[id_] = layer
        layer += 1
    return depth


def _stones(
    facts: Facts, records: Mapping[str, Record], below: Mapping[str, list[str]], depth: Mapping[str, int]
) -> list[Stone]:
    order = {key: number for number, key in enumerate(discover())}
    rows: dict[str, int] = {}
    stones: list[Stone] = []
    for layer in range(max(depth.values(), default=-1) + 1):
        here = [id_ for id_, found in depth.items() if found == layer]
        here.sort(key=lambda id_: (order[facts.playbook.home(records[id_])], _middle(below[id_], rows), id_))
        row, last = 0, ""
        for id_ in here:
            area = facts.playbook.home(records[id_])
            row += 2 if area != last else 1
            last, rows[id_] = area, row
            stones.append(Stone(id_, records[id_].label, area, layer, row))
    return stones


def _middle(below: list[str], rows: Mapping[str, int]) -> float:
    there = [rows[up] for up in below if up in rows]
    return sum(there) / len(there) if there else 0.0
