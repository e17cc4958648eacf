"""Checks the first line of a CSV file, which names its columns."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.words import is_slip, nearest
from generator.location import Location
from generator.model.record import Part


def check_header(
    head: list[str], places: list[Location], cls: type[Part], needed: Collection[str]
) -> tuple[bool, list[Problem]]:
    """Whether the rows can be read as `cls`, and which columns are misspelt or not there."""
    slips = _slips(head, places, cls)
    required = [name for name, field in cls.model_fields.items() if field.is_required()]
    missing = [name for name in (*required, *needed) if name not in head]
    absent = [_no_column(places[0].file, name) for name in missing if name not in slips]
    return not set(missing) & set(required), [*slips.values(), *absent]


def _slips(head: list[str], places: list[Location], cls: type[Part]) -> dict[str, Problem]:
    """By the column that is not there: what another was most likely meant to be it."""
    found: dict[str, Problem] = {}
    open_ = [name for name in cls.model_fields if name not in head]
    for at, name in zip(places, head, strict=True):
        plain = _plain(name)
        near = nearest(plain, open_) if name not in cls.model_fields else ""
        if near and is_slip(plain, near):
            said = f"the column `{name}` is not known, and there is no column `{near}`"
            found[near] = Problem("unknown-field", Complaint(at, said, help=f"write `{near}`", label="unknown"))
    return found


def _plain(name: str) -> str:
    """`Stage since` as the name of a field is written."""
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def _no_column(file: str, name: str) -> Problem:
    said = f"there is no column `{name}`"
    return Problem("missing-field", Complaint(Location(file, 1, 1), said, help=f"add `{name}` to the first line"))
