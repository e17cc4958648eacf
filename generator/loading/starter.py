"""The starter as a playbook, to know its words again in a company's own."""

from __future__ import annotations

import datetime
import json
import re
from contextlib import suppress
from functools import cache

import yaml

from generator.loading.builtin import built_in
from generator.loading.load import load
from generator.loading.syntax.compose import compose
from generator.model.playbook import Playbook
from generator.model.settings import Settings

COMPANY = "Your company"
"""What the starter's files call the company until it has a name."""
_TITLED = re.compile(r"\bid: ([a-z0-9-]+)(?:\n +|, )title: (.+?)(?=\n|, [a-z_]+: |})")


@cache
def starter_titles() -> frozenset[tuple[str, str]]:
    """The id and title of each record, found without reading YAML: hardly a playbook that is in use has one of them."""
    files = (built_in() / "starter" / "content").rglob("*.yml")
    return frozenset(pair for file in files for pair in _TITLED.findall(file.read_text(encoding="utf-8")))


@cache
def starter_playbook() -> Playbook:
    root = built_in() / "starter"
    return load(Settings(root, datetime.date.min, (root / "content",))).playbook


def quoted(value: str) -> str:
    """The text as a YAML value: in quotes where it would be read as something else without them, here or by MkDocs."""
    line = f"name: {value}"
    node, wrong = compose(line, "")
    with suppress(yaml.YAMLError):
        if not wrong and node is not None and node.data == {"name": value} == yaml.safe_load(line):
            return value
    return json.dumps(value, ensure_ascii=False)
