"""`tuneup export` as a user meets it."""

from __future__ import annotations

import json
import shutil
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


def test_files_are_called_what_everybody_calls_them_or_go_to_the_terminal(run: Run, playbook: Path) -> None:
    (playbook / "content" / "messaging.yml").write_text(MESSAGES, encoding="utf-8")
    for what, names in (("playbook", ["playbook.json", "playbook.schema.json"]), ("llms", ["llms.txt"])):
        assert run("export", what).returncode == 0
        assert [name for name in names if not (playbook / name).is_file()] == []
        assert run("export", what, "--output", "-").stdout == (playbook / names[0]).read_text(encoding="utf-8")
    assert not (playbook / "-").exists() and not (playbook / "playbook-playbook").exists()
    done = run("export", "calendar", "--output", "-")
    assert done.returncode == 2 and "calendar is several files; name a folder for them" in done.stderr


def test_what_belongs_to_all_is_asked_of_who_owns_the_company(run: Run, playbook: Path) -> None:
    company = playbook / "content" / "company.yml"
    marte = "owner: marte\npeople:\n  - {id: marte, name: Marte Vik, job: Keeps it, email: marte@kelvaro.example}\n"
    company.write_text(company.read_text(encoding="utf-8").replace("people:\n", marte), encoding="utf-8")
    retired = "owner: ingrid\nretired:\n  - {id: old, text: We never sell., since: 2026-01-01}\n"
    (playbook / "content" / "messaging.yml").write_text(retired, encoding="utf-8")
    assert run("export", "codeowners").returncode == 0
    assert (playbook / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()[1:-1] == [
        "/mkdocs.yml marte@kelvaro.example",
        "/content/ marte@kelvaro.example",
        "/templates/ marte@kelvaro.example",
        "/content/company.yml marte@kelvaro.example",
        "/content/messaging.yml ingrid@kelvaro.example",
        "/content/objectives.yml ingrid@kelvaro.example",
    ]


def test_owners_are_asked_about_their_files(run: Run, playbook: Path) -> None:
    done = run("export", "codeowners")
    assert done.returncode == 0
    kept = playbook / ".github" / "CODEOWNERS"
    assert f"codeowners written to {kept}" in done.stderr
    assert kept.read_text(encoding="utf-8").splitlines()[1:-1] == ["/content/objectives.yml ingrid@kelvaro.example"]


def test_owners_are_asked_where_the_playbook_lies_in_a_part_of_a_repository(run: Run, playbook: Path) -> None:
    sales = playbook / "sales"
    shutil.copytree(playbook / "content", sales / "content")
    shutil.copy(playbook / "mkdocs.yml", sales)
    (playbook / ".git").mkdir()
    leader = "objectives:\n  - {id: board, title: B, statement: Sell it., owner: ingrid, audience: leader}\n"
    (sales / "content" / "objectives" / "board.yml").parent.mkdir()
    (sales / "content" / "objectives.yml").rename(sales / "content" / "objectives" / "all.yml")
    (sales / "content" / "objectives" / "board.yml").write_text(leader, encoding="utf-8")
    assert run("export", "codeowners", "--root", "sales").returncode == 0
    lines = (playbook / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert lines[1:-1] == [
        "/sales/content/objectives/all.yml ingrid@kelvaro.example",
        "/sales/content/objectives/board.yml ingrid@kelvaro.example",
    ]
    assert not (sales / ".github").exists()


def test_what_people_and_another_playbook_wrote_of_owners_stays(run: Run, playbook: Path) -> None:
    for name in ("food", "sales"):
        shutil.copytree(playbook / "content", playbook / name / "content")
        shutil.copy(playbook / "mkdocs.yml", playbook / name)
    (playbook / ".git").mkdir()
    kept = playbook / ".github" / "CODEOWNERS"
    kept.parent.mkdir()
    kept.write_text("* @kelvaro/all", encoding="utf-8")
    for name in ("food", "sales"):
        assert run("export", "codeowners", "--root", name).returncode == 0
    kept.write_text(f"{kept.read_text(encoding='utf-8')}/infra/ @kelvaro/ops\n", encoding="utf-8")
    company = playbook / "food" / "content" / "company.yml"
    company.write_text(company.read_text(encoding="utf-8").replace("ingrid@", "solheim@"), encoding="utf-8")
    assert run("export", "codeowners", "--root", "food").returncode == 0
    assert [line for line in kept.read_text(encoding="utf-8").splitlines() if not line.startswith("#")] == [
        "* @kelvaro/all",
        "/food/content/objectives.yml solheim@kelvaro.example",
        "/sales/content/objectives.yml ingrid@kelvaro.example",
        "/infra/ @kelvaro/ops",
    ]


def test_where_nobody_has_an_address_the_file_says_so(run: Run, playbook: Path) -> None:
    company = playbook / "content" / "company.yml"
    company.write_text(company.read_text(encoding="utf-8").replace("email:", "pronouns:"), encoding="utf-8")
    assert run("export", "codeowners").returncode == 0
    lines = (playbook / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert lines[1:-1] == ["# Nobody yet: no record has an owner with an `email`."]
