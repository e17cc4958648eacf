"""The documents tell the truth: the tree is the modules' own first lines, links lead somewhere, commands exist."""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from generator.cli import tuneup
from generator.derive.facts import Facts
from generator.model.playbook import Playbook
from tests.conftest import ROOT

DOCS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]


def test_architecture_is_short_and_its_tree_is_the_code_s(golden: Callable[[Path, str], None]) -> None:
    path = ROOT / "ARCHITECTURE.md"
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition("<!-- tree -->\n")
    after = rest.partition("<!-- /tree -->")[2]
    assert after, "the tree stands between <!-- tree --> and <!-- /tree -->"
    golden(path, f"{before}<!-- tree -->\n{_tree()}<!-- /tree -->{after}")
    assert len(text.splitlines()) <= 80


@pytest.mark.parametrize("name", DOCS)
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if not target.startswith(("http://", "https://")):
            assert (ROOT / target).exists(), target


@pytest.mark.parametrize("name", [*DOCS, "Makefile"])
def test_commands_that_are_named_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    context = click.Context(tuneup)
    for verb in re.findall(r"`tuneup ([a-z]+)", text):
        assert tuneup.get_command(context, verb), f"tuneup {verb}"
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for target in re.findall(r"`make ([a-z]+)`", text):
        assert target in targets, f"make {target}"


def test_the_recipes_for_contributors_run_as_they_stand() -> None:
    recipes = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(recipes) == 2
    made: dict[str, Any] = {"__name__": "generator.areas.partners"}
    for recipe in recipes:
        exec(compile(recipe, "CONTRIBUTING.md", "exec", dont_inherit=True), made)
    partners = made["Partners"](partners=[made["Partner"](id="nordlys", title="Nordlys", margin=12.0)])
    assert partners.KEY == "partners"
    assert list(made["check"](Facts(Playbook({}), datetime.date(2026, 11, 23)))) == []


def _tree() -> str:
    """The rooms of `generator/` from the top floor down, each with the first line of its docstring."""
    floors = re.findall(r'^    "([a-z_ :|]+)",$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    names = [name.strip() for floor in floors for name in re.split("[:|]", floor)]
    lines = [f"  {_label(name):<19} {_first_line(name)}" for name in names]
    return "```\ngenerator/\n" + "\n".join(lines) + "\n```\n"


def _label(name: str) -> str:
    return f"{name}/" if (ROOT / "generator" / name).is_dir() else f"{name}.py"


def _first_line(name: str) -> str:
    path = ROOT / "generator" / name / "__init__.py"
    path = path if path.is_file() else path.parent.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{path} has no docstring"
    return docstring.partition("\n")[0]
