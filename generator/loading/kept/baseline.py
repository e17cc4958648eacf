"""The baseline on disk: what stood there when checking began, without lines and without days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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
        return tuple(_entries(json.loads(path.read_text(encoding="utf-8-sig")))), ()
    except FileNotFoundError:
        return (), ()
    except json.JSONDecodeError as error:
        return (), (_unreadable(Location(file, error.lineno, error.colno), _lower(error.msg)),)
    except RecursionError:
        return (), (_unreadable(Location(file), "its JSON is nested too deep"),)
    except (OSError, ValueError) as error:
        return (), (_unreadable(Location(file), str(error)),)


def _unreadable(place: Location, why: str) -> Problem:
    said = f"the baseline cannot be read: {why}".splitlines()[0]
    cure = 'take it back from git, or delete it and run "tuneup baseline create"'
    return Problem("file-unreadable", Complaint(place, said, help=cure))


def _lower(said: str) -> str:
    return said[:1].lower() + said[1:]


def baseline_text(known: Iterable[Known]) -> str:
    """One line an entry, sorted, so that two branches merge without trouble."""
    lines = ",\n".join(f"    {json.dumps(asdict(each), ensure_ascii=False)}" for each in sorted(known))
    return f'{{\n  "version": {VERSION},\n  "known": [\n{lines}\n  ]\n}}\n' if lines else _EMPTY


_FIELDS = {"rule": str, "message": str, "source": str, "quote": str, "count": int}
_EMPTY = f'{{\n  "version": {VERSION},\n  "known": []\n}}\n'


def _entries(data: object) -> Iterator[Known]:
    """Raises `ValueError` for what no version of this program wrote."""
    if not isinstance(data, dict) or "version" not in data or not isinstance(data.get("known"), list):
        raise ValueError("it has no `version` or no list `known`")
    if data["version"] != VERSION:
        raise ValueError(f"version {data['version']} is not {VERSION}")
    for number, entry in enumerate(data["known"], 1):
        if not isinstance(entry, dict) or {name: type(value) for name, value in entry.items()} != _FIELDS:
            raise ValueError(f"entry {number} of `known` is not of the right form")
        yield Known(**entry)
