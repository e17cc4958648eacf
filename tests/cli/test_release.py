"""What a release says of what nobody has looked at."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.conftest import Run


def test_what_waits_is_said_before_it_is_published(run: Run, playbook: Path) -> None:
    (playbook / "content" / "pages").mkdir(exist_ok=True)
    assert run("review", "keep", "--because", "Holds.", "--by", "ingrid").returncode == 0
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("from 60 to 90", "to 120"), encoding="utf-8")
    company = playbook / "content" / "company.yml"
    softer = "rules:\n  objective-without-metric: note\n  objective-without-target: note\n"
    company.write_text(company.read_text(encoding="utf-8").replace("rules:\n", softer), encoding="utf-8")
    (playbook / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    for words in (("init", "-q"), ("config", "user.name", "I"), ("config", "user.email", "i@x.example")):
        subprocess.run(["git", *words], cwd=playbook, check=True)
    subprocess.run(["git", "add", "."], cwd=playbook, check=True)
    subprocess.run(["git", "commit", "-qm", "Ask for more"], cwd=playbook, check=True)
    done = run("release", "2026.1", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "suspect   a release now would publish 1 record that must be looked at" in done.stderr
    assert "readers can follow the changes in a feed" in done.stderr, "what is missing without an address"
