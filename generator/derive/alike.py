"""Names for a list of records that nobody takes for one another: two that are called alike say where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable


def told_apart(ids: Iterable[str], name: Callable[[str], str], area: Callable[[str], str]) -> list[str]:
    """The name of each; where others bear it too, with its area, and its id where even that is the same."""
    wanted = list(ids)
    names = Counter(map(name, wanted))
    placed = Counter((name(id), area(id)) for id in wanted)
    return [
        name(id)
        if names[name(id)] == 1
        else f"{name(id)} ({area(id) if placed[name(id), area(id)] == 1 and area(id) else id})"
        for id in wanted
    ]
