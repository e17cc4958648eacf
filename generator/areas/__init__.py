"""The areas of a playbook, one file each: add a file here and the area exists."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from generator.model.area import Area, in_words


@cache
def discover() -> Mapping[str, type[Area]]:
    """Every area by its key: the twelve in order, then the shared lists by name."""
    found = [_area(importlib.import_module(f"{__name__}.{module.name}")) for module in pkgutil.iter_modules(__path__)]
    return {area.KEY: area for area in sorted(found, key=lambda area: (area.ORDER or 99, area.KEY))}


def name_of(key: str) -> str:
    """What people call an area, in English; a site has the names of its language among its labels."""
    area = discover().get(key)
    return area.NAME if area else in_words(key)


def _area(module: object) -> type[Area]:
    own = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Area) and value.__module__ == getattr(module, "__name__", "")
    ]
    if len(own) != 1:
        raise TypeError(f"{module} must define exactly one Area, not {len(own)}")
    return own[0]
