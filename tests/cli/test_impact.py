"""What a change reaches: asked about, between versions, for people, programs and pull requests."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.cli.conftest import Run

MESSAGES = """\
owner: ingrid
messages:
  - {id: msg-keep, title: We stay, text: Nobody has left us yet., based_on: [keep]}
  - {id: msg-grow, title: We grow, text: "[[=grow]]"}
"""


def _content(playbook: Path) -> None:
    (playbook / "content" / "messaging.yml").write_text(MESSAGES, encoding="utf-8")


def test_what_would_have_to_be_looked_at(run: Run, playbook: Path) -> None:
    _content(playbook)
    said = run("impact", "grow").stdout
    assert said.startswith("2 records would have to be looked at")
    assert "We stay (msg-keep) rests on keep → grow" in said
    assert "Point there without resting on it: 1" in said and "→ We grow (msg-grow) points to grow" in said
    wrong = run("impact", "grwo")
    assert wrong.returncode == 2 and "the nearest is `grow`" in wrong.stderr


def test_what_moved_since_its_review(run: Run, playbook: Path) -> None:
    _content(playbook)
    run("review", "--all", "--yes", "--because", "First look.", "--by", "ingrid")
    assert run("impact").stdout.startswith("Nothing changed since")
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("target: 90", "target: 108"), encoding="utf-8")
    told = json.loads(run("impact", "--report", "json").stdout)
    assert told["changes"] == [{"id": "grow", "label": "Grow", "how": "changed", "fields": ["target: [-90-] {+108+}"]}]
    assert [(one["id"], one["state"], one["waits"]) for one in told["touched"]] == [
        ("keep", "suspect", True),
        ("msg-keep", "affected", True),
        ("msg-grow", "reviewed", False),
    ]
    assert run("impact", "--fail-on-waiting").returncode == 1


def test_a_pull_request_is_told_in_a_table(run: Run, playbook: Path) -> None:
    _content(playbook)
    for words in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=I", "-c", "user.email=i@x.example", "commit", "-qm", "1"),
    ):
        subprocess.run(["git", *words], cwd=playbook, check=True)
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("Keep every", "Keep | each"), encoding="utf-8")
    assert run("impact", "HEAD..", "--report", "markdown", "--output", "pr.md").returncode == 0
    said = (playbook / "pr.md").read_text(encoding="utf-8")
    assert said.startswith("### 1 of 1 record that rests on 1 change between HEAD and now must")
    assert "- **Keep** (`keep`), changed\n  - `statement: Keep [-every-] {+| each+} client that we have won.`" in said
    assert "| We stay (`msg-keep`) | Ingrid Solheim | rests on keep | never looked at |" in said
    assert "git knows no version `v9`" in run("impact", "v9..").stderr


def test_a_deleted_record_is_named_with_all_that_named_it(run: Run, playbook: Path) -> None:
    (playbook / "content" / "messaging.yml").write_text(MESSAGES.replace("=grow", "=keep"), encoding="utf-8")
    run("review", "--all", "--yes", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    objectives.write_text(text[: text.index("  - id: keep")], encoding="utf-8")
    said = run("impact").stdout
    assert said.startswith("2 of 2 records that rest on or name 1 change since its last review must be looked at")
    assert "keep (keep), deleted" in said and "Point there" not in said
    assert "▲ We stay (msg-keep) rests on keep, names what was deleted" in said
    assert "▲ We grow (msg-grow) points to keep, names what was deleted" in said
    (playbook / "content" / "messaging.yml").unlink()
    assert run("impact").stdout.startswith("Nothing changed"), "what nothing names any more is nobody's work"


def test_half_a_playbook_is_not_compared(run: Run, playbook: Path) -> None:
    _content(playbook)
    run("review", "--all", "--yes", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    for wrong in (text.replace("target: 90", "target: many"), text + "  - {id: [\n"):
        objectives.write_text(wrong, encoding="utf-8")
        done = run("impact")
        assert done.returncode == 2 and "mend it first" in done.stderr and not done.stdout


def test_the_cause_is_what_a_record_waits_for(run: Run, playbook: Path) -> None:
    (playbook / "content" / "messaging.yml").write_text(
        "owner: ingrid\nmessages:\n  - {id: msg, title: We stay, text: Yes., based_on: [grow, hire]}\n"
        "  - {id: msg-two, title: Two, text: No., based_on: [msg]}\n  - {id: msg-old, title: Old, text: Old., "
        "based_on: [grow]}\n",
        encoding="utf-8",
    )
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8") + "  - {id: hire, title: Hire, statement: Hire four sellers.}\n"
    objectives.write_text(text, encoding="utf-8")
    run("review", "--all", "--yes", "--because", "First look.", "--by", "ingrid")
    objectives.write_text(text := text.replace("target: 90", "target: 95"), encoding="utf-8")
    run("review", "msg", "--because", "Looked at.", "--by", "ingrid")
    objectives.write_text(text.replace("four sellers", "six sellers"), encoding="utf-8")
    said = run("impact").stdout
    assert "◆ We stay (msg) rests on hire, not looked at since" in said, "grow was looked at"
    assert "◇ Two (msg-two) rests on msg → hire, waits for what it rests on" in said
    assert "◆ Old (msg-old) rests on grow, not looked at since" in said
    shown = run("review", "msg-two").stdout
    assert "rests on msg → hire; it is clear again when `msg` was looked at" in shown
    assert "(hire), which changed:\n    statement: Hire [-four-] {+six+} sellers." in shown
