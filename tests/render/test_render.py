"""Pages from a playbook without MkDocs: whole, harmless, and with a company's own templates first."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import click
import lxml.html
import markdown
import pytest

from generator import loading
from generator.areas import discover
from generator.areas.compensation import Compensation, PayPlan
from generator.areas.metrics import Metric, Metrics
from generator.areas.objectives import Objective, Objectives
from generator.areas.performance import Performance, Rep
from generator.areas.pipeline import Deal
from generator.areas.rap import Rap, Track
from generator.build import site
from generator.checks import rules
from generator.cli import tuneup
from generator.derive.facts import Facts
from generator.exports.starter import starter
from generator.mkdocs_plugin.theme import EXTENSIONS
from generator.model.playbook import Playbook
from generator.model.record import Entry
from generator.model.settings import Settings
from generator.model.words import Audience, Status
from generator.render.accent import CONTRAST, PAPER, contrast, readable
from generator.render.jinja import engine
from generator.render.page.finish import unbroken
from generator.render.render import Pages, render
from generator.render.training.programme import Programme
from tests.conftest import ROOT
from tests.render.fill import DAY, LATER, filled_playbook

EXAMPLES = [{"attainment": 80.0, "pays": 80.0}, {"attainment": 110.0, "pays": 115.0}]
TODAY = datetime.date(2026, 11, 23)
NOT_FOR_READERS = {
    "Company.accent": "the colour is seen, not read",
    "RuleSetting.because": "a company's own strictness is for those who edit",
    "QuizQuestion.field": "binds a question to a field for the checks",
    "QuizQuestion.holds_while": "binds a question to a value for the checks",
    "ScoreLine.column": "binds the score table to the CRM for the checks",
    "ScoreAnswer.values": "binds the score table to the CRM for the checks",
    "SignOff.fingerprint": "tells the checks whether what was taught has changed",
    "Module.formerly": "tells a browser which module an old tick is about",
    "OnlyWords.was": "tells the checks which change was only words",
    "OnlyWords.now": "tells the checks which change was only words",
    **{
        f"{cls.__name__}.{field}": "rows of the CRM are judged by the checks and read there"
        for cls in (Deal, Rep)
        for field in cls.model_fields
    },
}


def settings(root: Path, **changed: object) -> Settings:
    given = {"root": root, "today": TODAY, "content": (root / "content",), "audience": Audience.LEADER}
    return Settings(**{**given, **changed})  # type: ignore[arg-type]


def pages(playbook: Playbook, root: Path, **changed: object) -> Pages:
    return render(Facts(playbook, TODAY), settings(root, **changed), rules=list(rules().values()))


def objective(**said: object) -> Playbook:
    one = Objective.model_validate({"id": "grow", "title": "Grow", "statement": "Win more", **said})
    return Playbook(
        {"objectives": Objectives(objectives=[one])}, {"grow": one}, {"grow": ("objectives", ("objectives", 0))}
    )


@pytest.mark.parametrize("expires", [LATER, DAY], ids=["current", "past"])
def test_every_field_of_every_class_is_shown(tmp_path: Path, expires: datetime.date) -> None:
    playbook, words = filled_playbook(expires)
    text = "\n".join(pages(playbook, tmp_path).pages.values())
    lost = {field for word, field in words.items() if word not in text}
    assert lost <= NOT_FOR_READERS.keys()


@pytest.mark.parametrize("expires", [LATER, DAY], ids=["current", "past"])
def test_areas_without_templates_of_their_own_still_show_all_their_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expires: datetime.date
) -> None:
    shutil.copytree(engine.built_in(), tmp_path / "bare")
    for template in (tmp_path / "bare" / "pages").iterdir():
        if template.name not in ("area.md.j2", "record.md.j2"):
            template.unlink()
    monkeypatch.setattr(engine, "built_in", lambda: tmp_path / "bare")
    playbook, words = filled_playbook(expires)
    made = pages(playbook, tmp_path)
    text = "\n".join(made.pages.values())
    lost = {field for word, field in words.items() if word not in text}
    assert lost <= {"Company.name", "RuleSetting.because"}
    assert {word for word, field in words.items() if field == "Stage.title"} <= set(made.pages["how/index.md"].split())
    assert "## Review every" not in text


def test_an_area_without_a_template_lays_out_what_stands_inside_a_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(engine.built_in(), tmp_path / "bare")
    (tmp_path / "bare" / "pages" / "compensation.md.j2").unlink()
    monkeypatch.setattr(engine, "built_in", lambda: tmp_path / "bare")
    parts = [{"id": f"pay-{name}", "title": name, "weight": 50.0, "examples": EXAMPLES} for name in ("new", "kept")]
    plan = PayPlan.model_validate({"id": "plan", "title": "Plan", "role": "ae", "version": "1", "components": parts})
    area = Compensation.model_construct(plans=[plan])
    entries = {entry.id: entry for entry in (plan, *plan.components)}
    homes = {"plan": ("compensation", ("plans", 0))}
    homes |= {part.id: ("compensation", ("plans", 0, "components", n)) for n, part in enumerate(plan.components)}
    text = pages(Playbook({"compensation": area}, entries, homes), tmp_path).pages["where/pay.md"]
    page = lxml.html.fromstring(markdown.markdown(text, extensions=list(EXTENSIONS)))
    (components,) = page.xpath("//dl/dt[text()='Components']/following-sibling::dd[1]")
    assert [one.text_content() for one in components.xpath("./ul/li/p//b")] == ["new", "kept"]
    tables = [table.xpath(".//td/text()") for table in components.xpath("./ul/li/dl/dd/table")]
    assert tables == [["80", "80", "110", "115"]] * 2


def test_an_area_without_a_template_bears_its_name_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "built_in", lambda: tmp_path / "bare")
    shutil.copytree(ROOT / "templates", tmp_path / "bare")
    (tmp_path / "bare" / "pages" / "metrics.md.j2").unlink()
    metric = Metric.model_validate({"id": "margin", "title": "Margin", "definition": "What is left"})
    playbook = Playbook(
        {"metrics": Metrics(metrics=[metric])}, {"margin": metric}, {"margin": ("metrics", ("metrics", 0))}
    )
    text = pages(playbook, tmp_path).pages["where/metrics.md"]
    assert re.findall(r"^#+ .*", text, re.MULTILINE) == ["# Metrics", "## Margin { #margin }"]


def test_an_area_without_a_template_shows_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "built_in", lambda: tmp_path / "bare")
    shutil.copytree(ROOT / "templates", tmp_path / "bare")
    (tmp_path / "bare" / "pages" / "objectives.md.j2").unlink()
    text = pages(objective(statement="Not yet", status=Status.DRAFT), tmp_path).pages["where/index.md"]
    assert Objectives.__doc__ and Objectives.__doc__.strip() in text
    assert "Not yet" not in text


def test_an_empty_playbook_says_on_every_page_what_would_be_there(tmp_path: Path) -> None:
    made = pages(Playbook({}), tmp_path)
    assert {"index.md", "where/index.md", "say/index.md", "tune-up/index.md", "glossary.md"} <= made.pages.keys()
    assert made.pages["where/index.md"].count("tu-empty") == 1


def test_every_area_has_a_page_that_explains_its_fields(tmp_path: Path) -> None:
    made = pages(Playbook({}), tmp_path)
    assert {f"editing/{key}.md" for key in discover()} <= made.pages.keys()


def test_the_pages_of_editing_name_commands_that_a_new_playbook_has(tmp_path: Path) -> None:
    made = pages(Playbook({}), tmp_path).pages
    text = "\n".join(page for path, page in made.items() if path.startswith("editing/"))
    named = set(re.findall(r"`tuneup ([a-z]+)", text))
    assert "serve" in named and named <= set(tuneup.list_commands(click.Context(tuneup)))
    assert not re.search(r"`(make|python|pip) ", text)


def test_the_pages_of_editing_tell_an_id_from_words_and_a_list_from_one(tmp_path: Path) -> None:
    made = pages(Playbook({}), tmp_path).pages
    assert "| a short name of your own, in small letters and hyphens" in _row(made["editing/index.md"], "id")
    assert "| the `id` of one person |" in _row(made["editing/index.md"], "owner")
    assert "| a list; each item: the `id` of one competitor |" in _row(made["editing/differentiation.md"], "against")
    assert "| a list; each item: what stands under *Objective* below |" in _row(
        made["editing/objectives.md"], "objectives"
    )


def _row(page: str, field: str) -> str:
    return next(line for line in page.splitlines() if line.startswith(f"| `{field}`"))


def test_the_same_playbook_gives_the_same_pages(tmp_path: Path) -> None:
    playbook, _ = filled_playbook()
    assert pages(playbook, tmp_path).pages == pages(playbook, tmp_path).pages


def test_a_companys_own_template_label_and_asset_win_by_name(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    for name, text in {
        "pages/objectives.md.j2": "# Ours {{ current[0].statement }}",
        "labels/en.yml": "section: {where: Our course}",
        "assets/tuneup.css": "body {}",
    }.items():
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text(text, encoding="utf-8")
    made = pages(objective(statement="a < b"), tmp_path, templates=(own,))
    assert "# Ours a &#60; b" in made.pages["where/index.md"]
    assert any("Our course" in entry for entry in made.nav)
    assert made.assets["assets/tuneup.css"] == b"body {}"


def test_no_line_breaks_between_a_number_and_its_unit(tmp_path: Path) -> None:
    said = "Count 30 % of EUR 3.1 million at 2 °C, in 4 minutes; `30 %` is code"
    text = pages(objective(statement=said), tmp_path).pages["where/index.md"]
    assert "Count 30\u00a0% of EUR\u00a03.1 million at 2\u00a0°C, in 4 minutes" in text
    assert 'data-text="30 %"' in unbroken('30 % <b data-text="30 %">') and unbroken("`30 %` 30 %") == "`30 %` 30\u00a0%"


def test_a_record_can_be_linked_to_although_a_template_sets_no_anchor(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "objectives.md.j2").write_text("# Nothing", encoding="utf-8")
    assert 'id="grow"' in pages(objective(), tmp_path, templates=(own.parent,)).pages["where/index.md"]


def test_what_lies_above_the_audience_is_on_no_page(tmp_path: Path) -> None:
    made = pages(objective(statement="Sell the company", audience="leader"), tmp_path, audience=Audience.SALES)
    assert "Sell the company" not in "".join(made.pages.values())


@pytest.mark.parametrize(("audience", "there"), [(Audience.SALES, False), (Audience.MANAGER, True)])
def test_managers_read_where_hires_are_written_before_there_is_one(
    tmp_path: Path, audience: Audience, there: bool
) -> None:
    track = Track(id="track", title="Track", role="ae", weeks=12)
    area = Rap(tracks=[track])
    playbook = Playbook({Rap.KEY: area}, {"track": track}, {"track": (Rap.KEY, ("tracks", 0))})
    made = pages(playbook, tmp_path, audience=audience).pages
    assert ("onboarding/cohort.md" in made) is there
    if there:
        assert "`data/hires.csv`" in made["onboarding/cohort.md"]


def metric(id: str, **said: object) -> Metric:
    given = {"id": id, "title": id.capitalize(), "definition": "Counts", "direction": "up", "timing": "lagging"}
    return Metric.model_validate({**given, **said})


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.LEADER])
def test_a_question_answered_above_the_audience_is_not_called_unanswered(tmp_path: Path, audience: Audience) -> None:
    one = metric("margin", answers=["highest-margin"], audience="leader")
    two = metric("deals", answers=["sells-most"])
    known: dict[str, Entry] = {"margin": one, "deals": two}
    homes = {"margin": ("metrics", ("metrics", 0)), "deals": ("metrics", ("metrics", 1))}
    text = pages(Playbook({"metrics": Metrics(metrics=[one, two])}, known, homes), tmp_path, audience=audience).pages[
        "where/metrics.md"
    ]
    assert "Who sells most of what?" in text
    assert ("no metric answers it yet" in text) == (audience is Audience.LEADER)
    assert ("Who sells at the highest margin?" in text) == (audience is Audience.LEADER)


def test_a_word_in_a_label_is_neutralised_once(tmp_path: Path) -> None:
    playbook, _ = filled_playbook()
    (expectation,) = playbook.area(Performance).expectations
    assert expectation.ranking
    expectation.ranking.__dict__["leaves_out"] = 'Those "on the ramp", & <b>others</b>'
    text = pages(playbook, tmp_path).pages["how/performance.md"]
    assert 'Not ranked: Those "on the ramp", &#38; &#60;b&#62;others' in text


def test_a_new_playbook_does_not_boast_of_what_nobody_has_written(tmp_path: Path) -> None:
    for name, said in starter("Acme Valves").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(said, encoding="utf-8")
    _, made = site(loading.settings(tmp_path, loading.read_options(tmp_path)))
    assert "# No reference client yet" in made.pages["tune-up/coverage.md"]
    assert "# Nothing rests on anything yet" in made.pages["tune-up/map.md"]
    assert "# No objective to follow yet" in made.pages["tune-up/sight.md"]


def test_prospects_are_only_made_up_from_a_score_table_that_has_answers(tmp_path: Path) -> None:
    for name, said in starter("Acme Valves").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(said, encoding="utf-8")
    drill, clients = "onboarding/drill.md", tmp_path / "content" / "ideal-client.yml"
    read = loading.settings(tmp_path, loading.read_options(tmp_path))
    made = site(read)[1]
    assert "In the last three" in made.pages[drill]
    assert Programme(made.book).today()["practice"] == ["cards", "recite", "drill"]
    lines = clients.read_text(encoding="utf-8").splitlines(keepends=True)
    clients.write_text("".join(line for line in lines if "Fewer or more" not in line), encoding="utf-8")
    seen, made = site(read)
    assert drill not in made.pages
    assert Programme(made.book).today()["practice"] == ["cards", "recite"], "no link to a page that is not there"
    assert "client-score-unanswered" in {finding.rule for finding in seen.findings}


def test_every_page_names_who_keeps_it_true_or_that_it_is_made(tmp_path: Path) -> None:
    playbook, _ = filled_playbook()
    made = pages(playbook, tmp_path, version="2026.4")
    bare = [path for path, text in made.pages.items() if "<span>Owner" not in text and "<span>Made from" not in text]
    assert bare == []
    owned = [path for path, text in made.pages.items() if "<span>Made from" in text]
    assert {path.split("/")[0] for path in owned} == {"editing", "changes.md", "tune-up"}


def test_a_page_that_gathers_an_area_has_its_owner_its_nearest_review_and_its_file(tmp_path: Path) -> None:
    for name, said in {
        "mkdocs.yml": "site_name: Small\nplugins: [tuneup]\n",
        "content/company.yml": "people: [{id: ada, name: Ada, job: Sells}, {id: bo, name: Bo, job: Sells}]\n",
        "content/references.yml": "owner: ada\nreview_every: 90 days\nreferences:\n"
        "  - {id: early, title: Early, company: Early, effective: 2026-10-01}\n"
        "  - {id: late, title: Late, company: Late, owner: bo, effective: 2026-11-01}\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(said, encoding="utf-8")
    options = {"repo_url": "https://forge.example/small", **loading.read_options(tmp_path)}
    _, made = site(loading.settings(tmp_path, options, as_of=TODAY))
    line = made.pages["sell-to/references.md"].split('class="tu-trust"')[1]
    assert "<b>Ada</b></span>" in line and "Bo" not in line
    assert 'datetime="2026-12-30"' in line
    assert "content/references.yml" in line


def test_yaml_is_never_run_as_a_template(tmp_path: Path) -> None:
    made = pages(objective(statement="{{ 7 * 191 }} {% raw %} {{first_name}}"), tmp_path)
    text = made.pages["where/index.md"]
    assert "1337" not in text
    assert "&#123;&#123;first&#95;name" in text or "&#123;&#123;first_name" in text


@pytest.mark.parametrize("colour", ["#0b6e6e", "#ffff00", "#000000", "#ffffff", "#ff0000", "#7b1fa2"])
def test_the_accent_can_be_read_on_both_papers(colour: str) -> None:
    assert all(contrast(readable(colour, paper), paper) >= CONTRAST for paper in PAPER.values())


def test_a_quote_that_quotes_itself_comes_to_an_end(tmp_path: Path) -> None:
    assert "Grow" in pages(objective(statement="As in [[=grow]]"), tmp_path).pages["where/index.md"]


def test_a_public_site_says_nothing_of_how_we_are_doing(tmp_path: Path) -> None:
    """What is left of the playbook there would look in tune, and why something is put up with is for those inside."""
    because = "The lawyers are settling annex C."
    (tmp_path / "company.yml").write_text(
        "people: [{id: ada, name: Ada Vik, job: sells}]\n"
        f"accepted: [{{rule: area-missing, because: {because}, by: ada, until: 2026-12-20}}]\n",
        encoding="utf-8",
    )
    for audience in Audience:
        settings = Settings(tmp_path, TODAY, (tmp_path,), audience=audience)
        pages = site(settings)[1].pages
        inside = audience is not Audience.PUBLIC
        assert any(path.startswith("tune-up/") for path in pages) is inside
        assert any(because in text for text in pages.values()) is inside
        assert any("tune-up/" in text for text in pages.values()) is inside, "no link leads there"
