"""Every language file says all that English says, and fills in the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from babel import Locale

from generator.areas import discover, name_of
from generator.derive.curriculum import Misfit, Unit
from generator.derive.curriculum.words import ENGLISH
from generator.leaks.voice import parts
from generator.loading.builtin import built_in
from generator.model.shape import shapes
from generator.render.jinja.labels import read_labels

FILES = sorted((built_in() / "labels").glob("*.yml"))
OTHERS = [file for file in FILES if file.stem != "en"]
OWN = tuple(f"hire.recite.{name}" for name in ("same", "figures", "ordinals", "units", "short"))
"""Words of a language by themselves, which no other has."""

FIELDS = {f"field.{shape.name}" for part in parts() for shape in shapes(part)}
"""Every field of the model: in English its name says it, every other language needs a word."""


def is_plural(value: Any) -> bool:
    return isinstance(value, Mapping) and "other" in value


def words_of(tree: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping) and not is_plural(value) and name not in OWN:
            yield from words_of(value, f"{name}.")
        else:
            yield name, value


def read(file: Path) -> dict[str, Any]:
    return dict(words_of(yaml.safe_load(file.read_text(encoding="utf-8"))))


def filled_in(value: Any) -> set[str]:
    """The names in braces of a word, in any of its forms; a guide's braces are the writer's own."""
    forms = value.values() if is_plural(value) else [value]
    return {name for form in forms if isinstance(form, str) for _, name, _, _ in Formatter().parse(form) if name}


def test_norwegian_comes_along() -> None:
    assert {"en", "nb"} <= {file.stem for file in FILES}


@pytest.mark.parametrize("file", OTHERS, ids=lambda file: file.stem)
def test_has_the_keys_of_english(file: Path) -> None:
    english, words = read(built_in() / "labels" / "en.yml"), read(file)
    needed = english.keys() | FIELDS
    assert {"missing": needed - words.keys(), "too many": words.keys() - needed} == {
        "missing": set(),
        "too many": set(),
    }


@pytest.mark.parametrize("file", OTHERS, ids=lambda file: file.stem)
def test_fills_in_the_same(file: Path) -> None:
    english = read(built_in() / "labels" / "en.yml")
    differs = {
        key: (filled_in(english[key]), filled_in(value))
        for key, value in read(file).items()
        if key in english and filled_in(value) != filled_in(english[key])
    }
    assert differs == {}


@pytest.mark.parametrize("file", OTHERS, ids=lambda file: file.stem)
def test_is_of_the_same_kind(file: Path) -> None:
    """A list stays a list, as long where places count; a word stays a word; what has a plural keeps it."""
    english, words = read(built_in() / "labels" / "en.yml"), read(file)
    both = english.keys() & words.keys()
    assert [key for key in both if type(english[key]) is not type(words[key])] == []
    assert [key for key in both if is_plural(english[key]) != is_plural(words[key])] == []
    counted = [key for key in both if key.endswith("number") and isinstance(english[key], list)]
    assert counted
    assert [key for key in counted if len(english[key]) != len(words[key])] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_plurals_have_the_forms_of_the_language(file: Path) -> None:
    locale = Locale.parse(file.stem, sep="-")
    needed = set(locale.plural_form.tags) | {"other"}
    assert {key: set(value) for key, value in read(file).items() if is_plural(value) and set(value) != needed} == {}


def test_the_clashes_of_a_plan_are_said_alike_by_the_checks_and_by_the_plan() -> None:
    """The checks speak English only and read no labels."""
    english = read(built_in() / "labels" / "en.yml")
    assert {misfit: english[f"plan.clash.{misfit.value}"] for misfit in Misfit} == ENGLISH.clashes
    assert {unit: english[f"plan.shortfall.{unit.value}"] for unit in Unit} == ENGLISH.shortfalls
    assert english["plan.unproven"] == ENGLISH.unproven


def test_the_command_line_calls_the_areas_as_the_site_does() -> None:
    labels = read_labels([built_in()], "en")
    assert {key: labels.words.get(f"area.{key}") for key in discover()} == {key: name_of(key) for key in discover()}
