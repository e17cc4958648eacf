"""The business objectives: what the company wants to reach, by when, and what that asks of a salesperson."""

from __future__ import annotations

from typing import ClassVar

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import Date, Line, MetricRef, Share, Text, Word


class ObjectiveChange(Part):
    """One change of an objective, so that everybody can follow it."""

    on: Date
    """The day it changed."""
    was: Line
    """What it said before."""
    now: Line
    """What it says since."""
    because: Text
    """Why it changed."""


class Objective(Record):
    """Something the company wants to reach by a day, measured by a number."""

    QUOTE: ClassVar[str] = "statement"
    MEANING: ClassVar[tuple[str, ...]] = (
        "statement",
        "metric",
        "target",
        "unit",
        "deadline",
        "weight",
        "for_salespeople",
        "products",
        "segments",
        "regions",
    )
    statement: Line
    """The objective in one sentence that people can cite by heart."""
    why: Text | None = None
    """Why the company wants this, and why now."""
    metric: MetricRef | None = None
    """The metric that tells whether it is reached. An id from metrics.yml."""
    baseline: float | None = None
    """The metric's value when the objective was set."""
    target: float | None = None
    """The metric's value when the objective is reached."""
    unit: Word | None = None
    """The unit of baseline and target, for example `%` or `EUR`."""
    deadline: Date | None = None
    """The day by which the target is to be reached."""
    weight: Share | None = None
    """How much it counts among all objectives, in percent; together they make 100."""
    for_salespeople: Line | None = None
    """What it means for a salesperson's week, in one sentence."""
    announced: Date | None = None
    """The day the salespeople were told."""
    leading_indicators: list[MetricRef] = []
    """The metrics that show early whether it will be reached."""
    changes: list[ObjectiveChange] = []
    """How it changed over time, newest first."""


class Objectives(Area):
    """Where the company wants to go; everything else in the playbook rests on this."""

    NAME: ClassVar[str] = "Business objectives"
    ORDER: ClassVar[int] = 1

    objectives: list[Objective] = []
    """The objectives: three to five of them, since nobody can pursue more at once."""
