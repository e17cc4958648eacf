"""The starter: the files that a new company's playbook begins with."""

from __future__ import annotations

import re
from pathlib import Path

from generator.loading.builtin import built_in
from generator.loading.starter import COMPANY, quoted

_VALUE = re.compile(rf"^([a-z_]+: )(.*{COMPANY}.*)$", re.MULTILINE)
"""A line of YAML whose value names the company."""


def starter(company: str) -> dict[str, str]:
    """The text of each file by its path in the new folder. `dot.` at the start of a name stands for a dot."""
    root = built_in() / "starter"
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {
        _name(path.relative_to(root)): _filled(path.name, path.read_text(encoding="utf-8"), company) for path in files
    }


def _name(path: Path) -> str:
    parts = [f".{part.removeprefix('dot.')}" if part.startswith("dot.") else part for part in path.parts]
    return "/".join(parts)


def _filled(name: str, text: str, company: str) -> str:
    if not name.endswith((".yml", ".yaml")):
        return text.replace(COMPANY, company)
    return _VALUE.sub(lambda line: line[1] + quoted(line[2].replace(COMPANY, company)), text)
