"""Compares texts with the wordings and terms of a day; the matcher is prepared when the first text asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from generator.drift.result import Disagreement, NearMiss, Report
from generator.drift.wording import NOBODY, Term, Voices, Wording
from generator.model.block import Block

if TYPE_CHECKING:
    from generator.drift.match import Matcher


class Comparison:
    """What `Matcher` and `nearest` say. Whoever has their answers already can give them here instead."""

    def __init__(self, wordings: Sequence[Wording], terms: Sequence[Term] = (), voices: Voices = NOBODY) -> None:
        self.wordings = wordings
        self.terms = terms
        self.voices = voices

    def scan(self, blocks: Sequence[Block], *, as_of: date) -> Report:
        return self._matcher.scan(blocks, as_of=as_of)

    def nearest(self, wording: Wording, blocks: Sequence[Block]) -> NearMiss | None:
        from generator.drift.nearest import nearest

        return nearest(wording, blocks)

    def disagreements(self) -> tuple[Disagreement, ...]:
        """Wordings that say the same with different numbers."""
        from generator.drift.disagreement import disagreements

        return disagreements(self.wordings)

    @cached_property
    def _matcher(self) -> Matcher:
        from generator.drift.match import Matcher

        return Matcher(self.wordings, self.terms, self.voices)
