"""Draws what rests on what as SVG: a column for each layer, a line of text for each record, a curve for each ground."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from html import escape
from itertools import groupby

from generator.derive.ground import Ground, Stone

ROW = 22
"""Height of a line; more than the text's own, so that labels never touch."""
HEAD = 14
"""Height of the paper under a heading."""
LETTER = 7.0
"""Mean width of a letter at 13 px, rounded up; labels that are longer than `WIDEST` letters are cut."""
WIDEST = 34
GAP = 64
"""Room between two columns for the curves."""
MARGIN = 8
SVG = "http://www.w3.org/2000/svg"
LINK = "http://www.w3.org/1999/xlink"
"""With `href` alone the theme, which sets the address of every link anew, fails on a link in a drawing."""


def draw(
    ground: Ground,
    *,
    title: str,
    address: Callable[[str], str],
    area: Callable[[str], str],
    states: Mapping[str, str],
    moved: Collection[tuple[str, str]] = (),
) -> str:
    """The whole drawing. `states` gives the word for records that are not in tune; `moved` are the pairs that changed.

    Colours come from the page: `currentColor` and the site's variables, so that it follows light and dark.
    """
    left = _columns(ground, lambda stone: max(_length(stone), (len(area(stone.area)) + 2) * LETTER))
    right = [edge - GAP for edge in left[1:-1]] + left[-1:]
    width = left[-1] if left else 0.0
    height = max((stone.row for stone in ground.stones), default=0) * ROW + 2 * MARGIN + ROW
    places = {stone.id: (left[stone.layer], stone.row * ROW + MARGIN) for stone in ground.stones}
    ends = {stone.id: (left[stone.layer] + _length(stone), right[stone.layer]) for stone in ground.stones}
    lines = [_curve(pair, places, ends, pair in moved) for pair in ground.rests]
    heads = [_head(layer, key, list(stones), left, area) for (layer, key), stones in groupby(ground.stones, _group)]
    nodes = [_node(stone, places[stone.id], address(stone.id), states.get(stone.id, "")) for stone in ground.stones]
    box = f'viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" height="{height}" font-size="13"'
    begin = (
        f'<svg class="tu-ground" xmlns="{SVG}" xmlns:xlink="{LINK}" role="group" aria-label="{escape(title)}" {box}>'
    )
    return "\n".join([begin, *lines, *heads, *nodes, "</svg>"])


def _columns(ground: Ground, wide: Callable[[Stone], float]) -> list[float]:
    """The left edge of each layer, and the right edge of the last."""
    edges = [float(MARGIN)]
    for layer in range(ground.layers):
        widest = max(wide(stone) for stone in ground.stones if stone.layer == layer)
        edges.append(edges[-1] + widest + (GAP if layer < ground.layers - 1 else MARGIN))
    return edges


def _length(stone: Stone) -> float:
    return (min(len(stone.label), WIDEST) + 2.5) * LETTER


def _group(stone: Stone) -> tuple[int, str]:
    return stone.layer, stone.area


def _curve(
    pair: tuple[str, str],
    places: Mapping[str, tuple[float, float]],
    ends: Mapping[str, tuple[float, float]],
    moved: bool,
) -> str:
    """From the end of the label straight to the edge of its column, then over to what rests on it."""
    (x, y), (_, up) = places[pair[0]], places[pair[1]]
    end, edge = ends[pair[1]]
    half = max((x - edge) / 2, 0)
    shape = f"M{end:.0f} {up:.0f}H{edge:.0f}C{edge + half:.0f} {up:.0f} {x - half:.0f} {y:.0f} {x:.0f} {y:.0f}"
    kind = ' class="moved" stroke-dasharray="5 3"' if moved else ""
    return f'<path d="{shape}" data-from="{pair[0]}" data-to="{pair[1]}"{kind}/>'


def _head(layer: int, key: str, stones: list[Stone], left: list[float], area: Callable[[str], str]) -> str:
    """On paper of its own, so that no curve strikes it through."""
    x, y, words = left[layer], (stones[0].row - 1) * ROW + MARGIN, area(key)
    paper = f'<rect x="{x:.0f}" y="{y - HEAD / 2:.0f}" width="{(len(words) + 1) * LETTER:.0f}" height="{HEAD}"/>'
    return f'{paper}<text class="head" x="{x:.0f}" y="{y + 4}">{escape(words)}</text>'


def _node(stone: Stone, place: tuple[float, float], address: str, state: str) -> str:
    x, y = place
    kind = ' class="lit"' if state else ""
    said = f"{stone.label}: {state}" if state else stone.label
    cut = stone.label if len(stone.label) <= WIDEST else stone.label[: WIDEST - 1].rstrip() + "…"
    sign = (
        f'<path class="sign" d="M{x + 2:.0f} {y:.0f}l5 -5 5 5 -5 5z"/>'
        if state
        else f'<circle class="dot" cx="{x + 7:.0f}" cy="{y:.0f}" r="3"/>'
    )
    return (
        f'<a xlink:href="{escape(address)}" data-id="{stone.id}"{kind}>'
        f"<title>{escape(said)}</title>"
        f'<rect x="{x:.0f}" y="{y - ROW / 2:.0f}" width="{_length(stone):.0f}" height="{ROW}"/>{sign}'
        f'<text x="{x + 16:.0f}" y="{y + 4:.0f}">{escape(cut)}</text></a>'
    )
