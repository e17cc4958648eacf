"""The matrix for a terminal: parted where the window is narrower than it is wide."""

from __future__ import annotations

from generator.derive.drift import Cell, Drift, Verdict
from generator.reports.matrix import matrix

SOURCES = tuple(f"source-{number}" for number in range(30))
DRIFT = Drift(
    messages=("tagline",),
    sources=SOURCES,
    cells={
        (source, "tagline"): Cell(source, "tagline", list(Verdict)[number % 10], required=True)
        for number, source in enumerate(SOURCES)
    },
)


def test_no_line_of_it_is_wider_than_the_window() -> None:
    for width in (60, 80, 120):
        lines = matrix(DRIFT, width=width).splitlines()
        assert max(map(len, lines)) <= width
        assert "".join(line for line in lines if line.startswith("tagline")).count("✓") == 3
        assert sum(line.startswith("tagline") for line in lines) == -(-30 // ((width - 8) // 3))


def test_what_is_not_read_on_a_terminal_does_not_depend_on_a_window() -> None:
    assert matrix(DRIFT) == matrix(DRIFT, width=100)
