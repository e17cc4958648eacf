"""When a hire pays back, drawn: margin against cost month by month, and what a week earlier is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.areas.rap.track import Economics, Track
from generator.derive.hires.payback import MONTH, Gain, Point, break_even, break_even_day, curve, margin, sooner

MONTHS = 12
WIDTH, HEIGHT = 640, 260
LEFT, BOTTOM, TOP, RIGHT = 64, 34, 14, 12
WEEKS = (-4, -2, 1, 2, 4)
"""By how many weeks the ramp is moved to show what it is worth; minus is later."""


@dataclass(frozen=True)
class Drawing:
    """Points of the two lines and the marks of the axes, in the units of the picture."""

    margin: str
    cost: str
    across: list[tuple[float, int]]
    up: list[tuple[float, float]]
    even: tuple[float, float] | None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    floor: int = HEIGHT - BOTTOM
    top: int = TOP


@dataclass(frozen=True)
class Moved:
    """What changes when the ramp lies some weeks earlier, or later where negative. `days` sooner until paid back."""

    weeks: float
    margin: int
    days: int | None


@dataclass(frozen=True)
class Payback:
    """One track's payback. `goal` is the month it is wanted by."""

    months: float | None
    day: int | None
    goal: int | None
    currency: str
    points: tuple[Point, ...]
    drawing: Drawing
    week: Moved
    moved: list[Moved]


def payback_of(track: Track) -> Payback | None:
    """Nothing where the audience may not see what a hire costs, or nobody has written it."""
    money = track.economics
    if money is None:
        return None
    months = break_even(money)
    points = curve(money, max(MONTHS, min(36, int(months or 0) + 3)))
    return Payback(
        months,
        break_even_day(money),
        money.break_even_by,
        money.currency,
        points,
        _drawn(money, points, months),
        _moved(sooner(money)),
        [_moved(sooner(money, weeks)) for weeks in WEEKS],
    )


def _moved(gain: Gain) -> Moved:
    return Moved(gain.weeks, round(gain.margin), None if gain.months is None else round(gain.months * MONTH))


def _drawn(money: Economics, points: Sequence[Point], months: float | None) -> Drawing:
    most = max(max(point.margin, point.cost) for point in points) or 1.0
    step = _round(most / 4)
    top = step * (int(most / step) + 1)

    def x(month: float) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * month / points[-1].month, 1)

    def y(amount: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * amount / top, 1)

    return Drawing(
        margin=" ".join(f"{x(point.month)},{y(point.margin)}" for point in points),
        cost=" ".join(f"{x(point.month)},{y(point.cost)}" for point in points),
        across=[(x(point.month), point.month) for point in points if point.month % max(1, len(points) // 12) == 0],
        up=[(y(step * number), step * number) for number in range(int(top / step) + 1)],
        even=(x(months), y(margin(money, months))) if months is not None and months <= points[-1].month else None,
    )


def _round(amount: float) -> float:
    """A step that people count in: 1, 2 or 5 with zeros."""
    size = 1.0
    while size * 10 <= amount:
        size *= 10
    return next((size * factor for factor in (1, 2, 5, 10) if size * factor >= amount), size)
