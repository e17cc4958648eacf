"""An area of the playbook has content and no metric that shows how it goes.

Each of the twelve areas can be measured; what is not measured is believed to be fine until it is not. Add the area to
`measures:` of a metric: drift findings for messaging, ramp days for onboarding, uses for each reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.metrics import Metric
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    metrics = current(facts, Metric)
    measured = {area for metric in metrics for area in metric.measures}
    for key, area in facts.playbook.areas.items():
        if metrics and area.ORDER and key != "metrics" and key not in measured:
            place = area.at()
            yield Complaint(
                Location(place.file or f"content/{key}.yml"),
                f"no metric measures {key.replace('-', ' ')}",
                help=f"add `{key}` to `measures:` of a metric",
                match=key,
            )
