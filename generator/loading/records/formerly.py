"""What was signed off under an id that a module had before counts for the module of today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from generator.areas.rap import Module, OnlyWords, Rap, SignOff
from generator.model.area import Area

Said = TypeVar("Said", SignOff, OnlyWords)


def with_ids_of_today(areas: Mapping[str, Area]) -> dict[str, Area]:
    """The areas, with the records of what was learnt under the ids of today; nobody goes back to write them anew."""
    rap = areas.get(Rap.KEY)
    ids = _ids(rap.modules) if isinstance(rap, Rap) else {}
    if not isinstance(rap, Rap) or not ids:
        return dict(areas)
    signed = {"sign_offs": _renamed(rap.sign_offs, ids), "only_words": _renamed(rap.only_words, ids)}
    return {**areas, Rap.KEY: rap.model_copy(update=signed)}


def _ids(modules: list[Module]) -> dict[str, str]:
    """The id of today by each one of before; an id that a module has today is its own."""
    today = {module.id for module in modules}
    return {old: module.id for module in modules for old in module.formerly if old not in today}


def _renamed(said: list[Said], ids: Mapping[str, str]) -> list[Said]:
    return [one.model_copy(update={"module": ids.get(one.module, one.module)}) for one in said]
