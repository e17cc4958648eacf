"""Makes the messaging materials of the example company, with the faults that the example is there to show.

`python -m tests.example.make_materials content/materials` writes them; the same bytes on each run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import brochures, calls, deck, mails, onepager, pages, scripts


def materials() -> Iterator[tuple[str, bytes]]:
    """Every file: its path below `materials/`, and its bytes."""
    for kind in (deck, brochures, onepager, pages, mails, scripts, calls):
        yield from kind.files()


def make(folder: Path) -> None:
    for name, data in materials():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
