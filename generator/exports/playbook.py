"""The approved messaging as JSON with its schema, for tools that write or check what is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.derive.facts import Facts
from generator.exports.today import Today, today
from generator.model.settings import Settings

SUFFIX = ".json"
FILE = NAME = "playbook.json"
SCHEMA = "playbook.schema.json"


def export(facts: Facts, settings: Settings) -> Mapping[str, bytes]:  # noqa: ARG001
    """`playbook.json`, and the schema that it names."""
    said = {"$schema": SCHEMA, **today(facts).model_dump(exclude_defaults=False)}
    return {NAME: _text(said), SCHEMA: _text(_schema())}


def _schema() -> dict[str, Any]:
    made = Today.model_json_schema()
    made["properties"]["$schema"] = {"type": "string"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _text(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
