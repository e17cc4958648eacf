"""A metric is counted by person and is not for leaders alone.

What one salesperson sold is between that person and those who lead. Shown to all it is a pillory, and in many countries
unlawful. Set `audience: leader`; or take `person` out of `grain` and count by segment, product or region.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.metrics import Metric, Metrics
from generator.derive.audiences.audience import audience_of
from generator.derive.current import active
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.words import Audience

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    for metric in active(facts, Metric):
        readers = audience_of(metric, Metrics)
        if "person" in metric.grain and readers is not Audience.LEADER:
            yield Complaint(
                metric.at("grain", metric.grain.index("person")),
                f"metric `{metric.id}` is counted by person, and is for {readers}",
                help="set `audience: leader`, or take `person` out of `grain:`",
                label="not for everybody",
                record=metric.id,
            )
