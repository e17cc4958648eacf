"""JSON Schemas of the areas, so that an editor completes fields and shows what they are for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from generator.areas import discover
from generator.areas.company import RuleSetting
from generator.checks import Rule, rules
from generator.model.area import Area
from generator.model.described import described
from generator.model.record import Part

FOLDER = ".schemas"
"""Where the first line of a content file looks for its schema."""


def schemas() -> dict[str, str]:
    """The text of each schema by its file name, `objectives.schema.json`."""
    return {f"{key}.schema.json": _text(schema(area)) for key, area in discover().items()}


def schema(area: type[Area]) -> dict[str, Any]:
    """What a file of this area may hold; it agrees with what loading takes and what it complains of."""
    made = area.model_json_schema(schema_generator=Described)
    _tidy(made)
    for name, part in made.get("$defs", {}).items():
        part["title"] = name
    if area.KEY == "company":
        made["properties"]["rules"] = _rules(made, rules())
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made, "title": area.KEY}


class Described(GenerateJsonSchema):
    """Says with each field what it is for."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        part: type[Part] = schema["cls"]
        for name, text in described(part).items():
            if name in made.get("properties", {}):
                made["properties"][name]["description"] = text
        return made


def _tidy(node: Any) -> None:
    """Takes away titles that only repeat the field's name, and defaults that say nothing."""
    if isinstance(node, dict):
        if isinstance(node.get("title"), str):
            del node["title"]
        if node.get("default", 0) in (None, []):
            del node["default"]
        for value in node.values():
            _tidy(value)
    elif isinstance(node, list):
        for value in node:
            _tidy(value)


def _rules(made: dict[str, Any], known: Mapping[str, Rule]) -> dict[str, Any]:
    level = {"enum": ["error", "warning", "note", "off"]}
    setting = {"anyOf": [level, {"$ref": f"#/$defs/{RuleSetting.__name__}"}]}
    return {
        "type": "object",
        "description": made["properties"]["rules"]["description"],
        "properties": {rule.id: {**setting, "description": rule.summary} for rule in known.values()},
        "additionalProperties": setting,
    }


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
