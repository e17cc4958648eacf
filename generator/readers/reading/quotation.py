"""Follows the quotations of a page: the name below one says that the words are somebody's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.model.block import Block

_SIGNATURES = frozenset({"footer", "figcaption", "cite"})
_SIGNED = re.compile(r"(?:\A|\n)\s*[—–-]{1,2}\s*(?P<who>[^\W\d_][^\n]{1,100})\Z")


@dataclass(slots=True)
class Quotations:
    """Told where quotations begin and end while `blocks` are made, it writes the names into the blocks."""

    blocks: list[Block]
    begun: int = -1
    """Where the innermost quotation begins, -1 outside of any."""
    last: range = range(0)
    """Blocks of the last quotation, while nobody is named for it."""

    def begin(self) -> None:
        self.begun = len(self.blocks)

    def end(self) -> None:
        """The name may be the last thing in the quotation, or come right after it."""
        if self.begun >= 0:
            self.last, self.begun = range(self.begun, len(self.blocks)), -1
            self._sign(len(self.blocks) - 1)

    def added(self) -> None:
        """A block was made: what follows a quotation at once may be the name, anything else ends the waiting."""
        if self.last and self.begun < 0:
            self._sign(len(self.blocks) - 1)
            self.last = range(0)

    def _sign(self, at: int) -> None:
        who = _signature(self.blocks[at]) if self.last else ""
        if who:
            for index in self.last:
                self.blocks[index] = replace(self.blocks[index], quoted=who)
            self.last = range(0)


def _signature(block: Block) -> str:
    """The name, in an element for it or behind a dash on a line of its own."""
    if block.element in _SIGNATURES:
        return block.text
    found = _SIGNED.search(block.text)
    return found["who"] if found else ""
