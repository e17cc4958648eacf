"""Every area keeps the promises that loading, pages, schemas and checks rest on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from generator.areas import discover
from generator.model.area import Area
from generator.model.described import described
from generator.model.record import FACETS, Entry, Part, Record
from generator.model.shape import shapes

AREAS = discover()
TWELVE = [
    *("objectives", "differentiation", "ideal-client", "messaging", "references", "performance"),
    *("pipeline", "ideal-salesperson", "rap", "skills", "compensation", "metrics"),
]
SHARED = ["company", "glossary", "sources"]


def _parts(cls: type[Part], seen: dict[type[Part], None]) -> None:
    if cls in seen:
        return
    seen[cls] = None
    for shape in shapes(cls):
        if shape.part:
            _parts(shape.part, seen)


def _classes() -> list[type[Part]]:
    seen: dict[type[Part], None] = {}
    for area in AREAS.values():
        _parts(area, seen)
    return list(seen)


CLASSES = _classes()
ENTRIES = [cls for cls in CLASSES if issubclass(cls, Entry)]


def _own_fields() -> Iterator[tuple[str, str]]:
    for cls in CLASSES:
        for name in cls.model_fields:
            yield f"{cls.__name__}.{name}", described(cls).get(name, "")


def test_the_twelve_stand_in_their_order_and_the_shared_lists_after_them() -> None:
    assert list(AREAS) == TWELVE + SHARED
    assert [area.ORDER for area in AREAS.values()] == [*range(1, 13), 0, 0, 0]


@pytest.mark.parametrize("area", AREAS.values(), ids=list(AREAS))
def test_an_area_can_be_empty(area: type[Area]) -> None:
    assert area.model_validate({}) == area.model_validate({})


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_piece_says_what_it_is(cls: type[Part]) -> None:
    assert cls.__doc__ and cls.__doc__.strip().endswith((".", "?")), f"{cls.__name__} has no sentence of its own"


@pytest.mark.parametrize(("name", "description"), list(_own_fields()))
def test_every_field_is_described_in_plain_words(name: str, description: str) -> None:
    assert re.match(r"[A-Z`]", description) and description.endswith((".", "?")), f"{name}: {description!r}"
    assert len(description) <= 200, f"{name} says too much for a hover"
    assert not re.search(r"\b(str|int|list of strings|boolean|null|None|True|False|dict)\b", description), name


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_names_of_fields_are_small_words(cls: type[Part]) -> None:
    assert [name for name in cls.model_fields if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


def test_a_reference_points_to_a_kind_that_exists() -> None:
    kinds = {cls.KIND for cls in ENTRIES}
    wanted = {(cls.__name__, shape.name, shape.ref.kind) for cls in CLASSES for shape in shapes(cls) if shape.ref}
    assert sorted(ref for ref in wanted if ref[2] and ref[2] not in kinds) == []


def test_a_kind_has_one_class() -> None:
    assert [kind for kind, count in Counter(cls.KIND for cls in ENTRIES).items() if count > 1] == []


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.__name__)
def test_what_is_quoted_is_a_text_of_the_entry(cls: type[Entry]) -> None:
    texts = {shape.name for shape in shapes(cls) if shape.text and not shape.many} | {"use"}
    assert not cls.QUOTE or cls.QUOTE in texts & set(cls.model_fields)


@pytest.mark.parametrize("cls", [cls for cls in ENTRIES if issubclass(cls, Record)], ids=lambda cls: cls.__name__)
def test_meaning_lies_in_fields_that_exist(cls: type[Record]) -> None:
    unknown = set(cls.meaning()) - set(cls.model_fields)
    bookkeeping = set(cls.meaning()) & (set(Record.model_fields) - set(FACETS))
    assert (unknown, bookkeeping) == (set(), set())
    assert cls.meaning()
