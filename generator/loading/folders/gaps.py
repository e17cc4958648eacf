"""Finds the files that are not there, are empty or could not be read, and which records would stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.areas import discover
from generator.loading.folders.absent import Gap, kinds_of
from generator.loading.folders.files import ROWS, SUFFIXES, in_folder, shown
from generator.loading.problem import UNREAD, Problem
from generator.model.record import Entry
from generator.model.settings import Settings


def find_gaps(settings: Settings, known: dict[str, Entry], empty: list[str]) -> Iterator[Gap]:
    """The files that a playbook may have and this one has not, and those that hold nothing."""
    folder = settings.content[0]
    defined = {entry.KIND for entry in known.values()}
    for _, _, name, cls, _ in ROWS:
        file = shown(folder / name, settings.root)
        if kinds_of(cls) and (file in empty or not (folder / name).exists()):
            yield Gap(file, kinds_of(cls) - defined, empty=file in empty)
    for key, area in discover().items():
        file = shown(folder / key, settings.root)
        there = in_folder(folder / key) or any((folder / f"{key}{suffix}").exists() for suffix in SUFFIXES)
        if not there and (folder / key).is_dir():
            yield Gap(f"{file}/", kinds_of(area) - defined, empty=True)
        elif not there:
            yield Gap(f"{file}.yml", kinds_of(area) - defined, paths=f'"{file}*"')
        for each in empty:
            if each.startswith((f"{file}/", f"{file}.")):
                yield Gap(each, kinds_of(area), empty=True)


def kinds_unread(settings: Settings, problems: Iterable[Problem]) -> Iterator[str]:
    """The kinds of records that may stand in files which could not be read; all where a whole folder is not there."""
    first, areas = settings.content[0], discover()
    kinds = {folder / key: kinds_of(area) for folder in settings.content for key, area in areas.items()}
    kinds |= {(first / file).with_suffix(""): kinds_of(cls) for _, _, file, cls, _ in ROWS}
    whole = {shown(folder, settings.root) for folder in settings.content}
    for file in {problem.complaint.location.file for problem in problems if problem.rule in UNREAD}:
        for path, of_path in kinds.items():
            name = shown(path, settings.root)
            if file in whole or file.startswith((f"{name}/", f"{name}.")):
                yield from of_path
