"""Finds the rules: the file's name is the id, its docstring the manual, its keyword arguments the settings."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

from generator.derive.facts import Facts
from generator.finding import Complaint, Level


class Check(Protocol):
    """What a file in `checks/<area>/` holds.

    `check(facts)` yields complaints; a second argument `findings` makes it run last and see what the
    others found. Its keyword-only arguments are thresholds that company.yml can set.
    """

    LEVEL: Level

    def check(self, facts: Facts) -> Iterable[Complaint]: ...


@dataclass(frozen=True)
class Rule:
    """A check with everything that can be said of it. `area` is the key of its folder."""

    id: str
    area: str
    level: Level
    manual: str
    check: Any
    runs_last: bool
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        return self.manual.partition("\n")[0]


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its id, in alphabetical order."""
    found = {}
    for folder in sorted(path for path in Path(__file__).parent.iterdir() if (path / "__init__.py").is_file()):
        for module in pkgutil.iter_modules([str(folder)]):
            rule = _rule(folder.name, module.name)
            found[rule.id] = rule
    return dict(sorted(found.items()))


def _rule(folder: str, name: str) -> Rule:
    module = importlib.import_module(f"generator.checks.{folder}.{name}")
    check = cast(Check, module).check
    parameters = inspect.signature(check).parameters
    return Rule(
        id=name.replace("_", "-"),
        area=folder.replace("_", "-"),
        level=cast(Check, module).LEVEL,
        manual=inspect.cleandoc(module.__doc__ or ""),
        check=check,
        runs_last="findings" in parameters,
        settings={p.name: p.default for p in parameters.values() if p.kind is p.KEYWORD_ONLY},
    )
