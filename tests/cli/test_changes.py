"""What changed between tags, commits, folders and the files as they are."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from tests.cli.conftest import Run


def _git(playbook: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=I", "-c", "user.email=i@x.example", *words], cwd=playbook, check=True)


def _save(playbook: Path, tag: str, old: str, new: str) -> None:
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    _git(playbook, "add", ".")
    _git(playbook, "commit", "-qm", tag)
    _git(playbook, "tag", tag)


def test_two_tags_a_tag_and_now_and_a_folder(run: Run, playbook: Path, tmp_path: Path) -> None:
    _git(playbook, "init", "-q")
    _save(playbook, "2026.1", "", "")
    _save(playbook, "2026.2", "from 60 to 90", "from 60 to 100")
    told = json.loads(run("changes", "2026.1", "2026.2", "--report", "json").stdout)
    assert [(one["id"], one["what"], one["affects"], one["people"]) for one in told["changes"]] == [
        ("grow", "changed", ["keep"], ["Ingrid Solheim"])
    ]
    assert run("changes").stdout == "Nothing changed from 2026.2 to now\n"
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("Keep every", "Hold @every"), encoding="utf-8")
    assert "[-Keep every-] {+Hold @every+} client" in run("changes").stdout
    assert "~~Keep every~~ **Hold @\u200bevery** client" in run("changes", "--report", "markdown").stdout
    older = tmp_path / "older"
    _git(playbook, "worktree", "add", "-q", str(older), "2026.1")
    assert run("changes", str(older)).stdout.startswith("2 changes from")


def test_without_a_tag_it_says_what_to_name(run: Run, playbook: Path) -> None:
    _git(playbook, "init", "-q")
    done = run("changes")
    assert done.returncode == 2 and "there is no tag to compare with; name a commit" in done.stderr
    assert "git knows no version `v9`" in run("changes", "v9").stderr


def test_what_cannot_be_compared_is_said(run: Run, playbook: Path, tmp_path: Path) -> None:
    _git(playbook, "init", "-q")
    _save(playbook, "2026.1", "", "")
    (tmp_path / "empty").mkdir()
    done = run("changes", str(tmp_path / "empty"))
    assert done.returncode == 2 and "holds no playbook: there is no `content/` in it" in done.stderr
    _save(playbook, "2026.2", "from 60 to 90", "from 60 to 100")
    _git(tmp_path, "clone", "-q", "--depth=1", playbook.as_uri(), "shallow")
    done = run("changes", "2026.1", cwd=tmp_path / "shallow")
    assert done.returncode == 2 and '"git fetch --unshallow --tags" brings it' in done.stderr


def test_a_folder_outside_the_repository_has_no_versions(run: Run, playbook: Path, tmp_path: Path) -> None:
    leaders = tmp_path / "leaders"
    leaders.mkdir()
    (leaders / "objectives.yml").write_text(
        "objectives:\n  - {id: buy, title: Buy, statement: Buy a rival., audience: leader}\n", encoding="utf-8"
    )
    company = tmp_path / "company"
    company.mkdir()
    for name in ("content", "mkdocs.yml"):
        (playbook / name).rename(company / name)
    _git(company, "init", "-q")
    _save(company, "2026.1", "", "")
    (company / "more").mkdir()
    (company / "more" / "objectives.yml").write_text(
        "objectives:\n  - {id: more, title: More, statement: Sell more of it.}\n", encoding="utf-8"
    )
    (company / "mkdocs.yml").write_text(
        "plugins:\n  - tuneup: {as_of: 2026-11-23, content: [content, ../leaders, more]}\n", encoding="utf-8"
    )
    _save(company, "2026.2", "from 60 to 90", "from 60 to 100")
    done = run("changes", "2026.1", "--audience", "leader", "--report", "json", cwd=company)
    assert done.returncode == 0, done.stderr
    assert [(one["id"], one["what"]) for one in json.loads(done.stdout)["changes"]] == [
        ("grow", "changed"),
        ("more", "added"),
    ]
    told = run("changes", "2026.2", cwd=company)
    assert told.stdout == "Nothing changed from 2026.2 to now\n"
    assert "leaders/ lies outside this repository" in told.stderr and "is not told" in told.stderr


def test_what_cannot_be_read_is_not_told_as_given_up(run: Run, playbook: Path) -> None:
    _git(playbook, "init", "-q")
    _save(playbook, "2026.1", "", "")
    _save(playbook, "2026.2", "  - id: keep", "  - id: [keep")
    for words in (("2026.1",), ("2026.1", "2026.2"), ("2026.1", "--report", "markdown")):
        done = run("changes", *words)
        assert done.returncode == 2 and done.stdout == ""
        assert "the content has" in done.stderr and "mend" in done.stderr
    _save(playbook, "2026.3", "  - id: [keep", "  - id: keep")
    told = run("changes", "2026.2", "--report", "markdown")
    assert told.returncode == 0 and "deleted" not in told.stdout
    assert re.search(r"\*\*2026\.2 has \d+ mistakes? in its content: what they touch may be told as new", told.stdout)
    assert "\n2026.2 has" in run("changes", "2026.2").stdout
    assert json.loads(run("changes", "2026.2", "--report", "json").stdout)["mistakes"]["2026.2"]


def test_what_a_pull_request_brings_first_is_all_new(run: Run, playbook: Path) -> None:
    _git(playbook, "init", "-q")
    _git(playbook, "commit", "-qm", "Before", "--allow-empty")
    done = run("changes", "HEAD", "--report", "markdown")
    assert done.returncode == 0, done.stderr
    first = "### The first version of the playbook: everything is new, HEAD holds none\n"
    assert done.stdout.startswith(first) and "- Business objectives: 2\n" in done.stdout and "Keep" not in done.stdout
    assert "  Business objectives: 2\n" in run("changes", "HEAD").stdout
    told = json.loads(run("changes", "HEAD", "--report", "json").stdout)
    assert told["first"] and {one["what"] for one in told["changes"]} == {"added"}
    assert run("impact", "HEAD..").stdout == "Everything is new, so nothing that anybody looked at has moved\n"


def test_a_commit_is_named_as_people_name_it(run: Run, playbook: Path) -> None:
    _git(playbook, "init", "-q")
    _save(playbook, "2026.1", "", "")
    asked = ["git", "rev-parse", "HEAD"]
    commit = subprocess.run(asked, cwd=playbook, capture_output=True, encoding="utf-8", check=True).stdout.strip()
    assert run("changes", commit).stdout == f"Nothing changed from {commit[:7]} to now\n"
    assert run("impact", f"{commit}..").stdout == f"Nothing changed between {commit[:7]} and now\n"
