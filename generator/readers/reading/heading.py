"""Says whether a heading runs on into the text below it, as the first half of a sentence does."""

from __future__ import annotations

from generator.model.block import Block

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OPEN_ENDS = (",", "–", "—", "…")


def leads_on(heading: Block, below: Block) -> bool:
    """Where it ends in the middle of a sentence, or the text below begins there."""
    if heading.element not in _HEADINGS:
        return False
    return heading.text.rstrip().endswith(_OPEN_ENDS) or below.text.lstrip()[:1].islower()
