"""`tuneup export` as a user meets it."""

from __future__ import annotations

import zipfile
from pathlib import Path

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
