"""Reads all content folders of a playbook and ties what they hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from generator.areas import discover
from generator.loading.folders.absent import kinds_of, may_be_unread, missing_files
from generator.loading.folders.closed import for_nobody, for_readers, gone_without, not_here, open_to, without
from generator.loading.folders.files import ROWS, shown
from generator.loading.folders.gaps import find_gaps, kinds_unread
from generator.loading.folders.lay import beside, over
from generator.loading.folders.trees import trees_of
from generator.loading.kept.baseline import baseline_path, read_baseline
from generator.loading.problem import EMPTY, Problem
from generator.loading.records.data import broken_to_data
from generator.loading.records.formerly import with_ids_of_today
from generator.loading.records.link import Texts, broken, register
from generator.loading.records.nameless import Named, find_nameless, named
from generator.loading.records.reviews import read_reviews
from generator.loading.records.validate import NAMELESS, read_area
from generator.loading.site.links import addresses
from generator.loading.site.pages import broken_in_pages, doubled_pages
from generator.loading.syntax.nodes import Mapping
from generator.loading.syntax.rows import in_list, read_rows
from generator.loading.syntax.within import place_within
from generator.model.area import Area
from generator.model.known import Known
from generator.model.playbook import Playbook
from generator.model.record import Part
from generator.model.review import Review
from generator.model.settings import Settings
from generator.model.words import Audience


@dataclass(frozen=True)
class Loaded:
    """The playbook as far as it could be read, and everything that is wrong with its files."""

    playbook: Playbook
    problems: tuple[Problem, ...]
    baseline: tuple[Known, ...] = ()


def load(settings: Settings) -> Loaded:
    """Never raises for what is in a file: every mistake becomes a problem, and the rest is read."""
    gone = not_here(settings)
    settings, named = without(settings, gone), settings
    loaded = _load(settings, partial(gone_without, named, gone) if gone else None)
    less = {audience: open_to(settings, audience) for audience in Audience if settings.closed}
    read = {other.content: _load(other).playbook for other in less.values() if other.content != settings.content}
    below = {audience: read[other.content] for audience, other in less.items() if other.content in read}
    return replace(loaded, playbook=replace(loaded.playbook, below=below)) if below else loaded


def _load(settings: Settings, gone: Callable[[list[Problem]], Iterable[Problem]] | None = None) -> Loaded:
    """`gone` says of folders that are not here, given the references to what may stand in them."""
    problems: list[Problem] = []
    trees: dict[str, Mapping] = {}
    files: dict[str, str] = {}
    for folder in settings.content:
        laid = trees_of(folder, settings.root, problems, files)
        problems += for_nobody(laid, folder, settings)
        if readers := dict(settings.closed).get(folder):
            laid = for_readers(laid, readers, trees)
        for key, tree in laid.items():
            trees[key] = over(trees[key], tree) if key in trees else tree
    hidden = _beside_rows(settings, trees, problems)
    reviews = read_reviews(settings, problems)
    problems += doubled_pages(settings)
    given = _named(trees, reviews)
    problems += given.problems
    hidden |= given.guessed
    areas, lost, fragments = _areas(given.trees, problems, hidden)
    areas = with_ids_of_today(areas)
    known, homes, doubles = register(areas)
    problems += doubles
    unread = set(kinds_unread(settings, problems))
    there = frozenset(lost)
    texts = Texts(partial(place_within, files), addresses(settings, known, there))
    wrong = [
        *broken(areas, fragments, known, there, reviews, texts),
        *broken_in_pages(settings, known, there),
    ]
    sure = [
        one for one in wrong if (one.slip and not may_be_unread(one, given.guessed)) or not may_be_unread(one, hidden)
    ]
    unsaid = [one for one in sure if not may_be_unread(one, unread)]
    if gone:
        missed = [one for one in unsaid if one.absent and not one.slip]
        unsaid = [one for one in unsaid if one not in missed]
        problems += gone(missed)
        lost |= dict.fromkeys(
            {one.word for one in missed} | {id_ for review in reviews for id_ in (review.record, review.by)}, ""
        )
    gaps = list(find_gaps(settings, known, [one.complaint.location.file for one in problems if one.rule == EMPTY]))
    said = list(missing_files(unsaid, gaps, {review.record for review in reviews}))
    told = {one.complaint.location.file for one in said if one.absent}
    problems = [one for one in problems if not (one.rule == EMPTY and one.complaint.location.file in told)]
    problems += [*said, *(one for one in broken_to_data(settings, areas) if one.complaint.location.file not in told)]
    lost |= {NAMELESS + kind: kind for kind in given.guessed}
    if any(id_.startswith(NAMELESS) for id_ in lost):  # what does not exist may be what has no id
        lost |= dict.fromkeys({one.word for one in wrong if one.absent} | {review.record for review in reviews}, "")
    unknown = {id_: kind for id_, kind in lost.items() if id_ not in known}
    baseline, no_baseline = read_baseline(baseline_path(settings.content[0]), baseline_file(settings))
    return Loaded(
        Playbook(areas, known, homes, reviews, unknown, language=settings.language),
        (*problems, *no_baseline),
        baseline,
    )


def baseline_file(settings: Settings) -> str:
    """What messages call the baseline."""
    return shown(baseline_path(settings.content[0]), settings.root)


def _beside_rows(settings: Settings, trees: dict[str, Mapping], problems: list[Problem]) -> set[str]:
    """Lays the rows of each file beside what the area's YAML says; without the area nobody asks for them.

    The kinds of records that may stand in rows which could not be read.
    """
    hidden: set[str] = set()
    for key, name, file, cls, needed in ROWS:
        if key in trees:
            path = settings.content[0] / file
            rows, wrong = read_rows(path, shown(path, settings.root), cls, needed)
            trees[key], doubles = beside(trees[key], in_list(name, rows)) if rows else (trees[key], [])
            problems += [*wrong, *doubles]
            hidden |= kinds_of(cls) if rows is None and any(one.rule != EMPTY for one in wrong) else set()
    return hidden


def _named(trees: dict[str, Mapping], reviews: Iterable[Review]) -> Named:
    """Gives records without an id the one that all others call them by, or one for the time being."""
    nameless = find_nameless(trees)
    if not nameless:
        return Named(trees, [])
    areas, lost, fragments = _areas(trees, [], set())
    known, _, _ = register(areas)
    absent = list(broken(areas, fragments, known, frozenset(lost)))
    return named(trees, nameless, absent, {review.record for review in reviews} - set(known), known)


def _areas(
    trees: dict[str, Mapping], problems: list[Problem], hidden: set[str]
) -> tuple[dict[str, Area], dict[str, str], list[Part]]:
    """The areas, and of what could not be read the ids and the fields that are right; kinds without an id go to
    `hidden`.
    """
    areas: dict[str, Area] = {}
    lost: dict[str, str] = {}
    fragments: list[Part] = []
    for key, cls in discover().items():
        if key in trees:
            read = read_area(cls, trees[key])
            areas[key] = read.area
            problems += read.problems
            lost |= read.lost
            hidden |= read.hidden
            fragments += read.fragments
    return areas, lost, fragments
