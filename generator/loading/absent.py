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


def missing_files(
    problems: Sequence[Problem], absent: Mapping[str, Collection[str]], remembered: Collection[str]
) -> Iterator[Problem]:
    """`absent` holds the files that are not there, with the kinds of records each would define.

    Where one of them is missed more than once, the references to its kinds become one problem, and those to
    any kind of record are left until it is back, since nobody knows what stood in it. Where no reference says
    which file it misses, those to ids that reviews have `remembered`, so that they are no slips of the pen,
    become one problem.
    """
    missed = {file: [one for one in problems if one.wants in kinds] for file, kinds in absent.items()}
    missed = {file: of_file for file, of_file in missed.items() if len(of_file) > 1}
    lost = [one for one in problems if not one.wants and one.word in remembered]
    areas = [file for file, kinds in absent.items() if kinds and file.endswith(".yml")]
    if areas and not missed and len(lost) > 1:
        gathered = {id(one) for one in lost}
        yield from (one for one in problems if id(one) not in gathered)
        yield _lost(areas, lost)
        return
    gathered = {id(one) for of_file in missed.values() for one in of_file}
    for problem in problems:
        if id(problem) not in gathered and not (missed and problem.absent and not problem.wants):
            yield problem
    for file, of_file in missed.items():
        what = one_of(sorted({one.wants for one in of_file}))
        said = f"there is no `{file}`, and {len(of_file)} references name what would stand in it: {what}"
        yield _missing([file], of_file, said)


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


def _lost(files: Sequence[str], lost: Sequence[Problem]) -> Problem:
    words = sorted({f"`{one.word}`" for one in lost})
    said = f"{len(lost)} references name what no file defines any more: {one_of(words)}"
    where = f"there is no {one_of([f'`{file}`' for file in files])}, where it may have stood"
    return _missing(files, lost, f"{said}; {where}")


def _missing(files: Sequence[str], of_file: Sequence[Problem], said: str) -> Problem:
    """Placed where the file would be; where several may be meant, at the first reference."""
    places = sorted(one.complaint.location for one in of_file)
    example = f"for example with `git checkout -- {files[0]}`, " if len(files) == 1 else ""
    complaint = Complaint(
        Location(files[0]) if len(files) == 1 else places[0],
        said,
        help=f"bring the file back, {example}or take the references out",
        notes=(f"they stand at {one_of([str(place) for place in places])}",),
    )
    return Problem("broken-reference", complaint, absent=True)
