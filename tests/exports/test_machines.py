"""What programs and assistants get: in its form, of today, and nothing from above its readers."""

from __future__ import annotations

import json
import re
from collections.abc import Container
from dataclasses import dataclass

import jsonschema
import pytest

from generator.build import site
from generator.model.settings import Settings
from generator.model.words import Audience
from tests.conftest import ROOT
from tests.exports.test_ics import TODAY
from tests.leaks.canaries import plant

LINK = re.compile(r"- \[[^\]]+\]\(([^)\s]+)\)(: .+)?")
"""A line of a list of files; see https://llmstxt.org."""


@dataclass
class Machine:
    """The files for programs of a site for an audience, and the words that lie above it."""

    audience: Audience
    files: dict[str, str]
    above: set[str]


@pytest.fixture(scope="module", params=Audience)
def machine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    root = tmp_path_factory.mktemp("nest")
    words = plant(root).words
    (root / "mkdocs.yml").write_text("site_name: Nest\nplugins: [tuneup]\n", encoding="utf-8")
    _, pages = site(Settings(root, TODAY, (root / "content",), audience=request.param))
    files = {name: bytes(pages.assets[name]).decode() for name in ("playbook.json", "playbook.schema.json", "llms.txt")}
    above = {word for word, level in words.items() if level.rank > request.param.rank}
    return Machine(request.param, files, above)


def test_nothing_of_it_lies_above_its_readers(machine: Machine) -> None:
    for name, text in machine.files.items():
        said = set(re.findall(r"canary\d+x", text.lower()))
        assert not said & machine.above, name
        assert said or name.endswith("schema.json"), "what is meant for them is there"


def test_the_data_are_as_their_schema_says(machine: Machine) -> None:
    said, schema = (json.loads(machine.files[name]) for name in ("playbook.json", "playbook.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(said, schema)
    assert said["$schema"] == "playbook.schema.json" in machine.files
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**said, "more": 1}, schema)


def test_what_is_no_longer_said_is_for_those_who_say_it(machine: Machine) -> None:
    said = json.loads(machine.files["playbook.json"])
    assert bool(said["not_any_more"]) is (machine.audience is not Audience.PUBLIC)


def test_assistants_find_the_form_that_they_know(machine: Machine) -> None:
    _is_of_the_form(machine.files["llms.txt"], machine.files)


def test_that_of_the_example_too() -> None:
    _, pages = site(Settings(ROOT, TODAY, (ROOT / "content",)))
    text = bytes(pages.assets["llms.txt"]).decode()
    _is_of_the_form(text, pages.assets)
    assert "- Tagline: Cold, and you can prove it.\n" in text


def _is_of_the_form(text: str, files: Container[str]) -> None:
    """A title, a quote, texts without headings, then lists of nothing but links, which lead somewhere."""
    before, *lists = re.split(r"^## .+$", text, flags=re.M)
    assert re.match(r"# [^\n]+\n\n> [^\n]+\n\n", before)
    assert not re.search(r"^#", before[1:], flags=re.M)
    lines = [line for one in lists for line in one.splitlines() if line]
    assert lines
    for line in lines:
        found = LINK.fullmatch(line)
        assert found and found[1] in files, line
