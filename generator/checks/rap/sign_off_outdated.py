"""Somebody was signed off on a module before what it teaches changed.

They say last year's number with this year's certainty. Let them show the part that changed, then sign again. A record
that the module teaches has changed, or a number in the module's own sentences; a comma or another phrasing does not
count. Sign-offs of people who have left are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Rap
from generator.derive.facts import Facts
from generator.derive.hires.sign_offs import Outdated, outdated
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    by_module: dict[str, list[Outdated]] = {}
    for old in outdated(facts):
        by_module.setdefault(old.sign_off.module, []).append(old)
    for module, those in by_module.items():
        hires = sorted({old.sign_off.hire for old in those})
        known = all(old.records for old in those)
        changed = sorted({record for old in those for record in old.records}) if known else []
        yield Complaint(
            facts.playbook.area(Rap).at("sign_offs", those[0].position, "on"),
            f"{_people(hires)} signed off on `{module}` before {_what(changed)} changed",
            help=f"let {' and '.join(hires)} show what is new, then {_again(hires, module)}",
            record=module,
        )


def _people(hires: list[str]) -> str:
    return f"{len(hires)} hires were" if len(hires) > 1 else f"`{hires[0]}` was"


def _what(records: list[str]) -> str:
    return " and ".join(f"`{record}`" for record in records) if records else "what it teaches"


def _again(hires: list[str], module: str) -> str:
    if len(hires) > 1:
        return f"`tuneup sign` each of them again on `{module}`"
    return f"`tuneup sign {hires[0]} {module} --by PERSON`"
