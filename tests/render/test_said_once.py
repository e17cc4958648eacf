"""A page says a thing once, in the words it has elsewhere, and names files that are there."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest

from generator import loading
from generator.areas.references import Reference
from generator.build import site
from generator.exports.starter import starter
from tests.conftest import ROOT

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a new playbook with an objective that is over and a module that teaches what it rests on."""
    root = tmp_path_factory.mktemp("new")
    for name, said in starter("Acme Valves").items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(said, encoding="utf-8")
    with (root / "content" / "objectives.yml").open("a", encoding="utf-8") as file:
        file.write(
            "\n  - {id: old, title: Old, statement: Win ten., metric: new-clients, weight: 0, status: retired,"
            " for_salespeople: Call.}\n"
        )
    references = root / "content" / "references.yml"
    asked = references.read_text(encoding="utf-8").replace("{name: false}", "{name: true, granted: 2026-01-01}")
    references.write_text(asked, encoding="utf-8")
    modules = root / "content" / "rap" / "modules.yml"
    text = modules.read_text(encoding="utf-8")
    once = text.replace("teaches: [first-objective, too-expensive]", "teaches: [first-objective]")
    assert once != text
    modules.write_text(
        once.replace("    teaches:", "    based_on: [first-objective]\n    teaches:", 1), encoding="utf-8"
    )
    return site(loading.settings(root, loading.read_options(root), as_of=TODAY))[1].pages


def test_a_page_that_nobody_has_looked_at_says_so(made: dict[str, str]) -> None:
    lines = [text.split('class="tu-trust"')[1] for path, text in made.items() if not path.startswith("editing/")]
    owned = [line for line in lines if "<span>Owner" in line]
    assert owned and all("<span>Not reviewed yet</span>" in line for line in owned)
    assert not any("Not reviewed yet" in line for line in lines if "<span>Made from" in line)


def test_a_past_objective_is_told_in_the_words_of_a_current_one(made: dict[str, str]) -> None:
    past = made["where/index.md"].split("No longer pursued")[1]
    assert "Measured by\n:" in past and "For you\n:" in past
    assert "For salespeople" not in past and "of what counts" not in past


def test_editing_names_the_file_or_the_folder_that_is_there(made: dict[str, str]) -> None:
    assert "content/rap/</" in made["editing/rap.md"] and "content/rap.yml" not in made["editing/rap.md"]
    assert "content/objectives.yml" in made["editing/objectives.md"]
    assert "[`content/rap/`]" in made["editing/index.md"] and "[`content/objectives.yml`]" in made["editing/index.md"]
    assert "## At the top of a file" in made["editing/rap.md"] and "## Rap\n" not in made["editing/rap.md"]


def test_a_module_that_rests_on_what_it_teaches_names_it_once(made: dict[str, str]) -> None:
    (module,) = [text for path, text in made.items() if "/modules/" in path and "#first-objective)" in text]
    assert module.count("#first-objective)") == 1 and "What it teaches\n:" in module
    assert "\nRests on\n" not in module and ">Rests on<" not in module


def test_a_reference_who_may_be_asked_is_called_available(made: dict[str, str]) -> None:
    text = made["sell-to/references.md"]
    assert "available: ask the owner" in text and "no permission" not in text


def test_the_references_of_the_example_share_a_handful_of_industries() -> None:
    read = loading.load(loading.settings(ROOT, loading.read_options(ROOT)))
    clients = [one for one in read.playbook.entries.values() if isinstance(one, Reference)]
    industries = Counter(one.industry for one in clients)
    assert len(industries) <= len(clients) / 3 and all(one.about for one in clients)
