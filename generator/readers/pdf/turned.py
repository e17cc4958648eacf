"""Edges of what stands sideways or upside down, as they are with the page turned until it is upright."""

from __future__ import annotations

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def turned(edges: Edges, turn: int) -> Edges:
    """The edges with the page turned by so many right angles, against the clock, about its lower left corner."""
    left, bottom, right, top = edges
    for _ in range(turn):
        left, bottom, right, top = -top, left, -bottom, right
    return left, bottom, right, top
