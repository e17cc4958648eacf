"""company.yml sets or accepts a check that does not exist, or a threshold that it does not have.

The wish has no effect, and nobody notices. `tuneup rules` lists all checks, `tuneup explain RULE`
the thresholds of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Company, RuleSetting
from generator.checks import rule as known
from generator.checks.run import fits
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.loading.words import nearest

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    company = facts.playbook.area(Company)
    for name, setting in company.rules.items():
        if name in known.rules():
            yield from _thresholds(company, name, setting)
        else:
            yield _unknown(company, name, "rules", name)
    for position, accepted in enumerate(company.accepted):
        if accepted.rule not in known.rules():
            yield _unknown(company, accepted.rule, "accepted", position, "rule")


def _unknown(company: Company, name: str, *path: str | int) -> Complaint:
    near = nearest(name, known.rules())
    cure = f"use `{near}`" if near else "run `tuneup rules` for the names of all checks"
    at = company.key_at(*path) if path[0] == "rules" else company.at(*path)
    return Complaint(at, f"no check is called `{name}`", help=cure, label="unknown")


def _thresholds(company: Company, name: str, setting: RuleSetting) -> Iterator[Complaint]:
    rule = known.rules()[name]
    for key, value in setting.settings.items():
        if key not in rule.settings:
            near, options = nearest(key, rule.settings), ", ".join(rule.settings) or "none"
            cure = f"use `{near}`" if near else f"delete it; settings of this check: {options}"
            yield Complaint(
                company.key_at("rules", name, "settings", key),
                f"the check `{name}` has no setting `{key}`",
                help=cure,
                label="unknown",
            )
        elif not fits(rule, key, value):
            yield Complaint(
                company.at("rules", name, "settings", key),
                f"the setting `{key}` of `{name}` cannot be `{value}`",
                help=f"write it like the default, `{rule.settings[key]}`",
            )
