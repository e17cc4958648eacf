"""`tuneup sign`: a line with a digest, which tells later who has to show again; and what it refuses."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RAP = """\
tracks: [{id: ae-track, title: Account executive, role: ae}]
hires:
  - {id: hire-01, name: Ylva, role: ae, start: 2026-11-09, manager: ingrid}
  - {id: hire-03, name: Jonas, role: ae, start: 2026-06-01, left: 2026-09-30}
  - {id: hire-04, name: Mira, role: sdr, start: 2026-06-01}
modules:
  - id: goals
    title: Goals
    teaches: [grow]
    assessment:
      sort: recital
      pass_mark: 80
      rubric: [{criterion: "Wording, \\"as it is\\"", points: 70}, {criterion: Numbers, points: 30}]
  - {id: calls, title: Calls, tracks: [ae-track], coach: henrik, sign_off: coach}
  - {id: pitch, title: Pitch, sign_off: manager}
"""


POINTS = ("--points", "65,20")


@pytest.fixture(autouse=True)
def signed(playbook: Path) -> Path:
    company = playbook / "content" / "company.yml"
    roles = "roles: [{id: ae, title: Account executive}, {id: sdr, title: Sales development}]\n"
    text = company.read_text(encoding="utf-8")
    more = (
        "people:\n  - {id: henrik, name: Henrik, job: Sells}\n  - {id: gone, name: Gone, job: Sold, left: 2026-10-01}\n"
    )
    company.write_text(text.replace("people:\n", more) + roles, encoding="utf-8")
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
    assert run("sign", "hire-01", "goals", "--by", "ingrid", *POINTS).returncode == 0
    assert "sign-off-outdated" not in run("check", "rap", "--report", "concise").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hire-02", "goals", "--by", "ingrid"], "no hire is called `hire-02`; use `hire-0"),
        (["hire-01", "goal", "--by", "ingrid"], "no module is called `goal`; use `goals`"),
        (["hire-01", "goals", "--by", "nobody-at-all"], "no person is called `nobody-at-all`"),
        (["hire-01", "goals", "--by", "ingrid", "--points", "50,20"], "70 points are below the pass mark of 80"),
        (["hire-01", "goals", "--by", "ingrid", "--points", "90,20"], "gives 0 to 70 points, not 90"),
        (["hire-01", "goals", "--by", "ingrid", "--points", "80"], "has 2 lines, and 1 points were given"),
        (["hire-01", "goals", "--by", "ingrid", "--points", "many"], "`many` are no points"),
        (["hire-01", "goals", "--by", "ingrid", "--as-of", "2026-11-24"], "2026-11-24 is still to come"),
        (["hire-01", "goals", "--by", "ingrid", "--as-of", "2026-11-06"], "`hire-01` begins on 2026-11-09, after"),
        (["hire-03", "goals", "--by", "ingrid"], "`hire-03` left on 2026-09-30"),
        (["hire-01", "goals", "--by", "gone"], "`gone` left on 2026-10-01; let somebody sign who is still here"),
        (["hire-04", "calls", "--by", "henrik"], "`calls` belongs to `ae-track`, and `hire-04` has the role `sdr`"),
        (
            ["hire-01", "calls", "--by", "ingrid"],
            "is signed by the coach, for `hire-01` that is `henrik`, not `ingrid`",
        ),
        (["hire-01", "pitch", "--by", "henrik"], "is signed by the manager, for `hire-01` that is `ingrid`"),
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
    done = run("sign", "hire-01", "goals", "--by", "ingrid", *POINTS)
    assert done.returncode == 2
    assert "does not end with the list `sign_offs`" in done.stderr
    assert signed.read_text(encoding="utf-8") == "sign_offs: []\n"


def test_nothing_is_signed_twice(run: Run, signed: Path) -> None:
    assert run("sign", "hire-01", "goals", "--by", "ingrid", *POINTS).returncode == 0
    text = signed.read_text(encoding="utf-8")
    again = run("sign", "hire-01", "goals", "--by", "henrik", *POINTS)
    assert again.returncode == 2
    assert (
        "`hire-01` was signed off on `goals` by ingrid on 2026-11-23, and what it teaches is the same" in again.stderr
    )
    assert signed.read_text(encoding="utf-8") == text


def test_a_stand_in_says_so(run: Run, signed: Path) -> None:
    assert run("sign", "hire-01", "calls", "--by", "henrik").returncode == 0
    assert run("sign", "hire-01", "pitch", "--by", "henrik", "--stand-in").returncode == 0
    text = signed.read_text(encoding="utf-8")
    assert "module: pitch, on: 2026-11-23, by: henrik" in text and "stand_in: true" in text
    assert "sign-off-unfounded" not in run("check", "rap", "--report", "concise").stdout
    signed.write_text(text.replace(", stand_in: true", ""), encoding="utf-8")
    assert "that is `ingrid`, not `henrik`" in run("check", "rap", "--report", "concise").stdout


def test_what_a_rubric_judges_is_not_signed_without_points(run: Run, signed: Path) -> None:
    done = run("sign", "hire-01", "goals", "--by", "ingrid")
    assert done.returncode == 2 and not signed.exists()
    assert '`goals` is judged by a rubric: Wording, "as it is" (0 to 70), Numbers (0 to 30)' in done.stderr
    assert "give the points, for example `--points 70,30`" in done.stderr


def test_a_signer_nobody_knows_is_found(run: Run, signed: Path) -> None:
    assert run("sign", "hire-01", "calls", "--by", "henrik").returncode == 0
    text = signed.read_text(encoding="utf-8")
    signed.write_text(text.replace("by: henrik", "by: henrk"), encoding="utf-8")
    assert "error[broken-reference] person `henrk` does not exist" in run("check", "rap", "--report", "concise").stdout


# A slip of the pen in what was taught.


@pytest.fixture
def committed(run: Run, playbook: Path) -> Path:
    """Two modules teach `grow`, both are signed, and all of it is in git. Returns the file with `grow`."""
    rap = playbook / "content" / "rap.yml"
    more = "  - {id: why, title: Why, say: ['[[=grow]]'], sign_off: manager}\n"
    rap.write_text(rap.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert run("sign", "hire-01", "goals", "--by", "ingrid", *POINTS).returncode == 0
    assert run("sign", "hire-01", "why", "--by", "ingrid").returncode == 0
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
        subprocess.run([*git, *words], cwd=playbook, check=True)
    return playbook / "content" / "objectives.yml"


EDITORIAL = ("sign", "--editorial", "grow", "--by", "ingrid", "--because", "A slip of the pen")


def lapsed(run: Run) -> bool:
    return "sign-off-outdated" in run("check", "rap", "--report", "concise").stdout


def test_a_slip_of_the_pen_keeps_the_sign_offs(run: Run, playbook: Path, committed: Path) -> None:
    text = committed.read_text(encoding="utf-8")
    committed.write_text(text.replace("Raise new contracts", "Raise the new contracts"), encoding="utf-8")
    assert lapsed(run)
    done = run(*EDITORIAL)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "the sign-offs on goals, why hold\n"
    kept = (playbook / "content" / "rap" / "only-words.yml").read_text(encoding="utf-8")
    assert kept.count('because: "A slip of the pen"') == 2
    assert not lapsed(run)
    again = run("sign", "hire-01", "goals", "--by", "ingrid", *POINTS)
    assert "there is nothing to sign again" in again.stderr
    committed.write_text(text.replace("to 90 by", "to 95 by"), encoding="utf-8")
    assert lapsed(run), "the next change counts"


def test_another_number_is_no_slip_of_the_pen(run: Run, playbook: Path, committed: Path) -> None:
    text = committed.read_text(encoding="utf-8")
    committed.write_text(text.replace("to 90 by", "to 95 by"), encoding="utf-8")
    done = run(*EDITORIAL)
    assert done.returncode == 2 and lapsed(run)
    assert "is more than words" in done.stderr and "[-90-] {+95+}" in done.stderr
    assert run(*EDITORIAL, "--yes").returncode == 0 and not lapsed(run)


def test_a_slip_does_not_clear_a_change_before_it(run: Run, playbook: Path, committed: Path) -> None:
    text = committed.read_text(encoding="utf-8").replace("to 90 by", "to 95 by")
    committed.write_text(text, encoding="utf-8")
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qam", "More"], cwd=playbook, check=True
    )
    committed.write_text(text.replace("Raise new contracts", "Raise the new contracts"), encoding="utf-8")
    done = run(*EDITORIAL)
    assert done.returncode == 2 and lapsed(run)
    assert "no sign-off has lapsed by a change of `grow` since HEAD" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sign", "--editorial", "grow", "--by", "ingrid"), "say with --because"),
        (("sign", "hire-01", "goals", "--editorial", "grow", "--by", "ingrid", "--because", "x"), "goes alone"),
        (("sign", "--editorial", "grwo", "--by", "ingrid", "--because", "x"), "use `grow`"),
        (("sign", "--editorial", "grow", "--by", "ingird", "--because", "x"), "use `ingrid`"),
        (("sign", "--by", "ingrid"), "name the hire and the module"),
    ],
)
def test_a_slip_that_cannot_be_recorded_says_why(run: Run, committed: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr
