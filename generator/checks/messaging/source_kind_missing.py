"""No talk, presentation, printed matter or website is registered as a messaging source.

Drift is found only where somebody looks. Salespeople's talk, the corporate presentation, print and the website are
the four places where a company always speaks; one that is not registered is the one that still says the old thing.
Add it to `sources.yml`, even if it is only a script or a saved page.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Message
from generator.areas.sources import Source, Sources
from generator.derive.current import active, current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location

LEVEL = Level.WARNING
KINDS = ("talk", "presentation", "print", "website")


def check(facts: Facts) -> Iterator[Complaint]:
    if not current(facts, Message) or not facts.knows_all(Source):
        return
    there = {source.kind for source in active(facts, Source)}
    place = facts.playbook.area(Sources).key_at("sources")
    missing = [kind for kind in KINDS if kind not in there]
    for kinds in [missing] if not there else [[kind] for kind in missing]:  # nothing registered yet is one thing to do
        yield Complaint(
            place if place.file else Location("content/sources.yml"),
            f"no {', no '.join(kinds)} is registered as a messaging source",
            help=f"add {_listed(kinds)} to `content/sources.yml`",
            match=" ".join(kinds),
        )


def _listed(kinds: list[str]) -> str:
    first, *others = [f"`kind: {kind}`" for kind in kinds]
    return f"a source with {first}, then one with {', with '.join(others)}" if others else f"a source with {first}"
