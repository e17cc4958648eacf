"""The built wheel works outside this repository: it holds its templates, and a new playbook builds with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

OWN_TEMPLATE = "# Our own page for {{ page.title }}\n"


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as an installer does."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    wheel = next(folder.glob("tuneup-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site-packages")
    return folder / "site-packages"


def test_only_what_belongs_is_in_it(installed: Path) -> None:
    tops = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert tops == {"generator"}
    assert (installed / "generator" / "templates" / "starter" / "mkdocs.yml").is_file()


def test_a_new_playbook_is_made_checked_and_built_with_it(installed: Path, tmp_path: Path) -> None:
    assert _run(installed, tmp_path, "new", "acme", "--name", "Acme Valves").returncode == 0
    folder = tmp_path / "acme"
    assert _run(installed, folder, "check").returncode == 0
    built = _run(installed, folder, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    home = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "Acme Valves" in home
    assert str(ROOT) not in home


def test_a_company_s_own_template_wins_by_name(installed: Path, tmp_path: Path) -> None:
    _run(installed, tmp_path, "new", "acme")
    folder = tmp_path / "acme"
    own = folder / "templates" / "pages" / "glossary.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text(OWN_TEMPLATE, encoding="utf-8")
    assert _run(installed, folder, "build").returncode == 0
    assert "Our own page for Glossary" in (folder / "site" / "glossary" / "index.html").read_text(encoding="utf-8")


def _run(installed: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", "from generator.cli import main; main()", *words]
    return subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
    )
