"""A hire's plan in the playbook's own language: the words that its table and its calendar share."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.areas.rap import Module
from generator.areas.rap.track import Gate
from generator.derive.curriculum import Cause, Clash, Journey, Misfit, Placement, Unit
from generator.derive.curriculum.words import Speech, clash_in_words, why_there
from generator.render.jinja.labels import Labels


@dataclass(frozen=True)
class PlanWords:
    """What is said of a journey. `say("late", count=2)` is the label `plan.late`; `whose` is the hire's id or empty."""

    journey: Journey
    labels: Labels
    whose: str = ""

    def say(self, key: str, **filled: Any) -> str:
        return self.labels.plain(f"plan.{key}", **filled)

    def why(self, placement: Placement) -> str:
        return why_there(placement, self.journey.name, self._speech)

    def clash(self, clash: Clash) -> str:
        return clash_in_words(clash, self.journey.name, self._speech)

    def week(self, number: int) -> str:
        return self.labels.plain("page.track.week", number=number)

    def minutes(self, count: int) -> str:
        return self.labels.plain("hire.all.minutes", minutes=count)

    def signer(self, module: Module) -> str:
        """Who signs: the coach by name, the manager and the leader as such; empty where the hire ticks it alone."""
        if module.sign_off == "self":
            return ""
        if module.signer == "coach" and module.coach:
            return self.journey.name(module.coach)
        return self.labels.plain(f"hire.signs.{module.signer}")

    def target(self, gate: Gate) -> str:
        """`: 5 meetings`; empty where a gate has no target."""
        return f": {self.labels.number(gate.target)} {gate.unit or ''}".rstrip() if gate.target is not None else ""

    def short(self, day: datetime.date) -> str:
        """A day without its year, unless that is another than the one in which the hire starts."""
        return self.labels.date(day, "plan.day" if day.year == self.journey.dates.start.year else "plan.day-of-year")

    def long(self, day: datetime.date) -> str:
        return self.labels.date(day, "plan.whole-day")

    @cached_property
    def _speech(self) -> Speech:
        pattern = self.labels.pattern
        return Speech(
            {cause: pattern(f"page.track.because.{cause.value}") for cause in Cause},
            {misfit: pattern(f"plan.clash.{misfit.value}") for misfit in Misfit},
            {unit: pattern(f"plan.shortfall.{unit.value}") for unit in Unit},
            pattern("plan.unproven"),
        )
