"""Finds what needs itself: records that wait for each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def circles(needs: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Each circle once, by the ids on its way, the first of them named again at the end.

    `needs` holds for each id those that come before it; every id that is needed must be a key of its own.
    """
    told: set[str] = set()
    for id_ in _stuck(needs):
        circle = [] if id_ in told else _circle(id_, needs)
        if circle:
            told.update(circle)
            yield circle


def _stuck(needs: Mapping[str, list[str]]) -> list[str]:
    """What no order reaches: those on a circle, and those that wait for one of them."""
    open_ = {id_: len(wanted) for id_, wanted in needs.items()}
    waiting: dict[str, list[str]] = {}
    for id_, wanted in needs.items():
        for need in wanted:
            waiting.setdefault(need, []).append(id_)
    ready = [id_ for id_, count in open_.items() if count == 0]
    while ready:
        for id_ in waiting.get(ready.pop(), ()):
            open_[id_] -= 1
            if open_[id_] == 0:
                ready.append(id_)
    return [id_ for id_, count in open_.items() if count]


def _circle(start: str, needs: Mapping[str, list[str]]) -> list[str]:
    """The shortest way from `start` back to it, both ends named; empty where there is none."""
    ways, seen = [[start]], set()
    while ways:
        longer = []
        for way in ways:
            for need in needs[way[-1]]:
                if need == start:
                    return [*way, start]
                if need not in seen:
                    seen.add(need)
                    longer.append([*way, need])
        ways = longer
    return []
