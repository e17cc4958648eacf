"""Valid files, changed at random: never a traceback, and a finding at the place that was changed."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from generator.areas import discover
from generator.loading.problem import Problem
from generator.loading.records.validate import read_area
from generator.loading.syntax.compose import compose
from generator.loading.syntax.nodes import Mapping, NodeOrigin
from generator.model.record import Part
from generator.model.shape import shapes

CONTENT = Path(__file__).parent.parent.parent / "content"
Way = tuple[str | int, ...]
Dumper: type[yaml.SafeDumper | yaml.CSafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def _areas() -> dict[str, dict[str, Any]]:
    """The example's areas as data; a folder's first file stands for it."""
    found = {}
    for key in discover():
        files = [CONTENT / f"{key}.yml", *sorted((CONTENT / key).glob("*.yml"))]
        for file in files:
            if file.is_file():
                node, _ = compose(file.read_text(encoding="utf-8"), key)
                assert isinstance(node, Mapping)
                found.setdefault(key, node.data)
    return found


AREAS = _areas()


def test_the_unchanged_files_are_without_problems() -> None:
    assert len(AREAS) >= 14
    for key, data in AREAS.items():
        assert not _problems(key, _text(data))


@effort(max_examples=300)
@given(st.sampled_from(sorted(AREAS)), st.randoms(use_true_random=False))
def test_a_dropped_field_is_missed_at_its_record(key: str, chance: random.Random) -> None:
    data, way, cls = _somewhere(key, chance)
    name = chance.choice(sorted(_at(data, way)))
    required = cls.model_fields[name].is_required()
    del _at(data, way)[name]
    text = _text(data)
    problems = _problems(key, text)
    if not required:
        assert not problems
        return
    place = _origin(key, text).value(*way)
    assert [(p.rule, p.complaint.location) for p in problems] == [("missing-field", place)]


@effort(max_examples=300)
@given(st.sampled_from(sorted(AREAS)), st.randoms(use_true_random=False))
def test_a_renamed_field_is_found_at_its_name(key: str, chance: random.Random) -> None:
    data, way, _ = _somewhere(key, chance)
    record = _at(data, way)
    name = chance.choice(sorted(record))
    renamed = {f"{name}x" if key_ == name else key_: value for key_, value in record.items()}
    record.clear()
    record.update(renamed)
    text = _text(data)
    places = {(p.rule, p.complaint.location) for p in _problems(key, text)}
    assert ("unknown-field", _origin(key, text).key(*way, f"{name}x")) in places


@effort(max_examples=300)
@given(st.sampled_from(sorted(AREAS)), st.randoms(use_true_random=False))
def test_a_value_of_another_type_is_found_at_its_place(key: str, chance: random.Random) -> None:
    data, way, _ = _somewhere(key, chance)
    record = _at(data, way)
    name = chance.choice(sorted(record))
    record[name] = _other(record[name], chance)
    text = _text(data)
    place = _origin(key, text).value(*way, name)
    problems = _problems(key, text)
    assert any(
        (p.complaint.location.line, p.rule) in {(place.line, "wrong-value"), (place.line, "bad-date")} for p in problems
    )


@effort(max_examples=200)
@given(st.sampled_from(sorted(AREAS)), st.randoms(use_true_random=False))
def test_a_doubled_field_is_found_at_the_second(key: str, chance: random.Random) -> None:
    data, way, _ = _somewhere(key, chance)
    name = chance.choice(sorted(_at(data, way)))
    text = _text(data)
    place = _origin(key, text).key(*way, name)
    lines = text.splitlines(keepends=True)
    again = " " * (place.column - 1) + f"{name}: again\n"
    end = next(
        (n for n in range(place.line, len(lines)) if lines[n].strip() and _indent(lines[n]) < place.column - 1),
        len(lines),
    )
    lines.insert(end, again)
    doubles = [p.complaint.location for p in _problems(key, "".join(lines)) if p.rule == "duplicate-key"]
    assert [(at.line, at.column) for at in doubles] == [(end + 1, place.column)]


@effort(max_examples=150)
@given(st.sampled_from(sorted(AREAS)), st.randoms(use_true_random=False))
def test_the_order_of_fields_does_not_matter(key: str, chance: random.Random) -> None:
    data, way, _ = _somewhere(key, chance)
    record = _at(data, way)
    items = list(record.items())
    chance.shuffle(items)
    record.clear()
    record.update(items)
    assert not _problems(key, _text(data))


@effort(max_examples=300)
@given(
    st.sampled_from(sorted(AREAS)),
    st.integers(0, 10**6),
    st.sampled_from(["", "\t", "\x00", ": ", "{{", "\n- ", "&a *a", "é"]),
)
def test_a_file_cut_off_anywhere_never_raises(key: str, at: int, tail: str) -> None:
    text = _text(AREAS[key])
    cut = text[: at % len(text)] + tail
    for problem in _problems(key, cut):
        assert problem.complaint.message
        assert problem.complaint.location.line <= cut.count("\n") + 2


def _problems(key: str, text: str) -> list[Problem]:
    node, problems = compose(text, key)
    if isinstance(node, Mapping):
        problems = [*problems, *read_area(discover()[key], node).problems]
    return problems


def _text(data: dict[str, Any]) -> str:
    """One field a line, so that every place is a line of its own."""
    return str(yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000))


def _origin(key: str, text: str) -> NodeOrigin:
    node, _ = compose(text, key)
    assert node is not None
    return NodeOrigin(node)


def _somewhere(key: str, chance: random.Random) -> tuple[dict[str, Any], Way, type[Part]]:
    """A copy of an area's data, the way to one of its records or parts, and that part's class."""
    data = copy.deepcopy(AREAS[key])
    ways = [(way, cls) for way, cls in _parts(data, discover()[key], ()) if way and _at(data, way)]
    way, cls = chance.choice(ways)
    return data, way, cls


def _parts(data: Any, cls: type[Part], way: Way) -> list[tuple[Way, type[Part]]]:
    found: list[tuple[Way, type[Part]]] = [(way, cls)]
    for shape in shapes(cls):
        value = data.get(shape.name) if isinstance(data, dict) else None
        if shape.part is None or value is None:
            continue
        if isinstance(value, list):
            for position, item in enumerate(value):
                found += _parts(item, shape.part, (*way, shape.name, position))
        elif shape.many == "dict":
            continue
        elif isinstance(value, dict):
            found += _parts(value, shape.part, (*way, shape.name))
    return found


def _at(data: Any, way: Way) -> dict[str, Any]:
    for step in way:
        data = data[step]
    return data


def _other(value: Any, chance: random.Random) -> Any:
    """A value that no field of the same type takes."""
    if isinstance(value, bool):
        return chance.choice(["maybe", 7, ["x"]])
    if isinstance(value, int | float):
        return chance.choice(["many", True, ["x"], {"a": 1}])
    if isinstance(value, str):
        return chance.choice([7, True, ["x"], {"a": 1}])
    return chance.choice(["text", 7, True])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
