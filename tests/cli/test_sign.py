"""`tuneup sign`: a line with a digest, which tells later who has to show again; and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

RAP = """\
tracks: [{id: ae-track, title: Account executive, role: ae}]
hires: [{id: hire-01, name: Ylva, role: ae, start: 2026-11-09}]
modules:
  - id: goals
    title: Goals
    teaches: [grow]
    assessment:
      sort: recital
      pass_mark: 80
      rubric: [{criterion: "Wording, \\"as it is\\"", points: 70}, {criterion: Numbers, points: 30}]
"""


@pytest.fixture(autouse=True)
def signed(playbook: Path) -> Path:
    company = playbook / "content" / "company.yml"
    roles = "roles: [{id: ae, title: Account executive}]\n"
    company.write_text(company.read_text(encoding="utf-8") + roles, encoding="utf-8")
    (playbook / "content" / "rap.yml").write_text(RAP, encoding="utf-8")
    return playbook / "content" / "rap" / "sign-offs.yml"


def test_a_change_shows_who_has_to_show_again_and_a_comma_does_not(run: Run, playbook: Path, signed: Path) -> None:
    done = run("sign", "hire-01", "goals", "--by", "ingrid", "--points", "65,20")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "hire-01 signed off on goals by ingrid on 2026-11-23\n"
    text = signed.read_text(encoding="utf-8")
    assert text.count("\n  - ") == 1 and "points: 65" in text and 'fingerprint: "t1:' in text
    objectives = playbook / "content" / "objectives.yml"
    was = objectives.read_text(encoding="utf-8")
    objectives.write_text(was.replace("contracts from", "Contracts, from"), encoding="utf-8")
    assert "sign-off-outdated" not in run("check", "rap", "--report", "concise").stdout
    objectives.write_text(was.replace("to 90 by", "to 95 by"), encoding="utf-8")
    assert "`hire-01` was signed off on `goals` before what it teaches changed" in run("check", "rap").stdout
    run("sign", "hire-01", "goals", "--by", "ingrid", "--as-of", "2026-11-24")
    assert "sign-off-outdated" not in run("check", "rap", "--report", "concise", "--as-of", "2026-11-24").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hire-02", "goals", "--by", "ingrid"], "no hire is called `hire-02`; use `hire-01`"),
        (["hire-01", "goal", "--by", "ingrid"], "no module is called `goal`; use `goals`"),
        (["hire-01", "goals", "--by", "nobody-at-all"], "no person is called `nobody-at-all`"),
        (["hire-01", "goals", "--by", "ingrid", "--points", "50,20"], "70 points are below the pass mark of 80"),
        (["hire-01", "goals", "--by", "ingrid", "--points", "90,20"], "gives 0 to 70 points, not 90"),
        (["hire-01", "goals", "--by", "ingrid", "--points", "80"], "has 2 lines, and 1 points were given"),
        (["hire-01", "goals", "--by", "ingrid", "--points", "many"], "`many` are no points"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, signed: Path, arguments: list[str], said: str) -> None:
    done = run("sign", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert not signed.exists()


def test_a_file_of_another_shape_is_left_as_it_was(run: Run, signed: Path) -> None:
    signed.parent.mkdir()
    signed.write_text("sign_offs: []\n", encoding="utf-8")
    done = run("sign", "hire-01", "goals", "--by", "ingrid")
    assert done.returncode == 2
    assert "does not end with the list `sign_offs`" in done.stderr
    assert signed.read_text(encoding="utf-8") == "sign_offs: []\n"
