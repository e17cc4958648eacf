"""The baseline on disk: what stood there when checking began, without lines and without days."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.location import Location
from generator.model.known import Known

FILE = "baseline.lock.json"
VERSION = 1


def baseline_path(content: Path) -> Path:
    return content / FILE


def read_baseline(path: Path, file: str) -> tuple[tuple[Known, ...], tuple[Problem, ...]]:
    """The entries; none where there is no such file. `file` is what messages call it."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        if data["version"] != VERSION:
            raise ValueError(f"version {data['version']} is not {VERSION}")
        return tuple(_known(**entry) for entry in data["known"]), ()
    except FileNotFoundError:
        return (), ()
    except (OSError, ValueError, KeyError, TypeError) as error:
        said = f"the baseline cannot be read: {error}".splitlines()[0]
        cure = 'take it back from git, or delete it and run "tuneup baseline create"'
        return (), (Problem("file-unreadable", Complaint(Location(file), said, help=cure)),)


def baseline_text(known: Iterable[Known]) -> str:
    """One line an entry, sorted, so that two branches merge without trouble."""
    lines = ",\n".join(f"    {json.dumps(asdict(each), ensure_ascii=False)}" for each in sorted(known))
    return f'{{\n  "version": {VERSION},\n  "known": [\n{lines}\n  ]\n}}\n' if lines else _EMPTY


_EMPTY = f'{{\n  "version": {VERSION},\n  "known": []\n}}\n'


def _known(rule: str, message: str, source: str, quote: str, count: int) -> Known:
    if not all(isinstance(word, str) for word in (rule, message, source, quote)) or not isinstance(count, int):
        raise ValueError("an entry is not of the right form")
    return Known(rule, message, source, quote, count)
