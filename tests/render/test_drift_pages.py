"""The pages about drift: the heading is the answer, each difference has its proof, and nothing unknown looks fine."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from generator.build import look, site
from generator.checks.baseline import entries
from generator.derive.audiences.audience import seen_by
from generator.loading.kept.baseline import baseline_text
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.render.drift.seen import drift_for
from generator.render.render import Pages
from tests.readers.materials import deck, lines, pdf, slide, text_box

PUBLIC, SALES, LEADER = Audience.PUBLIC, Audience.SALES, Audience.LEADER
TODAY = datetime.date(2026, 11, 23)
COMPANY = """
name: Nordly
people:
  - {id: ada, name: Ada Berg, job: Sells}
"""
MESSAGING = """
owner: ada
messages:
  - id: tagline
    title: Tagline
    text: Know every arrival before it happens.
    effective: 2026-11-03
  - id: hours
    title: Six hours ahead
    text: Harbour crews save 6 hours a week with Nordly.
retired:
  - id: old-tagline
    text: Tracking for every single vessel at sea.
    replaced_by: tagline
    since: 2026-11-03
    because: everybody says it
terms:
  - {id: name, use: Nordly Berth, avoid: [Berth Planner]}
"""
SOURCES = """
owner: ada
sources:
  - id: home
    title: Home page
    kind: website
    files: [index.html]
    must_carry: [tagline, hours]
    changed_on: 2026-11-10
  - {id: script, title: Call script, kind: talk, files: [script.md], must_carry: [tagline]}
"""
CALL = """
  - id: call
    title: First call
    kind: transcript
    files: [call.vtt]
    speakers: [Ada]
    changed_on: 2026-11-20
"""
RIGHT = "Know every arrival before it happens. Harbour crews save 6 hours a week with Nordly."
ACCEPTED = """
accepted:
  - {rule: retired-message, source: home, because: New page in March, by: ada, until: 2027-03-01}
"""


def made(root: Path, *, audience: Audience = SALES, language: str = "en", **files: str) -> Pages:
    """The pages of a playbook; keywords are files, `__` in their names is a dot, `materials_` a folder."""
    given = {
        "company__yml": COMPANY,
        "messaging__yml": MESSAGING,
        "sources__yml": SOURCES,
        "materials_script__md": RIGHT,
    }
    for name, text in {**given, **files}.items():
        file = root / "content" / name.replace("materials_", "materials/").replace("__", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    forge = "https://forge.test/edit/main/"
    return site(Settings(root, TODAY, (root / "content",), audience=audience, language=language, edit_base=forge))[1]


def page(text: str) -> str:
    return f"<html><body><p>{text}</p></body></html>"


def heading(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("# "))


def words(text: str) -> str:
    """The page with signs of Markdown spelled out and lines joined."""
    return " ".join(text.replace("&#46;", ".").replace("&#44;", ",").split())


def test_the_heading_counts_what_still_says_the_old_thing(tmp_path: Path) -> None:
    old = "Tracking for every single vessel at sea. Harbour crews save 4 hours a week with Nordly."
    text = made(tmp_path, materials_index__html=page(old)).pages["tune-up/drift.md"]
    assert heading(text) == "# Two places still say the old thing"
    assert (
        "<del>Tracking for every single vessel at sea</del> <ins>Know every arrival before it happens.</ins>"
        in words(text)
    )
    assert "save <del>4</del> <ins>6</ins> hours" in words(text)
    assert 'href="https://forge.test/edit/main/content/materials/index.html#L1"' in text
    assert "4 hours, not 6 hours" in text
    assert "Ada Berg mends it." in text


def test_a_line_is_named_once_however_often_the_words_stand_in_it(tmp_path: Path) -> None:
    said = "Berth Planner, Berth Planner and Berth Planner.\n\nBerth Planner.\n\nBerth Planner, Berth Planner.\n"
    made_ = made(tmp_path, materials_index__html=page(RIGHT), materials_script__md=f"{said}\n{RIGHT}")
    text = re.sub(r"<[^>]*>", "", words(made_.pages["tune-up/drift.md"]))
    assert "script.md, line 1 (3 times)" in text
    assert "Also at script.md, line 3; script.md, line 5 (2 times)." in text
    work = re.sub(r"<[^>]*>", "", words(made_.pages["tune-up/work-list.md"]))
    assert "script.md, line 1 (3 times); script.md, line 3; script.md, line 5 (2 times)" in work
    findings = look(Settings(tmp_path, TODAY, (tmp_path / "content",)), only=frozenset({"messaging"})).findings
    (found,) = (one for one in findings if one.rule == "retired-term")
    assert found.complaint.notes[0] == "also at content/materials/script.md:1:16, 1:34, 3:1, 5:1 and 1 more"


def test_without_drift_everything_says_the_same(tmp_path: Path) -> None:
    made_ = made(tmp_path, materials_index__html=page(RIGHT))
    text = made_.pages["tune-up/drift.md"]
    assert heading(text) == "# Everything says the same"
    assert "tu-proof" not in text and "#drift-" not in text
    assert heading(made_.pages["tune-up/work-list.md"]) == "# Nothing to mend"


def test_what_may_stay_is_told_with_its_day_and_reason(tmp_path: Path) -> None:
    old = page("Tracking for every single vessel at sea. Know every arrival before it happens. " + RIGHT[38:])
    made_ = made(tmp_path, company__yml=COMPANY + ACCEPTED, materials_index__html=old)
    text = made_.pages["tune-up/drift.md"]
    assert heading(text) == "# Everything says the same, but for what may wait"
    assert "<b>May stay until 1 Mar 2027:</b> New page in March" in text
    assert "by 1 Mar 2027" in made_.pages["tune-up/work-list.md"]


def with_baseline(root: Path, **files: str) -> Pages:
    """The pages of a playbook whose drift of today is in the baseline."""
    made(root, **files)
    settings = Settings(root, TODAY, (root / "content",))
    known = baseline_text(entries(look(settings, only=frozenset({"messaging"})).findings))
    return made(root, **files, baseline__lock__json=known)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Nothing new to mend, but one old difference", "Known since checking began", "no day set", "until")),
        (
            "nb",
            ("Ingenting nytt å rette, men ett gammelt", "Kjent siden kontrollen", "ingen dag satt", "til dagen"),
        ),
    ],
)
def test_what_the_baseline_knows_has_no_day_and_nobody_looked_at_it(
    tmp_path: Path, language: str, said: tuple[str, ...]
) -> None:
    answer, group, day, until = said
    old = page("Tracking for every single vessel at sea. Know every arrival before it happens. " + RIGHT[38:])
    with_baseline(tmp_path, materials_index__html=old)
    pages = made(tmp_path, materials_index__html=old, language=language).pages
    text = words(pages["tune-up/drift.md"])
    assert heading(pages["tune-up/drift.md"]).startswith(f"# {answer}")
    assert f"## {group}" in text and until not in text.partition(group)[0]
    assert day in pages["tune-up/work-list.md"]
    new = old.replace("</p>", "</p><p>Harbour crews save 4 hours a week with Nordly.</p>")
    text = words(made(tmp_path, materials_index__html=new).pages["tune-up/drift.md"])
    assert "One more was there when checking began" in text and "May stay for a while" not in text


def test_a_source_in_few_words_is_the_gravest_of_what_has_no_day(tmp_path: Path) -> None:
    """Neither the day of one acceptance nor a milder new difference stands for a wrong number that is known."""
    number = "Know every arrival before it happens. Harbour crews save 4 hours a week with Nordly."
    with_baseline(tmp_path, materials_index__html=page(number))
    old = page(f"Tracking for every single vessel at sea. {number}")
    for more in ("", " Ask for Berth Planner."):
        files = {"company__yml": COMPANY + ACCEPTED, "materials_index__html": old.replace("</p>", f"{more}</p>")}
        text = words(made(tmp_path, **files).pages["say/where-we-say-it.md"])
        row = next(part for part in text.split("| ") if "drift-home" in part)
        assert 'tu-state--failing">another number<' in row and "until" not in row


def test_table_and_proof_name_other_words_alike(tmp_path: Path) -> None:
    """What is cut short is so in the glance, in the proof and where a source is told in few words."""
    cut = page("Harbour crews save 6 hours a week with Nordly. Know every arrival before it.")
    kept = SOURCES.replace("2026-11-10", "2026-11-10\n    captured_on: 2026-11-09")
    pages = made(tmp_path, sources__yml=kept, materials_index__html=cut).pages
    glance, _, proofs = pages["tune-up/drift.md"].partition("</table>")
    assert ">cut short<" in glance and ">cut short<" in proofs.partition("## ")[2]
    row = next(line for line in pages["say/where-we-say-it.md"].splitlines() if "drift-home-tagline" in line)
    assert ">website<" in row and ">cut short<" in row and "copied 9 Nov 2026" in row.replace("\N{NO-BREAK SPACE}", " ")


def test_terminal_page_and_work_list_say_why_they_count_otherwise(tmp_path: Path) -> None:
    wrong, other = RIGHT.replace("6", "4"), RIGHT.replace("6", "5")
    call = f"WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n<v Ada>{other}</v>\n"
    files = {"sources__yml": SOURCES + CALL, "materials_index__html": page(wrong), "materials_call__vtt": call}
    pages = with_baseline(tmp_path, **files).pages
    text = words(pages["tune-up/drift.md"])
    found = look(Settings(tmp_path, TODAY, (tmp_path / "content",)), only=frozenset({"messaging"})).findings
    old = [finding.rule for finding in found if finding.accepted]
    assert sorted(old) == ["number-drift"] * 2 + ["sources-contradict"] * 2
    assert heading(pages["tune-up/drift.md"]) == "# Nothing new to mend, but two old differences are still there"
    assert "`tuneup drift` counts 4: 2 contradictions between sources" in text
    assert heading(pages["tune-up/work-list.md"]) == "# One place to mend"
    assert "One more was said in a call" in words(pages["tune-up/work-list.md"])


def test_a_source_that_cannot_be_read_is_not_fine(tmp_path: Path) -> None:
    made_ = made(tmp_path, sources__yml=SOURCES.partition("  - {id: script")[0])
    text = made_.pages["tune-up/drift.md"]
    assert heading(text) == "# Nothing is known of any source today"
    assert "There is no such file" in text
    assert 'tu-state--unknown"><span class="tu-word">unknown' in text


@pytest.mark.parametrize("messaging", [MESSAGING, "owner: ada"])
def test_a_playbook_with_nothing_to_compare_says_how_to_begin(tmp_path: Path, messaging: str) -> None:
    pages = made(tmp_path, messaging__yml=messaging, sources__yml="owner: ada").pages
    text = pages["tune-up/drift.md"]
    assert heading(text) == heading(pages["tune-up/work-list.md"]) == "# Nothing to compare yet"
    assert "tu-empty" in text and "content/sources.yml" in text


def test_nobody_sees_drift_of_what_is_above_them(tmp_path: Path) -> None:
    above = MESSAGING.replace("    title: Six hours ahead", "    title: Six hours ahead\n    audience: leader")
    files = {"messaging__yml": above, "materials_index__html": page("Harbour crews save 4 hours a week with Nordly.")}
    sales, leader, public = (made(tmp_path, audience=one, **files).pages for one in (SALES, LEADER, PUBLIC))
    shown = ("tune-up/drift.md", "tune-up/work-list.md", "say/say-this-not-that.md", "say/where-we-say-it.md")
    assert all("Harbour crews" in leader[path] or "Six hours ahead" in leader[path] for path in shown[:2])
    assert not any("Harbour" in sales[path] or "Six hours ahead" in sales[path] for path in shown)
    assert "tune-up/drift.md" not in public and "/drift.md" not in "".join(public.values())


def test_what_a_source_says_is_shown_and_never_read_as_markup(tmp_path: Path) -> None:
    hostile = "Harbour crews save 4 hours a *week* with &lt;script&gt; [Nordly](x)."
    text = made(tmp_path, materials_index__html=page(hostile)).pages["tune-up/drift.md"]
    assert "<script>" not in text and "[Nordly](x)" not in text


def test_a_title_with_a_bar_stays_in_its_cell(tmp_path: Path) -> None:
    """`Home | Nordly` is how pages of the web are called."""
    files = {"sources__yml": SOURCES.replace("title: Home page", 'title: "Home | [Nordly]"')}
    pages = made(tmp_path, **files, materials_index__html=page("Tracking for every single vessel at sea.")).pages
    rows = [line for line in pages["say/where-we-say-it.md"].splitlines() if line.startswith("| [Home")]
    assert [row.count("|") for row in rows] == [4] and "[Home &#124; &#91;Nordly&#93;](" in rows[0]
    assert "[Home &#124; &#91;Nordly&#93;](" in pages["say/say-this-not-that.md"]


def test_the_work_list_says_per_person_where_to_write_what(tmp_path: Path) -> None:
    text = words(made(tmp_path, materials_index__html=page("Berth Planner. " + RIGHT)).pages["tune-up/work-list.md"])
    assert "## Ada Berg" in text
    assert "Replace <del>Berth Planner</del><br>by <ins>Nordly Berth</ins>" in text
    assert "`tuneup drift --fix` can write it." in text


@pytest.mark.parametrize(
    ("source", "task"),
    [
        ("files: [old.md], captured_on: 2026-05-04", "Copy it into `materials/` again"),
        ("files: [gone.md]", "Put a copy that can be read into `materials/`"),
        ("address: https://nordly.example/", "Fetch it with `tuneup drift --fetch directory`"),
    ],
)
def test_the_work_list_asks_for_what_nothing_is_known_of(tmp_path: Path, source: str, task: str) -> None:
    own = f"\n  - {{id: directory, title: Directory, kind: website, owner: ben, {source}}}\n"
    company = COMPANY + "  - {id: ben, name: Ben Dahl, job: Sells}\n"
    files = {"materials_index__html": page(RIGHT), "materials_old__md": RIGHT, "materials_script__md": RIGHT}
    text = made(tmp_path, company__yml=company, sources__yml=SOURCES + own, **files).pages["tune-up/work-list.md"]
    assert heading(text) == "# One place to mend"
    assert text.index("## Ben Dahl") < text.index("Directory") < text.index(task)


def test_the_work_list_follows_the_slides_of_a_deck(tmp_path: Path) -> None:
    old = ("Tracking for every single vessel at sea.", "Harbour crews save 4 hours a week with Nordly.")
    said = ("A harbour at dawn.", old[1], old[0], "Berth Planner shows it.", old[1].replace("4", "5"))

    def fill(made: object) -> None:
        for text in said:
            text_box(slide(made), text)

    source = "\n  - {id: deck, title: Deck, kind: presentation, files: [deck.pptx]}\n"
    files = {"sources__yml": SOURCES + source, "materials_index__html": page(RIGHT)}
    (tmp_path / "content" / "materials").mkdir(parents=True)
    (tmp_path / "content" / "materials" / "deck.pptx").write_bytes(deck(fill))
    text = made(tmp_path, **files).pages["tune-up/work-list.md"]
    assert re.findall(r"slide (\d)", text) == ["2", "3", "4", "5"]


def test_calls_tell_who_said_what_when(tmp_path: Path) -> None:
    call = "\n".join(
        [
            "WEBVTT\n",
            "00:01:05.000 --> 00:01:09.000\n<v Ada>Tracking for every single vessel at sea.</v>\n",
            "00:02:00.000 --> 00:02:09.000\n<v Guest>Harbour crews save 4 hours a week with Nordly.</v>\n",
            "00:03:00.000 --> 00:03:09.000\n<v Ada>Harbour crews save 6 hours a week with Nordly.</v>\n",
            "00:04:00.000 --> 00:04:09.000\n<v Ada>That is our Berth Planner.</v>\n",
        ]
    )
    given = {"sources__yml": SOURCES + CALL, "materials_call__vtt": call, "materials_index__html": page(RIGHT)}
    text = made(tmp_path, **given).pages["tune-up/drift.md"]
    told = text.partition("{ #calls }")[2]
    assert told.index("1:05</span> Ada") < told.index("3:00</span> Ada") < told.index("4:00</span> Ada")
    assert "“Berth Planner” → Nordly Berth" in told
    assert "retired" in told and "Guest" not in told
    assert len(re.findall(r"^- <span", told, re.MULTILINE)) == 3  # each on a line of its own
    assert "goes through it with the speaker" in text


def test_say_this_names_what_took_its_place_and_where_it_is_still_met(tmp_path: Path) -> None:
    later = "  - {id: later, text: Ships on time and always so., replaced_by: hours, since: 2027-01-01}\n"
    text = made(
        tmp_path,
        messaging__yml=MESSAGING.replace("terms:", later + "terms:"),
        materials_index__html=page("Tracking for every single vessel at sea."),
    ).pages["say/say-this-not-that.md"]
    assert heading(text) == "# One thing we no longer say"
    row = next(line for line in text.splitlines() if "Tracking" in line)
    head = '<span class="tu-head">Say this </span>'
    assert row.startswith(f'| <span id="old-tagline"></span>{head}Know every arrival before it happens.')
    assert "[Home page](../tune-up/drift.md#drift-home-tagline)" in row
    assert text.index("## Soon not said any more") < text.index("Ships on time")
    assert "[[" not in text


def test_a_change_is_named_by_words_and_quotes_are_filled_in(tmp_path: Path) -> None:
    alone = "  - {id: old-claim, text: We are the best at everything that floats., since: 2026-11-10}\n"
    pages = made(
        tmp_path, messaging__yml=MESSAGING.replace("terms:", alone + "terms:"), materials_index__html=page(RIGHT)
    )
    for path in ("index.md", "changes.md"):
        assert "[[" not in pages.pages[path] and "old claim" not in pages.pages[path]
        assert "We are the best at everything that floats" in pages.pages[path]
        assert "Know every arrival before it happens" in pages.pages[path]


def test_the_same_files_give_the_same_pages(tmp_path: Path) -> None:
    files = {"materials_index__html": page("Tracking for every single vessel at sea.")}
    first, second = (made(tmp_path, **files).pages["tune-up/drift.md"] for _ in range(2))
    assert first == second


def test_places_are_told_in_the_language_of_the_playbook(tmp_path: Path) -> None:
    """What readers call things is put into words; the names of shapes stay as they are."""
    folder = tmp_path / "content" / "materials"
    folder.mkdir(parents=True)
    old = "Tracking for every single vessel at sea."
    (folder / "brochure.pdf").write_bytes(pdf(lines("Nordly"), lines(old)))
    (folder / "deck.pptx").write_bytes(deck(lambda made: text_box(slide(made, "Nordly"), "Berths, planned", old)))
    prints = """
  - {id: brochure, title: Brochure, kind: print, files: [brochure.pdf]}
  - {id: deck, title: Deck, kind: presentation, files: [deck.pptx]}
"""
    for language, told in {
        "en": ("brochure.pdf, page 2, line 1", "deck.pptx, slide 1, TextBox 3, paragraph 2"),
        "nb": ("brochure.pdf, side 2, linje 1", "deck.pptx, lysbilde 1, TextBox 3, avsnitt 2"),
    }.items():
        pages = made(tmp_path, language=language, sources__yml=SOURCES + prints).pages
        for one in ("tune-up/drift.md", "tune-up/work-list.md"):
            assert all(place in words(pages[one]) for place in told), one


def test_what_readers_see_whole_is_worked_out_once(tmp_path: Path) -> None:
    made(tmp_path, materials_index__html=f"<p>{RIGHT}</p>", sources__yml=SOURCES)
    settings = Settings(tmp_path, TODAY, (tmp_path / "content",), audience=SALES)
    facts = look(settings).facts
    assert facts.drift.cells
    assert drift_for(facts, seen_by(facts.playbook, SALES), settings) is facts.drift


def test_a_source_that_is_unknown_is_so_for_every_message_and_comes_first_in_the_work(tmp_path: Path) -> None:
    """Its column shows no dot, which would say that it need not say it; what it asks for is due now."""
    own = "\n  - {id: old, title: Old, kind: website, files: [old.md], captured_on: 2026-05-04, owner: ada}\n"
    wrong = page("Tracking for every single vessel at sea.")
    files = {"materials_index__html": wrong, "materials_old__md": RIGHT, "materials_script__md": RIGHT}
    made_ = made(tmp_path, company__yml=COMPANY + ACCEPTED, sources__yml=SOURCES + own, **files)
    cells = re.findall(r'data-head="Old">(.*?)</td>', made_.pages["tune-up/drift.md"].partition("tu-drift--full")[2])
    assert cells and all("tu-state--unknown" in cell for cell in cells)
    work = made_.pages["tune-up/work-list.md"]
    assert work.index("Copy it into") < work.index("by 1 Mar 2027")
