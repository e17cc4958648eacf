"""Makes the two brochures as PDF."""

from __future__ import annotations

from collections.abc import Iterator

from ..fill import TEXTS, text_of
from .layout import laid_out
from .press import pressed


def files() -> Iterator[tuple[str, bytes]]:
    for path in sorted((TEXTS / "print").glob("*.txt")):
        yield f"print/{path.stem}.pdf", pressed(laid_out(text_of(f"print/{path.name}")))
