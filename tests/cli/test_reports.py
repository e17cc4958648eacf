"""Reports name files so that whoever reads them finds them: a terminal, a forge, a program."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import COMPANY, OBJECTIVES, SITE, Run
from tests.conftest import ROOT

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


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_the_excerpt_is_read_as_the_source_was(run: Run, playbook: Path, encoding: str) -> None:
    """Whatever program wrote the file, the mark stands under the words."""
    (playbook / "content" / "sources.yml").write_text(SOURCES, encoding="utf-8")
    (playbook / "content" / "messaging.yml").write_text(MESSAGING, encoding="utf-8")
    (playbook / "content" / "materials").mkdir()
    said = "Grüße: know each arrival before it happens."
    (playbook / "content" / "materials" / "web.md").write_text(said, encoding=encoding)
    shown = run("drift").stdout.splitlines()
    at = next(number for number, line in enumerate(shown) if said in line)
    mark = shown[at + 1].index("^") - shown[at].index(said)
    assert said[mark:].startswith(("know", "each")) and not any("\0" in line for line in shown)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_output_is_no_mistake(run: Run, playbook: Path, closed: str) -> None:
    code = run("check").returncode
    line = f"{shlex.quote(sys.executable)} -m generator.cli check {closed}"
    done = subprocess.run(
        ["sh", "-c", line], cwd=playbook, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode == code and b"Traceback" not in done.stderr
