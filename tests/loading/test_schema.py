"""The schemas that editors complete from say the same as the model, on good files and on bad ones."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from generator.areas import discover
from generator.exports.schema import FOLDER, schemas
from tests.conftest import ROOT
from tests.loading.test_mutations import AREAS, _at, _other, _problems, _somewhere, _text

SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schemas().items()}
CHECKERS = {
    key: jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    for key, schema in SCHEMAS.items()
}


def test_every_area_has_a_schema_that_is_one() -> None:
    assert set(SCHEMAS) == set(discover())
    for schema in SCHEMAS.values():
        jsonschema.Draft7Validator.check_schema(schema)


def test_the_schemas_in_the_repository_are_today_s() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / FOLDER).glob("*.json")}
    assert there == schemas(), "run `tuneup schema`"


@pytest.mark.parametrize("key", sorted(AREAS))
def test_the_example_is_good_for_both(key: str) -> None:
    assert not _problems(key, _text(AREAS[key]))
    assert not list(CHECKERS[key].iter_errors(AREAS[key]))


@effort(max_examples=400)
@given(st.sampled_from(sorted(AREAS)), st.randoms(use_true_random=False))
def test_both_judge_a_changed_file_alike(key: str, chance: random.Random) -> None:
    data, way, _ = _somewhere(key, chance)
    record = _at(data, way)
    name = chance.choice(sorted(record))
    change = chance.choice(["drop", "rename", "retype", "empty", "misspell"])
    if change == "drop":
        del record[name]
    elif change == "rename":
        record[f"{name}x"] = record.pop(name)
    elif change == "retype":
        record[name] = _other(record[name], chance)
    elif change == "empty":
        record[name] = None
    else:
        record[name] = _misspelt(record[name])
    assert bool(_problems(key, _text(data))) == bool(list(CHECKERS[key].iter_errors(copy.deepcopy(data)))), (
        way,
        name,
        change,
    )


def _misspelt(value: Any) -> Any:
    return f"{value}!" if isinstance(value, str) else value
