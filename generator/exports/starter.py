"""The starter: the files that a new company's playbook begins with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from generator.exports.requirement import NAME as TUNEUP
from generator.exports.requirement import requirement
from generator.loading.builtin import built_in
from generator.loading.starter import COMPANY, quoted

_VALUE = re.compile(rf"^([a-z_]+: )(.*{COMPANY}.*)$", re.MULTILINE)
"""A line of YAML whose value names the company."""

FORGE = ".github/"
"""Read by GitHub at the top of a repository and nowhere else."""
WHEEL = "./tuneup-0.0.0-py3-none-any.whl"
"""What the starter's requirements name until it is known which Tuneup begins the playbook."""
HERE = {'"./': '"./{}/', 'playbook"\n': 'playbook in {}"\n', '["Publish"]': '["Publish {}"]'}
"""How the files for the forge name the folder of the playbook, and how where it is not the top."""
NAME = re.compile(r"^name: (.+)$", re.MULTILINE)
"""By it the forge tells workflows, their runs in a row and their comments apart, so that of one folder has its own."""


def starter(company: str) -> dict[str, str]:
    """The text of each file by its path in the new folder. `dot.` at the start of a name stands for a dot."""
    root = built_in() / "starter"
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {
        _name(path.relative_to(root)): _filled(path.name, path.read_text(encoding="utf-8"), company) for path in files
    }


def for_top(files: Mapping[str, str], below: str) -> dict[str, str]:
    """Those for the forge, by their paths from the top of a repository whose folder `below` holds the playbook.

    Workflows bear the name of the folder, since the repository may have others.
    """
    return {_named(path, below): _led_to(below, text) for path, text in files.items() if path.startswith(FORGE)}


def _name(path: Path) -> str:
    parts = [f".{part.removeprefix('dot.')}" if part.startswith("dot.") else part for part in path.parts]
    return "/".join(parts)


def _filled(name: str, text: str, company: str) -> str:
    if not name.endswith((".yml", ".yaml")):
        return text.replace(COMPANY, company).replace(WHEEL, requirement(distribution(TUNEUP)))
    return _VALUE.sub(lambda line: line[1] + quoted(line[2].replace(COMPANY, company)), text)


def _named(path: str, below: str) -> str:
    folder, _, name = path.rpartition("/")
    whose = re.sub(r"[^\w.]+", "-", below)
    return f"{folder}/{whose}-{name}" if folder.endswith("/workflows") else path


def _led_to(below: str, text: str) -> str:
    folder = json.dumps(below, ensure_ascii=False)[1:-1]
    for here, there in HERE.items():
        text = text.replace(here, there.format(folder))
    return NAME.sub(lambda name: f'name: "{name[1]} {folder}"', text, count=1)
