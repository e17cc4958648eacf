"""Reports name files so that whoever reads them finds them: a terminal, a forge, a program."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import COMPANY, OBJECTIVES, SITE, Run

MESSAGING = "owner: ingrid\nmessages:\n  - {id: tagline, title: Tagline, text: Know every arrival before it happens.}\n"
SOURCES = "owner: ingrid\nsources:\n  - {id: web, title: Web, kind: website, files: ['*.md']}\n"


@pytest.fixture
def below(tmp_path: Path) -> Path:
    """A playbook in a folder of a repository, with an owner that nobody is."""
    folder = tmp_path / "top" / "sales" / "book"
    (folder / "content" / "pages").mkdir(parents=True)
    (tmp_path / "top" / ".git").mkdir()
    (folder / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (folder / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    (folder / "content" / "objectives.yml").write_text(OBJECTIVES.replace("ingrid", "ola"), encoding="utf-8")
    return folder


def test_a_forge_finds_files_from_the_top_of_the_repository(run: Run, below: Path) -> None:
    """GitHub drops annotations and alerts on files that it cannot find."""
    file = "content/objectives.yml"
    said = run("check", "--report", "github", cwd=below).stdout
    assert f"file=sales/book/{file},line=1" in said
    said = run("check", "--report", "sarif", cwd=below).stdout
    places = [one["locations"][0]["physicalLocation"] for one in json.loads(said)["runs"][0]["results"]]
    assert f"sales/book/{file}" in {place["artifactLocation"]["uri"] for place in places}
    assert run("check", "--report", "concise", cwd=below).stdout.startswith(f"{file}:1:")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize(
    ("name", "shown"), [(b"bad\xff.md", "bad\\xff.md"), (b"two\nlines.md", "two\\nlines.md"), (b"\x1b[31m.md", "\\x1b")]
)
@pytest.mark.parametrize("report", ["full", "concise", "json", "sarif", "github", "junit", "html"])
def test_a_name_that_cannot_be_written_is_told(
    run: Run, playbook: Path, tmp_path: Path, name: bytes, shown: str, report: str
) -> None:
    (playbook / "content" / "sources.yml").write_text(SOURCES, encoding="utf-8")
    (playbook / "content" / "messaging.yml").write_text(MESSAGING, encoding="utf-8")
    materials = playbook / "content" / "materials"
    materials.mkdir()
    Path(os.fsdecode(os.fsencode(materials) + b"/" + name)).write_text("Keep every client.", encoding="utf-8")
    done = run("drift", "--report", report, GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))
    assert done.returncode == 1 and not done.stderr
    said = done.stdout.replace("\\\\", "\\")
    assert f"content/materials/{shown}" in said and "cannot be written; rename the file" in said
    assert "\x1b" not in said and "materials/two\n" not in said
