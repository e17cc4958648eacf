"""A pay plan names a person or an amount of money where others than leaders can read it.

Salespeople may know what the plan pays for; what a colleague earns is nobody's business, and in some countries a
breach of law. Write shares in percent; amounts belong into the fields for leaders, and a person's own plan lies where
`personal_plans` points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.areas.company import Person
from generator.areas.compensation import PayPlan
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.shape import shapes, texts
from generator.model.words import Audience

LEVEL = Level.ERROR
CURRENCY = r"(?:[€$£]|\b(?:EUR|USD|GBP|NOK|SEK|DKK|CHF|kr)\b)"
AMOUNT = re.compile(rf"{CURRENCY}\s?\d[\d.,\u00a0\u202f ]*k?|\b\d[\d.,\u00a0\u202f ]*k?\s?{CURRENCY}")


def check(facts: Facts) -> Iterator[Complaint]:
    names = [person.name.strip() for person in facts.playbook.of(Person)]
    named = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names)) if names else None
    for plan in facts.playbook.of(PayPlan):
        if plan.audience is Audience.LEADER:
            continue
        hidden = {shape.name for shape in shapes(PayPlan) if shape.audience is Audience.LEADER}
        for path, _, text in texts(plan):
            found = AMOUNT.search(text) or (named.search(text) if named else None)
            if found and path[0] not in hidden:
                yield Complaint(
                    plan.at(*path),
                    f"pay plan `{plan.id}` says `{found[0].strip()}` where salespeople can read it",
                    help="write a share in percent, or set `audience: leader`",
                    label="for leaders only",
                    record=plan.id,
                )
