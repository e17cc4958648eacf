"""The workflows that a new playbook gets: well formed, least permissions, and their steps run as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Run
from tests.conftest import ROOT

STARTER = ROOT / "templates" / "starter" / "dot.github"
WORKFLOWS = sorted((STARTER / "workflows").glob("*.yml"))
RIGHTS = {
    "check": {("pull-requests", "write")},
    "freshness": {("contents", "read"), ("issues", "write")},
    "pages": {("contents", "read"), ("pages", "write"), ("id-token", "write")},
    "publish": {("contents", "write")},
    "review": {("contents", "write"), ("pull-requests", "write")},
}
"""What the jobs of each may do beyond reading."""
SHELL = shutil.which("bash")
GH = """\
#!/bin/sh
echo "$*" >> gh.log
[ "$2" = --paginate ] && [ -f gh.json ] && jq --raw-output "$5" gh.json
exit 0
"""
"""Writes down what it is asked for, and answers from a file as the forge's own program does."""
needs_jq = pytest.mark.skipif(
    not shutil.which("jq") and not os.environ.get("CI"), reason="no jq, which answers for the forge"
)


def _read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    ("path", "schema"),
    [*((path, "vendor.github-workflows") for path in WORKFLOWS), (STARTER / "dependabot.yml", "vendor.dependabot")],
    ids=lambda value: value.stem if isinstance(value, Path) else "",
)
def test_the_forge_can_read_it(path: Path, schema: str) -> None:
    asked = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_it_may_do_no_more_than_it_must(path: Path) -> None:
    workflow = _read(path)
    assert set(workflow["permissions"].items()) <= {("contents", "read")}
    given = {right for job in workflow["jobs"].values() for right in job.get("permissions", {}).items()}
    assert given == RIGHTS[path.stem]
    assert "pull_request_target" not in workflow[True]
    for step in _steps(workflow):
        assert "${{" not in step.get("run", ""), "what others write comes through the environment, never into the shell"
        if step.get("uses", "").startswith("actions/checkout@"):
            pushes = path.stem in ("publish", "review")
            assert step["with"]["persist-credentials"] is pushes, "only who pushes keeps the token"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_it_runs_cannot_change_behind_its_back(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line
        if "pip install" in line:
            assert line.endswith("pip install --requirement requirements.txt"), "the version that the playbook names"


def test_a_pull_request_is_told_what_it_changes(run: Run, tmp_path: Path) -> None:
    folder, surroundings = _company(run, tmp_path)
    before = _git(folder, "rev-parse", "HEAD")
    company = folder / "content" / "company.yml"
    company.write_text(company.read_text(encoding="utf-8").replace("name: Acme", "name: Acme Valves"), encoding="utf-8")
    steps = {step.get("name"): step for step in _steps(_read(folder / ".github" / "workflows" / "check.yml"))}
    for name in ("Check", "Tell what changed", "Build"):
        _sh(steps[name]["run"], folder, {**surroundings, "BASE": before})
    summary = (folder / "summary.md").read_text(encoding="utf-8")
    assert "### Playbook check" in summary and "### 1 change from" in summary and "Acme **Valves**" in summary
    assert (folder / "site" / "index.html").is_file()


def test_a_pull_request_with_a_mistake_is_not_told_that_records_were_given_up(run: Run, tmp_path: Path) -> None:
    folder, surroundings = _company(run, tmp_path)
    before = _git(folder, "rev-parse", "HEAD")
    with (folder / "content" / "objectives.yml").open("a", encoding="utf-8") as file:
        file.write("\nobjectives: [\n  oops: : x\n")
    steps = {step.get("name"): step for step in _steps(_read(folder / ".github" / "workflows" / "check.yml"))}
    _sh(steps["Tell what changed"]["run"], folder, {**surroundings, "BASE": before})
    told = (folder / "changed.md").read_text(encoding="utf-8")
    assert told.startswith("What changed is told when the mistakes above are mended.\n") and "deleted" not in told


def test_a_pull_request_may_bring_the_first_playbook(run: Run, tmp_path: Path) -> None:
    folder, surroundings = _company(run, tmp_path)
    before = _git(folder, "commit-tree", "-m", "Before", _git(folder, "mktree"))
    steps = {step.get("name"): step for step in _steps(_read(folder / ".github" / "workflows" / "check.yml"))}
    _sh(steps["Tell what changed"]["run"], folder, {**surroundings, "BASE": before})
    told = (folder / "changed.md").read_text(encoding="utf-8")
    assert told.startswith("### The first version of the playbook: everything is new") and "mended" not in told


@needs_jq
def test_a_pull_request_has_one_comment_which_is_kept_up_to_date(run: Run, tmp_path: Path) -> None:
    folder, surroundings = _company(run, tmp_path)
    workflow = _read(folder / ".github" / "workflows" / "check.yml")
    assert workflow["jobs"]["check"].get("permissions") is None, "what runs the request's files can only read"
    assert "checkout" not in str(workflow["jobs"]["comment"]["steps"])
    step = next(step for step in _steps(workflow) if step.get("name") == "Keep one comment")
    surroundings |= {"COMMENTS": "repos/acme/playbook/issues/7/comments", "GITHUB_WORKFLOW": workflow["name"]}
    (folder / "changed.md").write_text("### 1 change\n" + "x" * 70_000, encoding="utf-8")
    alike = {"id": 40, "user": {"login": "mallory"}, "body": "<!-- Check of the playbook --> mine"}
    (folder / "gh.json").write_text(json.dumps([alike]), encoding="utf-8")
    _sh(step["run"], folder, surroundings)
    log = folder / "gh.log"
    assert f"--method POST {surroundings['COMMENTS']} --field body=@comment.md" in log.read_text(encoding="utf-8")
    body = (folder / "comment.md").read_text(encoding="utf-8")
    assert body.startswith("<!-- Check of the playbook -->\n### 1 change\n") and len(body) < 65_536, (
        "GitHub takes no more"
    )
    own = [{**alike, "id": number, "user": {"login": "github-actions[bot]"}} for number in (41, 42)]
    (folder / "gh.json").write_text(json.dumps([alike, *own]), encoding="utf-8")
    _sh(step["run"], folder, surroundings)
    assert "--method PATCH repos/acme/playbook/issues/comments/41 --field" in log.read_text(encoding="utf-8")


@needs_jq
def test_one_issue_lists_what_is_due(run: Run, tmp_path: Path) -> None:
    folder, surroundings = _company(run, tmp_path)
    steps = {step.get("name"): step for step in _steps(_read(folder / ".github" / "workflows" / "freshness.yml"))}
    keep, log = steps["Keep one issue"], folder / "gh.log"
    title = keep["env"]["TITLE"]
    surroundings |= {"TITLE": title, "GH_REPO": "acme/playbook"}
    others = [{"number": 3, "title": f"{title}, again?"}, {"number": 4, "title": title, "pull_request": {}}]
    (folder / "gh.json").write_text(json.dumps(others), encoding="utf-8")
    _sh(keep["run"], folder, surroundings)
    asked, made = log.read_text(encoding="utf-8").splitlines()
    assert "issues?state=open&creator=github-actions%5Bbot%5D" in asked, "nobody else's issue is written over"
    assert made == f"issue create --title {title} --body-file due.md"
    (folder / "gh.json").write_text(json.dumps([*others, {"number": 7, "title": title}]), encoding="utf-8")
    _sh(keep["run"], folder, surroundings)
    assert log.read_text(encoding="utf-8").splitlines()[-1] == "issue edit 7 --body-file due.md"
    assert (folder / "due.md").read_text(encoding="utf-8").count("```") == 4
    records = (f"  - {{id: o{number}, title: Objective {number}, statement: Win.}}\n" for number in range(900))
    (folder / "content" / "objectives.yml").write_text(f"objectives:\n{''.join(records)}", encoding="utf-8")
    _sh(keep["run"], folder, surroundings)
    due = (folder / "due.md").read_text(encoding="utf-8")
    assert len(due) < 65_536 and due.endswith("The rest is told by `tuneup check`.\n"), "the forge takes no longer ones"


def test_a_version_is_published_by_hand_or_by_its_tag(run: Run, tmp_path: Path) -> None:
    folder, surroundings = _company(run, tmp_path)
    temp = tmp_path / "temp"
    temp.mkdir()
    _git(tmp_path, "init", "-q", "--bare", "origin.git")
    _git(folder, "remote", "add", "origin", str(tmp_path / "origin.git"))
    _git(folder, "push", "-q", "origin", "HEAD:main")
    steps = {step.get("name"): step for step in _steps(_read(folder / ".github" / "workflows" / "publish.yml"))}
    surroundings |= {"VERSION": "2026.1", "RUNNER_TEMP": str(temp), "GITHUB_STEP_SUMMARY": str(temp / "summary.md")}
    for name in ("Release", "Tell what is new"):
        _sh(steps[name]["run"], folder, surroundings)
    _git(folder, "worktree", "add", "-q", "--detach", str(temp / "site"), "origin/gh-pages")
    assert (temp / "summary.md").read_text(encoding="utf-8") == "The first version that is published: 2026.1\n"
    assert "release create 2026.1 --title 2026.1 --notes-file" in (folder / "gh.log").read_text(encoding="utf-8")
    assert (temp / "site" / "latest" / "index.html").is_file()
    assert _git(tmp_path / "origin.git", "tag") == "2026.1"
    (folder / "gh.log").unlink()  # ours; a release refuses files that are not committed
    _sh(steps["Release"]["run"], folder, surroundings)  # as the tag that was pushed starts it again


def test_without_the_leaders_repository_the_site_for_sales_is_made_and_published(run: Run, tmp_path: Path) -> None:
    folder, surroundings = _company(run, tmp_path)
    config = folder / "mkdocs.yml"
    closed = "content: [content, {folder: ../leader-content, audience: leader}]"
    config.write_text(config.read_text(encoding="utf-8").replace("content: [content] ", closed, 1), encoding="utf-8")
    _git(folder, "commit", "-qam", "Keep the rest apart")
    for words in (["check"], ["build", "--site-dir", str(tmp_path / "site")]):
        done = run(*words, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "note[folder-not-here]" in done.stdout
    (tmp_path / "temp").mkdir()
    surroundings |= {"VERSION": "2026.1", "RUNNER_TEMP": str(tmp_path / "temp")}
    steps = {step.get("name"): step for step in _steps(_read(folder / ".github" / "workflows" / "publish.yml"))}
    said = _sh(steps["Release"]["run"], folder, {**surroundings, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")})
    assert "../leader-content is not here, so nothing of it was looked for" in said
    leaks = run("leaks", str(tmp_path / "site"), cwd=folder)
    assert leaks.returncode == 0 and "nothing of it was looked for" in leaks.stderr
    for words in (["check"], ["build"]):
        done = run(*words, "--audience", "leader", cwd=folder)
        assert done.returncode == 1 and "error[file-unreadable]" in done.stdout


def test_what_is_published_is_shown_from_the_default_branch(run: Run, tmp_path: Path) -> None:
    """A new repository lets no other deploy to Pages; a tag would be refused."""
    _company(run, tmp_path, below="sales")
    for folder in (STARTER / "workflows", tmp_path / "acme" / ".github" / "workflows"):
        workflows = {path.stem.rpartition("-")[2]: _read(path) for path in folder.glob("*.yml")}
        deploys = {name: one for name, one in workflows.items() for job in one["jobs"].values() if "environment" in job}
        assert list(deploys) == ["pages"] and set(deploys["pages"][True]) == {"workflow_run", "workflow_dispatch"}
        assert deploys["pages"][True]["workflow_run"]["workflows"] == [workflows["publish"]["name"]]
        assert deploys["pages"]["jobs"]["deploy"]["steps"][0]["with"]["ref"] == "gh-pages"


def test_two_playbooks_in_one_repository_keep_out_of_each_others_way(run: Run, tmp_path: Path) -> None:
    folder, _ = _company(run, tmp_path, below="sales")
    assert run("new", str(folder.parent / "food"), "--name", "Acme Food").returncode == 0
    files = sorted((folder.parent / ".github" / "workflows").glob("*.yml"))
    workflows = [_read(path) for path in files]
    assert len({workflow["name"] for workflow in workflows}) == len(WORKFLOWS) * 2
    for path, workflow in zip(files, workflows, strict=True):
        group = workflow["concurrency"]["group"]  # of the whole repository; of two in one the older is cancelled
        assert group.startswith("${{ github.workflow }}") or path.stem.endswith("publish")
    titles = {step["env"]["TITLE"] for one in workflows for step in _steps(one) if "TITLE" in step.get("env", {})}
    assert titles == {"What is due in the playbook in food", "What is due in the playbook in sales"}


def test_a_playbook_in_a_part_of_a_repository_is_checked_and_published_too(run: Run, tmp_path: Path) -> None:
    folder, surroundings = _company(run, tmp_path, below="sales")
    top = tmp_path / "acme"
    before = _git(top, "rev-parse", "HEAD")
    company = folder / "content" / "company.yml"
    company.write_text(company.read_text(encoding="utf-8").replace("name: Acme", "name: Acme Valves"), encoding="utf-8")
    _git(top, "commit", "-qam", "Name it")
    workflows = {name: _read(top / ".github" / "workflows" / f"sales-{name}.yml") for name in ("check", "publish")}
    for name, workflow in workflows.items():
        job = workflow["jobs"]["release" if name == "publish" else "check"]
        assert (top / job["defaults"]["run"]["working-directory"]).samefile(folder)
    for step in (step for step in _steps(workflows["check"]) if step.get("name") in ("Check", "Tell what changed")):
        _sh(step["run"], folder, {**surroundings, "BASE": before})
    assert "Acme **Valves**" in (folder / "changed.md").read_text(encoding="utf-8")
    for left in ("changed.md", "summary.md", "gh.log"):
        (folder / left).unlink(missing_ok=True)
    _git(tmp_path, "init", "-q", "--bare", "origin.git")
    _git(top, "remote", "add", "origin", str(tmp_path / "origin.git"))
    surroundings |= {"VERSION": "2026.1", "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "s.md")}
    release = next(step for step in _steps(workflows["publish"]) if step.get("name") == "Release")
    _sh(release["run"], folder, surroundings)
    assert "Acme Valves" in _git(tmp_path / "origin.git", "show", "gh-pages:latest/index.html")


def _company(run: Run, tmp_path: Path, below: str = "") -> tuple[Path, dict[str, str]]:
    top = tmp_path / "acme"
    top.mkdir()
    _git(top, "init", "-q")
    folder = top / below
    assert run("new", str(folder), "--name", "Acme").returncode == 0
    _git(top, "add", ".")
    _git(top, "commit", "-qm", "Begin")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in {"tuneup": f'#!/bin/sh\nexec "{sys.executable}" -m generator.cli "$@"\n', "gh": GH}.items():
        (programs / name).write_text(text, encoding="utf-8", newline="\n")
        (programs / name).chmod((programs / name).stat().st_mode | stat.S_IXUSR)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return folder, {"PATH": path, "PYTHONPATH": str(ROOT), "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}


def _steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def _sh(script: str, folder: Path, env: dict[str, str]) -> str:
    """As the runner does: bash stops at the first failure. Returns what is said beside the result."""
    asked = [SHELL or "", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    surroundings = {**os.environ, **env}
    done = subprocess.run(asked, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def _git(folder: Path, *words: str) -> str:
    asked = ["git", "-c", "user.name=I", "-c", "user.email=i@x.example", *words]
    done = subprocess.run(
        asked, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()
