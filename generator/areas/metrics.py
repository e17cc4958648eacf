"""The metrics: what is measured, how, from what, and which decision it supports."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints

from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import Duration, Line, ObjectiveRef, Text, Word

Code = Annotated[str, StringConstraints(pattern=r"\S")]
"""A piece of SQL, taken as it stands."""

AreaKey = Literal[
    "objectives",
    "differentiation",
    "ideal-client",
    "messaging",
    "references",
    "performance",
    "pipeline",
    "ideal-salesperson",
    "rap",
    "skills",
    "compensation",
    "metrics",
]

Question = Literal["sells-most", "highest-margin", "below-expectation", "shortest-process", "longest-process"]


class Formula(Part):
    """How a metric is computed from one table of the CRM."""

    table: Word
    """The table, for example `deals`: the name of a file in data/ without its ending."""
    value: Code
    """What is counted or summed, in SQL, for example `sum(amount)`."""
    where: Code | None = None
    """Which rows count, in SQL, for example `outcome = 'won'`; `$today` is the day of the build."""
    divided_by: Code | None = None
    """What it is divided by, in SQL over all rows of the table, for example `count(*)`."""


class Metric(Record):
    """A number that tells how selling goes."""

    QUOTE: ClassVar[str] = "definition"
    MEANING: ClassVar[tuple[str, ...]] = ("definition", "formula", "sql", "unit", "target", "direction")
    definition: Text
    """What it counts, in words that leave nothing open."""
    formula: Formula | None = None
    """How it is computed from one table. Readers are told; the figure itself is not computed here."""
    sql: Code | None = None
    """The whole query, where one table is not enough; it answers with columns for the grain and `value`. `$today`
    is the day of the build. Readers are told; the figure itself is not computed here."""
    source: Line | None = None
    """Where the figures come from, for example `CRM, table deals`."""
    unit: Word | None = None
    """Its unit, for example `%`, `EUR` or `days`."""
    grain: list[Literal["person", "product", "segment", "region", "organisation"]] = []
    """By what it can be split: person, product, segment, region or organisation."""
    direction: Literal["up", "down", "steady"] = "up"
    """Where better lies: up, down, or steady around the target."""
    timing: Literal["leading", "lagging"] = "lagging"
    """Leading where it shows early what will come, lagging where it shows what came."""
    target: float | None = None
    """The value to reach."""
    every: Duration | None = None
    """How often it is looked at, for example `1 month`."""
    decision: Line | None = None
    """The decision that it supports; a number without one need not be measured."""
    objective: ObjectiveRef | None = None
    """The objective it belongs to."""
    measures: list[AreaKey] = []
    """The areas of the playbook that it measures, for example `pipeline`."""
    answers: list[Question] = []
    """Which of the five questions it answers: `sells-most`, `highest-margin`, `below-expectation`,
    `shortest-process` or `longest-process`."""
    gaming: Text | None = None
    """How it can be made to look good without being so."""
    example: Line | None = None
    """A worked example, for example `12 won of 40 decided = 30 %`."""


class Metrics(Area):
    """What we measure, and what for."""

    ORDER: ClassVar[int] = 12

    metrics: list[Metric] = []
    """The metrics."""
