"""Checks what points into the exports of the CRM: the tables of metrics, and who sells a deal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.areas.metrics import Metric, Metrics
from generator.areas.performance import Performance
from generator.areas.pipeline import Pipeline
from generator.finding import Complaint
from generator.loading.folders.files import DATA, shown
from generator.loading.problem import Problem
from generator.loading.words import is_slip, nearest, one_of
from generator.location import Location
from generator.model.area import Area
from generator.model.settings import Settings


def broken_to_data(settings: Settings, areas: Mapping[str, Area]) -> Iterator[Problem]:
    """A playbook that keeps no data beside it has none to check: then it is the CRM that knows."""
    folder = settings.content[0] / DATA
    tables = sorted(path.stem for path in folder.glob("*.csv"))
    metrics = areas.get("metrics")
    if tables and isinstance(metrics, Metrics):
        by_table: dict[str, list[Metric]] = {}
        for metric in metrics.metrics:
            if metric.formula is not None and metric.formula.table not in tables:
                by_table.setdefault(metric.formula.table, []).append(metric)
        for table, users in by_table.items():
            yield _no_table(table, shown(folder / f"{table}.csv", settings.root), users, tables)
    performance, pipeline = areas.get("performance"), areas.get("pipeline")
    if isinstance(performance, Performance) and performance.reps and isinstance(pipeline, Pipeline):
        yield from _no_reps(pipeline, [rep.id for rep in performance.reps])


def _no_table(table: str, file: str, users: Sequence[Metric], tables: Sequence[str]) -> Problem:
    near = nearest(table, tables)
    named = ", ".join(f"`{metric.id}`" for metric in users[:3]) + (f" and {len(users) - 3} more" * (len(users) > 3))
    if is_slip(table, near):
        said = f"there is no `{file}` for metric {named} to be computed from"
        return _broken(users[0].at("formula", "table"), said, f"use `{near}`", f"known: {one_of(tables)}", users[0].id)
    said = f"there is no `{file}`, and {len(users)} metric{'s are' if len(users) > 1 else ' is'} computed from it"
    cure = f"bring the file back, for example with `git checkout -- {file}`, or take the `formula` out"
    return _broken(Location(file), said, cure, f"metrics: {named}; known tables: {one_of(tables)}")


def _no_reps(pipeline: Pipeline, known: Sequence[str]) -> Iterator[Problem]:
    for position, deal in enumerate(pipeline.deals):
        if deal.rep is not None and deal.rep not in known:
            near = nearest(deal.rep, known)
            cure = f"use `{near}`" if near else f"use the id of one who is there, or add a row for `{deal.rep}`"
            at = pipeline.at("deals", position, "rep")
            yield _broken(at, f"nobody in data/reps.csv has the id `{deal.rep}`", cure, f"known: {one_of(known)}")


def _broken(at: Location, said: str, cure: str, note: str, record: str = "") -> Problem:
    return Problem("broken-reference", Complaint(at, said, help=cure, notes=(note,), record=record))
