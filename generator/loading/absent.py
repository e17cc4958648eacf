"""Says once that a whole file is not there, in place of every reference to what would stand in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.words import one_of
from generator.location import Location
from generator.model.area import Area
from generator.model.record import Entry, Part
from generator.model.shape import shapes


def missing_files(problems: Sequence[Problem], absent: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """`absent` holds the files that are not there, with the kinds of records each would define.

    Where one of them is missed more than once, the references to its kinds become one problem, and those to
    any kind of record are left until it is back, since nobody knows what stood in it.
    """
    missed = {file: [one for one in problems if one.wants in kinds] for file, kinds in absent.items()}
    missed = {file: of_file for file, of_file in missed.items() if len(of_file) > 1}
    gathered = {id(one) for of_file in missed.values() for one in of_file}
    for problem in problems:
        if id(problem) not in gathered and not (missed and problem.absent and not problem.wants):
            yield problem
    for file, of_file in missed.items():
        yield _missing(file, of_file)


def kinds_of(area: type[Area]) -> set[str]:
    """The kinds of records that the file of an area defines."""
    found: dict[type[Part], None] = {}
    _collect(area, found)
    return {cls.KIND for cls in found if issubclass(cls, Entry)}


def _collect(cls: type[Part], found: dict[type[Part], None]) -> None:
    if cls in found:
        return
    found[cls] = None
    for shape in shapes(cls):
        if shape.part is not None:
            _collect(shape.part, found)


def _missing(file: str, of_file: Sequence[Problem]) -> Problem:
    kinds = sorted({one.wants for one in of_file})
    first = min(of_file, key=lambda one: one.complaint.location)
    complaint = Complaint(
        Location(file),
        f"there is no `{file}`, and {len(of_file)} references name what would stand in it: {one_of(kinds)}",
        help=f"bring the file back, for example with `git checkout -- {file}`, or take the references out",
        notes=(f"the first of them, {first.complaint.location}: {first.complaint.message}",),
    )
    return Problem("broken-reference", complaint, absent=True)
