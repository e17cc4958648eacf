"""`tuneup plan` as a user meets it: the table, JSON, the calendar file, and what it says when it cannot plan."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar
import pytest

from tests.cli.conftest import Run

RAP = """\
load: {minutes_a_week: 300, first_week: 225}
calendars:
  - {id: norway, title: Norway, holidays: [{on: 2026-12-25, name: Christmas Day}]}
moments:
  - {id: first-call, title: First call, day: 4}
tracks:
  - id: ae-track
    title: Account executive
    role: ae
    calendar: norway
    gates: [{day: 30, measure: Own meetings, target: 2}]
modules:
  - {id: pitch, title: The pitch, minutes: 60, prerequisites: [messages], needed_by: first-call}
  - {id: messages, title: The messages, minutes: 45, day: 1, coach: ingrid, coach_minutes: 30, refreshers: [7]}
"""
ROLES = "roles: [{id: ae, title: Account executive}]\n"


@pytest.fixture(autouse=True)
def rap(playbook: Path) -> Path:
    company = playbook / "content" / "company.yml"
    company.write_text(company.read_text(encoding="utf-8") + ROLES, encoding="utf-8")
    path = playbook / "content" / "rap.yml"
    path.write_text(RAP, encoding="utf-8")
    return path


def test_the_table_has_dates_reasons_and_gates(run: Run) -> None:
    done = run("plan", "--track", "ae", "--start", "2026-12-21", "--why")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "Account executive from Monday 21 December 2026"
    assert "105 of 225 minutes" in lines[3]
    assert lines[4].split("  ")[1:3] == ["Mon 21 Dec", "working day 1"]
    assert "The messages" in lines[4] and "with Ingrid Solheim" in lines[4]
    assert lines[5].strip() == "chosen by hand for working day 1"
    assert "after “The messages” on working day 1" in lines[7]
    assert "→" in lines[8] and "First call" in lines[8]
    assert "Days off on the way" not in done.stdout
    assert "Thu 21 Jan 2027  30 calendar days  Own meetings: 2" in done.stdout


def test_the_table_lists_what_is_repeated_long_after_the_last_module(run: Run, rap: Path) -> None:
    rap.write_text(RAP.replace("refreshers: [7]", "refreshers: [7, 60]"), encoding="utf-8")
    done = run("plan", "--start", "2026-12-01")
    assert "; 2 refreshers" in done.stdout and done.stdout.count(": The messages") == 2, done.stdout


def test_who_begins_at_a_weekend_reads_the_day_when_work_begins(run: Run) -> None:
    done = run("plan", "--track", "AE", "--start", "2026-12-19")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Account executive from Monday 21 December 2026\n")


def test_who_is_to_begin_at_a_weekend_meets_the_same_gates_as_on_the_monday(run: Run) -> None:
    saturday, monday = (run("plan", "--start", day, "--report", "json").stdout for day in ("2026-11-28", "2026-11-30"))
    gates = json.loads(saturday)["gates"]
    assert gates == json.loads(monday)["gates"] and gates[0]["date"] == "2026-12-31"


HIRES = "hires: [{id: h1, name: Ada, role: ae, start: 2026-12-07}]\n"


def test_a_hires_calendar_moves_with_the_first_day(run: Run, rap: Path, playbook: Path) -> None:
    made = []
    for start in ("2026-12-07", "2026-12-14"):
        rap.write_text(RAP + HIRES.replace("2026-12-07", start), encoding="utf-8")
        done = run("plan", "--hire", "h1", "--ics", "ada.ics")
        assert done.stdout.startswith(f"Account executive from Monday {int(start[-2:])} December 2026\n"), done.stderr
        made.append(icalendar.Calendar.from_ical((playbook / "ada.ics").read_bytes()).walk("VEVENT"))
    before, after = ({str(event["uid"]): event["dtstart"].dt for event in events} for events in made)
    assert before.keys() == after.keys()
    assert all(before[name] < after[name] for name in before)


COUNTRIES = RAP.replace(
    "modules:",
    "  - {id: ae-de, title: Account executive Germany, role: ae}\n  - {id: cs, title: Success, role: csm}\nmodules:",
)


@pytest.fixture
def countries(playbook: Path, rap: Path) -> Path:
    company = playbook / "content" / "company.yml"
    roles = "roles: [{id: ae, title: Account executive}, {id: csm, title: Success manager}]\n"
    company.write_text(company.read_text(encoding="utf-8").replace(ROLES, roles), encoding="utf-8")
    rap.write_text(COUNTRIES, encoding="utf-8")
    return rap


def test_a_role_with_several_tracks_is_refused_and_their_ids_are_taken(run: Run, countries: Path) -> None:
    done = run("plan", "--track", "ae", "--start", "2026-12-21")
    assert done.returncode == 2
    said = " ".join(done.stderr.split())
    assert "the role `ae` has several tracks; use one of: ae-track (Account executive), ae-de (Account" in said
    done = run("plan", "--track", "ae-de", "--start", "2026-12-21")
    assert done.stdout.startswith("Account executive Germany from Monday 21 December 2026\n"), done.stderr
    assert "several tracks; use one of: ae-track, ae-de, csm" in " ".join(run("plan").stderr.split())


def test_a_hires_own_track_is_taken_and_another_is_told_of(run: Run, countries: Path) -> None:
    hires = HIRES.replace("}", ", track: ae-de}") + "  # the second country\n"
    countries.write_text(COUNTRIES + hires, encoding="utf-8")
    done = run("plan", "--hire", "h1")
    assert done.stdout.startswith("Account executive Germany from Monday 7 December 2026\n"), done.stderr
    done = run("plan", "--hire", "h1", "--track", "csm")
    assert done.stdout.startswith("Success from Monday 7 December 2026\n")
    assert "`h1` follows track `ae-de`; this is the plan of track `cs`" in done.stderr
    countries.write_text(COUNTRIES + HIRES, encoding="utf-8")
    assert "the role `ae` has several tracks" in run("plan", "--hire", "h1").stderr
    done = run("plan", "--hire", "h1", "--track", "csm")
    assert "`h1` follows the role `ae`; this is the plan of track `cs`" in done.stderr
    assert "follows" not in run("plan", "--hire", "h1", "--track", "ae-de").stderr


def test_a_hire_who_is_not_there_is_named_with_the_cure(run: Run, rap: Path) -> None:
    rap.write_text(RAP + HIRES, encoding="utf-8")
    done = run("plan", "--hire", "h2")
    assert done.returncode == 2 and "no hire is called `h2`; write a row for them into data/hires.csv" in done.stderr


def test_json_has_dates_and_holidays_move_them(run: Run) -> None:
    done = run("plan", "--start", "2026-12-24", "--report", "json")
    data = json.loads(done.stdout)
    assert data["fits"] is True
    assert [(module["module"], module["date"]) for module in data["modules"]] == [
        ("messages", "2026-12-24"),
        ("pitch", "2026-12-28"),
    ]
    assert data["days_off"] == [{"date": "2026-12-25", "name": "Christmas Day"}]
    assert "no holidays are known after 2026-12-25" in done.stderr


def test_the_calendar_opens(run: Run, playbook: Path) -> None:
    done = run("plan", "--start", "2026-12-01", "--ics", "mine.ics")
    assert done.returncode == 0
    calendar = icalendar.Calendar.from_ical((playbook / "mine.ics").read_bytes())
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == [
        "The messages",
        "The pitch",
        "Repeat: The messages",
        "First call",
        "Gate after 30 calendar days: Own meetings: 2",
    ]


def test_a_plan_that_does_not_fit_says_so_and_is_shown(run: Run, rap: Path) -> None:
    rap.write_text(RAP.replace("minutes: 60", "minutes: 190"), encoding="utf-8")
    done = run("plan", "--start", "2026-12-01")
    assert done.returncode == 1
    assert "What does not fit, whatever the order" in done.stdout
    said = (
        "The pitch lies on working day 6, and First call comes on working day 4; "
        "by then 190 minutes are due and 180 fit, 10 too many"
    )
    assert said in done.stdout


def test_the_table_speaks_the_language_of_the_playbook(run: Run, playbook: Path, rap: Path) -> None:
    config = playbook / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("as_of:", "language: nb, as_of:"), encoding="utf-8")
    rap.write_text(RAP.replace("minutes: 60", "minutes: 190"), encoding="utf-8")
    done = run("plan", "--start", "2026-12-01", "--why", "--ics", "mine.ics")
    lines = done.stdout.splitlines()
    assert lines[0] == "Account executive fra tirsdag 1. desember 2026"
    assert lines[1] == "2 moduler på 2 uker, 4 timer i alt; 1 repetisjon"
    assert "Uke 1" in lines[3] and "45 av 225 minutter" in lines[3]
    assert "tir. 1. des.  arbeidsdag 1" in lines[4] and "med Ingrid Solheim" in lines[4]
    assert "Det som ikke passer, uansett rekkefølge" in lines
    assert "innen da skal 190 minutter være unna, og det er plass til 180, 10 for mange" in lines[-1]
    english = ("day", "week", "with", "signed", "repeat", "after", "Gates", "minutes")
    assert not [word for word in english if f" {word} " in done.stdout]
    assert "Repeter: The messages" in (playbook / "mine.ics").read_text(encoding="utf-8")


def test_where_another_order_might_help_it_says_that_none_was_found(run: Run, rap: Path) -> None:
    """Nine hours are due on six days; 240 and 300 minutes hold them, but not in pieces of an hour on those days."""
    hours = "".join(f"  - {{id: m{n}, title: M{n}, minutes: 60, needed_by: first-call}}\n" for n in range(9))
    text = RAP.partition("modules:")[0].replace("day: 4", "day: 7").replace("first_week: 225", "first_week: 240")
    rap.write_text(text + "modules:\n" + hours, encoding="utf-8")
    done = run("plan", "--start", "2026-12-01")
    assert done.returncode == 1
    assert "What does not fit; no better order was found" in done.stdout
    assert "; no better order was found" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes: 60", "minuts: 60", "`minuts`"),
        ("prerequisites: [messages]", "prerequisites: [mesages]", "`mesages` does not exist"),
        ("day: 4", "day: soon", "soon"),
        ("calendar: norway", "calendar: norwy", "`norwy` does not exist"),
        ("modules:", "modules: [", "rap.yml"),
    ],
)
def test_of_content_with_mistakes_no_plan_is_made(run: Run, rap: Path, old: str, new: str, said: str) -> None:
    rap.write_text(RAP.replace(old, new), encoding="utf-8")
    done = run("plan", "--start", "2026-12-01", "--ics", "mine.ics", NO_COLOR="1")
    assert done.returncode == 2 and done.stdout == ""
    assert said in done.stderr and "content/rap.yml" in done.stderr
    assert "no plan is made" in done.stderr and "Traceback" not in done.stderr
    assert not (rap.parent.parent / "mine.ics").exists()


def test_mistakes_elsewhere_are_nothing_to_a_plan(run: Run, playbook: Path) -> None:
    (playbook / "content" / "objectives.yml").write_text("objectives: [{id: x, titel: X}]\n", encoding="utf-8")
    assert run("plan", "--start", "2026-12-01").returncode == 0


def test_an_unknown_track_or_day_is_explained(run: Run) -> None:
    done = run("plan", "--track", "ea")
    assert done.returncode == 2
    assert "no track is called `ea`; use one of: ae" in done.stderr
    done = run("plan", "--start", "1.12.2026")
    assert done.returncode == 2
    assert "write year-month-day" in done.stderr


@pytest.mark.parametrize("start", ["1900-01-01", "2100-01-01", "9999-12-01"])
def test_a_first_day_in_another_century_is_taken_for_a_slip(run: Run, start: str) -> None:
    done = run("plan", "--as-of", "2026-11-30", "--start", start)
    assert done.returncode == 2 and done.stdout == ""
    assert f"{start} is more than 10 years away from today, 2026-11-30; check the year" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_first_day_before_the_holidays_that_are_known_is_said(run: Run) -> None:
    done = run("plan", "--as-of", "2026-11-30", "--start", "2024-12-27")
    assert "no holidays are known before 2026-01-01; add them to `norway`" in done.stderr
    assert "Mon 27 Jan 2025  30 calendar days" in done.stdout, "another year than the first day's is written out"


def test_without_tracks_it_cannot_plan(run: Run, rap: Path) -> None:
    rap.unlink()
    done = run("plan")
    assert done.returncode == 2
    assert "the playbook has no tracks" in done.stderr
