"""The story of a review: an objective moves, what rests on it lights up, somebody looks, the lamp goes out."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_changed_objective_makes_suspect_until_somebody_looked(run: Run, playbook: Path) -> None:
    assert run("review", "keep", "--because", "First look.", "--by", "ingrid").returncode == 0
    assert "nothing to mend" in run("check", "every-record").stdout

    objectives = playbook / "content" / "objectives.yml"
    before = objectives.read_text(encoding="utf-8")
    objectives.write_text(before.replace("target: 90", "target: 108"), encoding="utf-8")
    suspect = run("check", "every-record").stdout
    assert "objective `keep` rests on `grow`, which changed since its review on 2026-11-23" in suspect

    objectives.write_text(before, encoding="utf-8")
    assert "nothing to mend" in run("check", "every-record").stdout, "edited back is not suspect"

    objectives.write_text(before.replace("target: 90", "target: 108"), encoding="utf-8")
    done = run("review", "keep", "--because", "Still right with the higher target.", "--by", "ingrid")
    assert "target: [-90-] {+108+}" in done.stdout
    assert "nothing to mend" in run("check", "every-record").stdout


def test_an_editorial_change_is_cleared_for_all_that_rests_on_it(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    objectives.write_text(text.replace("new contracts", "the new contracts"), encoding="utf-8")
    done = run("review", "--editorial", "grow", "--because", "Only an article.", "--by", "ingrid")
    assert done.returncode == 0 and "1 review by ingrid" in done.stderr
    assert "nothing to mend" in run("check", "every-record").stdout


def test_a_retired_upstream_makes_suspect(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    objectives.write_text(text.replace("target: 90", "status: retired"), encoding="utf-8")
    assert "suspect-record" in run("check", "every-record").stdout


def test_white_space_and_order_are_no_change(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    moved = text.replace("    target: 90\n", "").replace("    title: Grow\n", "    target:   90\n    title: Grow\n")
    objectives.write_text(moved.replace("contracts from", "contracts\n      from"), encoding="utf-8")
    assert "nothing to mend" in run("check", "every-record").stdout


def test_who_looked_is_known_by_the_e_mail_of_git(run: Run, playbook: Path) -> None:
    import subprocess

    subprocess.run(["git", "init", "-q"], cwd=playbook, check=True)
    subprocess.run(["git", "config", "user.email", "ingrid@kelvaro.example"], cwd=playbook, check=True)
    assert "by ingrid" in run("review", "keep", "--because", "First look.").stderr


def test_all_needs_a_yes_and_mistakes_are_said_first(run: Run, playbook: Path) -> None:
    assert "add --yes" in run("review", "--all", "--because", "x", "--by", "ingrid").stderr
    assert "the nearest is `keep`" in run("review", "keeep", "--because", "x", "--by", "ingrid").stderr
    assert run("review", "--all", "--yes", "--because", "x", "--by", "ingrid").returncode == 0
    (playbook / "content" / "objectives.yml").write_text("objectives: [\n", encoding="utf-8")
    lock = (playbook / "content" / "reviews.lock.yml").read_bytes()
    done = run("review", "--all", "--yes", "--because", "x", "--by", "ingrid")
    assert done.returncode == 2 and "mend it first" in done.stderr
    assert (playbook / "content" / "reviews.lock.yml").read_bytes() == lock


def test_a_change_of_words_says_nothing_about_other_changes(run: Run, playbook: Path) -> None:
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8").replace("based_on: [grow]", "based_on: [grow, hire]")
    text += "  - {id: hire, title: Hire, statement: Hire four sellers.}\n"
    objectives.write_text(text, encoding="utf-8")
    run("review", "keep", "--because", "First look.", "--by", "ingrid", "--as-of", "2026-09-01")
    objectives.write_text(text.replace("new contracts", "the new contracts").replace("four", "six"), encoding="utf-8")
    run("review", "--editorial", "grow", "--because", "Only an article.", "--by", "ingrid")
    left = run("check", "every-record").stdout
    assert "rests on `hire`, which changed since its review on 2026-09-01" in left, "nobody looked at it since"
    lock = (playbook / "content" / "reviews.lock.yml").read_text(encoding="utf-8")
    assert "editorial: '2026-11-23 ingrid: Only an article.'" in lock and "because: First look." in lock


def test_retirement_is_more_than_words_and_can_be_looked_at(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    objectives.write_text(text.replace("target: 90", "status: retired"), encoding="utf-8")
    refused = run("review", "--editorial", "grow", "--because", "Words.", "--by", "ingrid")
    assert refused.returncode == 2 and "more than words" in refused.stderr
    shown = run("review", "keep", "--because", "Stands without it.", "--by", "ingrid").stdout
    assert "which was retired:" in shown and "status: {+retired+}" in shown
    assert "suspect-record" not in run("check", "every-record").stdout


def test_without_a_reason_it_only_shows(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("target: 90", "target: 95"), encoding="utf-8")
    lock = playbook / "content" / "reviews.lock.yml"
    before = lock.read_bytes()
    shown = run("review", "keep")
    assert shown.returncode == 0 and "target: [-90-] {+95+}" in shown.stdout and "nothing is recorded" in shown.stderr
    assert lock.read_bytes() == before
    for words, code in (
        (["--all", "--yes"], 0),
        (["--editorial", "grow", "--yes"], 0),
        (["keep", "--because", " "], 2),
    ):
        assert run("review", *words, "--by", "ingrid").returncode == code
    assert lock.read_bytes() == before


def test_a_day_to_come_is_no_day_on_which_somebody_looked(run: Run, playbook: Path) -> None:
    done = run("review", "keep", "--because", "Later.", "--by", "ingrid", "--as-of", "2026-11-24")
    assert done.returncode == 2 and "2026-11-24 is still to come" in done.stderr
    assert not (playbook / "content" / "reviews.lock.yml").exists()
    assert run("review", "keep", "--as-of", "2026-11-24").returncode == 0, "to show what will be is no record"


def test_another_number_is_no_slip_of_the_pen_unless_somebody_says_so(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("target: 90", "target: 108"), encoding="utf-8")
    words = ("review", "--editorial", "grow", "--because", "Again.", "--by", "ingrid")
    refused = run(*words)
    assert refused.returncode == 2 and "more than words:\n    target: [-90-] {+108+}" in refused.stderr
    assert "suspect-record" in run("check", "every-record").stdout
    assert run(*words, "--yes").returncode == 0
    assert "nothing to mend" in run("check", "every-record").stdout


def test_the_next_review_takes_out_what_cannot_be(run: Run, playbook: Path) -> None:
    run("review", "--all", "--yes", "--because", "First look.", "--by", "ingrid")
    lock = playbook / "content" / "reviews.lock.yml"
    text = lock.read_text(encoding="utf-8").replace("2026-11-23", "2027-02-01")
    lock.write_text(text + "- {record: gone, on: 2026-11-01, by: ingrid, because: It was there.}\n", encoding="utf-8")
    said = run("check", "every-record").stdout
    assert "dated 2027-02-01, which is still to come" in said and "`gone`, which does not exist" in said
    assert "content/reviews.lock.yml:5:" in said
    run("review", "keep", "--because", "Today.", "--by", "ingrid")
    assert "nothing to mend" in run("check", "every-record").stdout
    assert "gone" not in lock.read_text(encoding="utf-8")


def test_the_ground_of_a_record_may_say_nothing_yet(run: Run, playbook: Path) -> None:
    (playbook / "content" / "ideal-client.yml").write_text("profiles: [{id: mid, title: Mid}]\n", encoding="utf-8")
    objectives = playbook / "content" / "objectives.yml"
    objectives.write_text(objectives.read_text(encoding="utf-8").replace("[grow]", "[mid]"), encoding="utf-8")
    done = run("review", "keep", "--because", "First look.", "--by", "ingrid")
    assert done.returncode == 0 and "1 review by ingrid" in done.stderr
    (playbook / "content" / "ideal-client.yml").write_text(
        "profiles: [{id: mid, title: Mid, summary: Twenty lorries}]\n", encoding="utf-8"
    )
    shown = run("review", "keep").stdout
    assert "rests on Mid (mid), which changed:" in shown and "summary: {+Twenty lorries+}" in shown


def test_a_large_number_is_told_to_its_last_digit(run: Run, playbook: Path) -> None:
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8").replace("target: 90", "target: 10250000")
    objectives.write_text(text, encoding="utf-8")
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives.write_text(text.replace("10250000", "10250004"), encoding="utf-8")
    assert "target: [-10250000-] {+10250004+}" in run("review", "keep").stdout
    assert "more than words" in run("review", "--editorial", "grow", "--because", "typo", "--by", "ingrid").stderr


def test_another_id_is_no_change(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    objectives.write_text(text.replace("id: grow", "id: growth").replace("[grow]", "[growth]"), encoding="utf-8")
    assert "nothing to mend" in run("check", "every-record").stdout


def test_what_rests_on_a_record_whose_ground_is_gone_waits(run: Run, playbook: Path) -> None:
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    text += "  - {id: call, title: Call, statement: Call every client, based_on: [keep]}\n"
    objectives.write_text(text, encoding="utf-8")
    run("review", "--all", "--yes", "--because", "First look.", "--by", "ingrid")
    start, end = text.index("  - id: grow"), text.index("  - id: keep")
    objectives.write_text(text[:start] + text[end:], encoding="utf-8")
    found = run("check").stdout
    assert "objective `call` rests on something that is gone: `keep` → `grow`" in found
    assert "mend what `keep` rests on first" in found
    asked = run("impact", "grow")
    assert asked.returncode == 0 and "keep" in asked.stdout and "call" in asked.stdout


def test_a_look_before_the_last_one_is_refused(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    lock = (playbook / "content" / "reviews.lock.yml").read_bytes()
    done = run("review", "keep", "--because", "Earlier.", "--by", "ingrid", "--as-of", "2026-01-01")
    assert done.returncode == 2 and "looked at later, on 2026-11-23" in done.stderr
    assert (playbook / "content" / "reviews.lock.yml").read_bytes() == lock


def test_all_and_editorial_show_before_they_record(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    objectives.write_text(text.replace("new contracts", "the new contracts"), encoding="utf-8")
    for words in (["--all"], ["--editorial", "grow"]):
        done = run("review", *words)
        assert done.returncode == 0 and "{+the+}" in done.stdout and "nothing is recorded yet" in done.stderr


def test_what_is_more_than_words_under_one_does_not_hold_back_the_others(run: Run, playbook: Path) -> None:
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    text += "  - {id: call, title: Call, statement: Call every client, based_on: [grow]}\n"
    objectives.write_text(text, encoding="utf-8")
    run("review", "call", "--because", "First look.", "--by", "ingrid")
    text = text.replace("target: 90", "target: 95")
    objectives.write_text(text, encoding="utf-8")
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives.write_text(text.replace("new contracts", "the new contracts"), encoding="utf-8")
    done = run("review", "--editorial", "grow", "--because", "Only an article.", "--by", "ingrid")
    assert done.returncode == 0 and "1 review by ingrid" in done.stderr
    assert "left suspect, since more than words changed under them: call" in done.stderr
    found = run("check", "every-record").stdout
    assert "objective `call` rests on `grow`" in found and "objective `keep` rests" not in found


def test_another_id_and_a_change_are_told_as_a_change(run: Run, playbook: Path) -> None:
    run("review", "keep", "--because", "First look.", "--by", "ingrid")
    objectives = playbook / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8").replace("id: grow", "id: growth").replace("[grow]", "[growth]")
    objectives.write_text(text.replace("target: 90", "target: 95"), encoding="utf-8")
    assert "target: [-90-] {+95+}" in run("review", "keep").stdout
