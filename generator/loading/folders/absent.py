"""Says once that a whole file is not there or empty, in place of every reference to what would stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.words import one_of
from generator.location import Location
from generator.model.record import Entry, Part
from generator.model.shape import shapes

FEW = 3
"""Files that a finding can name as the one that was lost; where more are not there, they were never written."""


@dataclass(frozen=True)
class Gap:
    """A file that is not there, or holds nothing; a folder of files ends with `/`."""

    file: str
    kinds: frozenset[str]
    """Of the records that would stand in it and stand nowhere else."""
    empty: bool = False
    paths: str = ""
    """What git calls the file where it may as well have been a folder of files."""

    @property
    def said(self) -> str:
        return f"`{self.file}` is empty" if self.empty else f"there is no `{self.file}`"

    @property
    def is_area(self) -> bool:
        return bool(self.kinds) and self.file.endswith((".yml", ".yaml", "/"))


def missing_files(problems: Sequence[Problem], gaps: Sequence[Gap], remembered: Collection[str]) -> Iterator[Problem]:
    """Where a file is missed, the references to its kinds of records become one problem, and those to any kind of
    record are left until it is back, since nobody knows what stood in it.

    Where no reference says which file it misses, those to ids that were written on purpose become one problem:
    that reviews have `remembered`, or that are no slip of the pen where few files are not there.
    """
    areas = [gap for gap in gaps if gap.is_area]
    lost = list(_lost_in(problems, remembered, few=0 < len(areas) <= FEW))
    missed = [(gap, [one for one in problems if one.wants in gap.kinds and not one.slip]) for gap in gaps]
    missed = [(gap, of_file) for gap, of_file in missed if of_file and (gap.empty or len(of_file) + len(lost) > 1)]
    if missed:
        gathered = {id(one) for _, of_file in missed for one in of_file}
        yield from (one for one in problems if id(one) not in gathered and (one.wants or not one.absent))
        yield from (_missed(gap, of_file) for gap, of_file in missed)
        return
    gathered = {id(one) for one in lost if areas}
    yield from (one for one in problems if id(one) not in gathered)
    if gathered:
        yield _lost(areas, lost)


def may_be_unread(problem: Problem, hidden: Collection[str]) -> bool:
    """Whether what it says does not exist may stand where nothing could be read: records of the `hidden` kinds."""
    return problem.absent and bool(hidden) and (not problem.wants or problem.wants in hidden)


def kinds_of(cls: type[Part]) -> frozenset[str]:
    """The kinds of records that the file of an area defines, or that stand in one of its lists."""
    found: dict[type[Part], None] = {}
    _collect(cls, found)
    return frozenset(cls.KIND for cls in found if issubclass(cls, Entry))


def _collect(cls: type[Part], found: dict[type[Part], None]) -> None:
    if cls in found:
        return
    found[cls] = None
    for shape in shapes(cls):
        if shape.part is not None:
            _collect(shape.part, found)


def _lost_in(problems: Sequence[Problem], remembered: Collection[str], *, few: bool) -> Iterator[Problem]:
    """References to any kind of record whose ids were written on purpose; a slip of the pen is made once."""
    count = Counter(one.word for one in problems)
    for one in problems:
        meant = one.word in remembered or (few and (not one.slip or count[one.word] > 1))
        if one.absent and not one.wants and meant:
            yield one


def _missed(gap: Gap, of_file: Sequence[Problem]) -> Problem:
    what = one_of(sorted({one.wants for one in of_file}))
    count = f"{len(of_file)} references name" if len(of_file) > 1 else "a reference names"
    return _missing([gap], of_file, f"{gap.said}, and {count} what would stand in it: {what}")


def _lost(gaps: Sequence[Gap], lost: Sequence[Problem]) -> Problem:
    where = " or ".join(f"`{gap.file}`, which {'is empty' if gap.empty else 'is not there'}" for gap in gaps[:FEW])
    where += f", or in one of {len(gaps) - FEW} more files" if len(gaps) > FEW else ""
    if len(lost) == 1:
        complaint = lost[0].complaint
        return replace(lost[0], complaint=replace(complaint, notes=(*complaint.notes, f"it may have stood in {where}")))
    words = sorted({f"`{one.word}`" for one in lost})
    return _missing(
        gaps, lost, f"{len(lost)} references name what no file defines: {one_of(words)}; they may have stood in {where}"
    )


def _missing(gaps: Sequence[Gap], of_file: Sequence[Problem], said: str) -> Problem:
    """Placed where the file would be; where several may be meant, at the first reference."""
    places = sorted(one.complaint.location for one in of_file)
    gap = gaps[0]
    what = "its files" if gap.file.endswith("/") else "its text" if gap.empty else "the file"
    example = f"for example with `git checkout -- {gap.paths or gap.file}`, " if len(gaps) == 1 else ""
    complaint = Complaint(
        Location(gap.file) if len(gaps) == 1 else places[0],
        said,
        help=f"bring {what} back, {example}or take the references out",
        notes=(f"they stand at {one_of([str(place) for place in places])}",),
    )
    return Problem("broken-reference", complaint, absent=True)
