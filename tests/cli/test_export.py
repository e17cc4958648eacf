"""`tuneup export` as a user meets it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import jsonschema

from tests.cli.conftest import Run


def test_cards_are_written_where_one_asks(run: Run, playbook: Path) -> None:
    done = run("export", "anki", "--output", "cards.apkg")
    assert done.returncode == 0, done.stderr
    assert not done.stdout
    assert zipfile.ZipFile(playbook / "cards.apkg").namelist() == ["collection.anki2", "media"]
    assert run("export", "anki").returncode == 0
    assert (playbook / "playbook.apkg").is_file()


def test_an_unknown_format_is_explained(run: Run) -> None:
    done = run("export", "ankki")
    assert done.returncode == 2
    assert "no format is called `ankki`; use one of: anki" in done.stderr


MESSAGES = """\
owner: ingrid
messages:
  - id: line
    title: Our line
    text: We save **up to 45 %** of planning time.
    claims: [{about: time-saved, value: 45, unit: "%", qualifier: up to, source: Study of 2026}]
    retired: [{text: We save half of it., since: 2026-10-01}]
  - {id: secret, title: Board, text: We sell the company., audience: leader}
"""


def test_programs_get_the_wordings_of_today_and_what_not_to_say(run: Run, playbook: Path) -> None:
    (playbook / "content" / "messaging.yml").write_text(MESSAGES, encoding="utf-8")
    assert run("export", "playbook", "--output", "out").returncode == 0
    said = json.loads((playbook / "out" / "playbook.json").read_text(encoding="utf-8"))
    schema = json.loads((playbook / "out" / "playbook.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(said, schema)
    assert [one["text"] for one in said["messages"]] == ["We save up to 45 % of planning time."]
    assert said["not_any_more"] == [{"text": "We save half of it.", "instead": "We save up to 45 % of planning time."}]
    assert run("export", "llms", "--output", "llms.txt").returncode == 0
    text = (playbook / "llms.txt").read_text(encoding="utf-8")
    assert "- up to 45 %, source: Study of 2026" in text and "sell the company" not in text


def test_owners_are_asked_about_their_files(run: Run, playbook: Path) -> None:
    assert run("export", "codeowners", "--output", "CODEOWNERS").returncode == 0
    lines = (playbook / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["/content/objectives.yml ingrid@kelvaro.example"]
