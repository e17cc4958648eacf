"""`tuneup new`: what a new company gets is complete, commented and without an error."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from generator.areas import discover
from generator.exports.requirement import requirement
from generator.loading.syntax.compose import compose
from tests.cli.conftest import Run


def test_the_starter_is_without_an_error_and_knows_its_company(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    assert run("new", str(folder), "--name", "Acme Valves").returncode == 0
    report = run("check", "--report", "json", cwd=folder)
    data = json.loads(report.stdout)
    assert report.returncode == 0 and data["counts"].get("error", 0) == 0
    assert not [f for f in data["findings"] if f["area"] == "content"]
    warned = {f["rule"] for f in data["findings"] if f["level"] == "warning"}
    assert warned == {"source-kind-missing"}
    assert "name: Acme Valves" in (folder / "content" / "company.yml").read_text(encoding="utf-8")


def test_what_nobody_has_written_is_no_readiness(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    run("new", str(folder), "--name", "Acme Valves")
    first = run("status", cwd=folder).stdout
    assert first.startswith("0 of 12 in tune")
    (onboarding,) = [line for line in first.splitlines() if "Onboarding programme" in line]
    assert onboarding.endswith("only the starter's words stand here, nothing of your own yet"), "one name for an area"
    told = run("check", cwd=folder).stdout
    assert told.count(" = help: ") == 2, "one thing about twelve areas, and where the company speaks"
    assert "the objectives first" in told and "content/rap/modules.yml:8:5" in told
    objectives = folder / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("twelve", "forty"), encoding="utf-8")
    assert "✓ Business objectives   in tune  1 record" in run("status", cwd=folder).stdout


def test_every_area_begins_with_its_schema_and_a_comment(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    run("new", str(folder))
    for key in discover():
        files = [*folder.glob(f"content/{key}.yml"), *folder.glob(f"content/{key}/*.yml")]
        assert files, key
        for file in files:
            first, second = file.read_text(encoding="utf-8").splitlines()[:2]
            schema = first.removeprefix("# yaml-language-server: $schema=")
            assert (file.parent / schema).is_file() and second.startswith("# ")


def test_a_folder_with_something_in_it_is_left_alone(run: Run, playbook: Path) -> None:
    done = run("new", ".")
    assert done.returncode == 2 and "is not empty" in done.stderr


def test_the_way_into_the_folder_can_be_pasted(run: Run, tmp_path: Path) -> None:
    done = run("new", str(tmp_path / "our own" / "acme-valves"))
    assert f"cd '{tmp_path}/our own/acme-valves'\n" in done.stderr
    assert " files for Acme Valves in " in done.stderr


def test_a_fresh_repository_is_no_obstacle(run: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path / "acme")], check=True)
    done = run("new", ".", cwd=tmp_path / "acme")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "acme" / ".github" / "workflows" / "publish.yml").is_file()
    assert done.stderr.endswith("Now:\n  tuneup serve\n")


def test_inside_a_repository_the_workflows_go_where_they_are_read(run: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    own = tmp_path / ".github" / "dependabot.yml"
    own.parent.mkdir()
    own.write_text("version: 2\n", encoding="utf-8")
    done = run("new", str(tmp_path / "sales" / "our book"))
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "sales" / "our book" / ".github").exists()
    check = (tmp_path / ".github" / "workflows" / "sales-our-book-check.yml").read_text(encoding="utf-8")
    assert 'working-directory: "./sales/our book/"' in check and 'path: "./sales/our book/site"' in check
    assert "  .github/workflows/sales-our-book-check.yml\n" in done.stderr
    assert own.read_text(encoding="utf-8") == "version: 2\n", "what is there stays"
    assert ".github/dependabot.yml is there already and stays as it is" in done.stderr
    assert "  - package-ecosystem: github-actions" in done.stderr, "what to add to it is told"


def test_what_builds_it_is_the_version_that_began_it(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path / "acme"))
    text = (tmp_path / "acme" / "requirements.txt").read_text(encoding="utf-8")
    assert text.splitlines()[-1] == requirement(distribution("tuneup"))


COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        (None, "./tuneup-1.2.3-py3-none-any.whl"),
        ({"url": "file:///home/ingrid/tuneup", "dir_info": {"editable": True}}, "./tuneup-1.2.3-py3-none-any.whl"),
        (
            {"url": "https://git.example/tools.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"tuneup @ git+https://git.example/tools.git@{COMMIT}",
        ),
        ({"url": "https://files.example/tuneup-1.2.3.zip"}, "tuneup @ https://files.example/tuneup-1.2.3.zip"),
    ],
)
def test_a_stranger_s_package_of_the_same_name_is_never_named(
    tmp_path: Path, origin: dict[str, Any] | None, wanted: str
) -> None:
    (tmp_path / "METADATA").write_text("Metadata-Version: 2.1\nName: tuneup\nVersion: 1.2.3\n", encoding="utf-8")
    if origin is not None:
        (tmp_path / "direct_url.json").write_text(json.dumps(origin), encoding="utf-8")
    line = requirement(Distribution.at(tmp_path))
    assert line == wanted
    assert Requirement(line).url if "@" in line else line.startswith("./"), "pip looks in no index for it"


def test_pip_stops_where_the_wheel_was_not_brought(run: Run, tmp_path: Path) -> None:
    done = run("new", str(tmp_path / "acme"))
    wanted = (tmp_path / "acme" / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert wanted.startswith("./"), "the tests run from a working tree, which nobody else can reach"
    assert f"{wanted}, which is not there yet" in done.stderr
    asked = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-index", "--requirement", "requirements.txt"]
    pip = subprocess.run(asked, cwd=tmp_path / "acme", capture_output=True, encoding="utf-8", check=False)
    assert pip.returncode != 0 and Path(wanted).name in pip.stderr and "does not exist" in pip.stderr


@pytest.mark.parametrize(
    "name",
    [
        "Smith: Sons",
        "#1 Sales",
        "2026",
        "- x",
        'The "Best" & Co',
        "O'Hara",
        "\N{SNOWFLAKE} Ice",
        "yes",
        "a #b",
        "{x}",
        "@a",
    ],
)
def test_any_name_is_written_so_that_it_is_read_again(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "acme"
    assert run("new", str(folder), "--name", name).returncode == 0
    report = run("check", "--report", "json", cwd=folder)
    assert report.returncode == 0, report.stderr
    assert not [f for f in json.loads(report.stdout)["findings"] if f["area"] == "content"]
    node, _ = compose((folder / "content" / "company.yml").read_text(encoding="utf-8"), "company.yml")
    assert node is not None and node.data["name"] == name
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["site_name"] == f"{name} sales playbook"


@pytest.mark.parametrize("name", ["", "  ", "---", "a\x07b"])
def test_what_is_no_name_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    done = run("new", str(tmp_path / "acme"), "--name", name)
    assert done.returncode == 2 and "--name" in done.stderr and not (tmp_path / "acme").exists()


def test_a_folder_may_be_called_like_a_year(run: Run, tmp_path: Path) -> None:
    assert run("new", str(tmp_path / "2026")).returncode == 0
    assert run("check", cwd=tmp_path / "2026").returncode == 0


def test_the_starters_own_words_need_no_look(run: Run, tmp_path: Path) -> None:
    run("new", str(tmp_path / "acme"))
    report = run("check", "--report", "json", cwd=tmp_path / "acme")
    assert "review-overdue" not in {f["rule"] for f in json.loads(report.stdout)["findings"]}
