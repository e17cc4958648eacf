"""Nobody reads what is meant for those above: every field is filled with its own words, which no site may say."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import look, site
from generator.leaks import find_leaks
from generator.leaks.readings import readings
from generator.loading import load
from generator.mkdocs_plugin import readers
from generator.mkdocs_plugin.make import BuildStoppedError, Order, build_site
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.render.book import for_readers
from tests import verbs
from tests.leaks.canaries import Nest, plant

TODAY = datetime.date(2026, 11, 23)
MKDOCS = """\
site_name: Nest
site_url: https://nest.example/
docs_dir: content/pages
theme: {name: material, font: false}
plugins:
  - tuneup
  - search
"""


@pytest.fixture(scope="module")
def nest(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Nest]:
    root = tmp_path_factory.mktemp("nest")
    planted = plant(root)
    (root / "content" / "pages").mkdir()
    (root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    return root, planted


def settings(root: Path, audience: Audience) -> Settings:
    return Settings(root, TODAY, (root / "content",), audience=audience)


def test_the_planted_playbook_is_read_whole(nest: tuple[Path, Nest]) -> None:
    loaded = load(settings(nest[0], Audience.LEADER))
    assert not loaded.problems
    assert set(nest[1].words.values()) == set(Audience)


@pytest.mark.parametrize("audience", Audience)
def test_no_page_says_what_lies_above(nest: tuple[Path, Nest], audience: Audience) -> None:
    _, made = site(settings(nest[0], audience))
    text = "\n".join([*made.pages.values(), repr(made.fronts), repr(made.nav), *map(repr, made.assets.values())])
    _judge(nest[1], text, audience)


@pytest.mark.parametrize("audience", Audience)
def test_no_file_of_a_site_says_what_lies_above(nest: tuple[Path, Nest], audience: Audience, tmp_path: Path) -> None:
    root, planted = nest
    made = _build(root, audience, tmp_path / "site")
    _judge(planted, "\n".join(_read(made)), audience)
    whole = load(settings(root, audience)).playbook
    assert not find_leaks(made, whole, audience)
    if audience is Audience.LEADER:
        assert len(find_leaks(made, whole, Audience.MANAGER)) > 100, "the same test finds what there is"


@pytest.fixture(scope="module")
def older(nest: tuple[Path, Nest], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A branch with a version that was made for leaders."""
    branch = tmp_path_factory.mktemp("branch")
    _build(nest[0], Audience.LEADER, branch / "2026.1")
    return branch


@pytest.mark.parametrize("audience", [audience for audience in Audience if audience is not Audience.LEADER])
def test_every_word_of_an_older_version_that_lies_above_is_found(
    nest: tuple[Path, Nest], older: Path, audience: Audience
) -> None:
    root, planted = nest
    said = set(re.findall(r"canary\d+x", "\n".join(_read(older)).lower()))
    above = {word for word in said if planted.words[word].rank > audience.rank}
    leaks = find_leaks(older, load(settings(root, audience)).playbook, audience)
    found = {word for leak in leaks for word in re.findall(r"canary\d+x", leak.said)}
    assert above and found >= above


BOARD = """\
objectives:
  - {id: grow, title: Grow, statement: Win more clients this year}
  - id: buy-nordlys
    title: Buy Nordlys
    statement: We buy our **largest** rival in March
    audience: leader
    target: 48350000
    deadline: 2027-04-14
"""
PLACES = {
    "a page": ("own-1.md", "# Own\n\nRumour: we buy our largest rival in March."),
    "a title of two words": ("own-2.md", "# Own\n\nProject buy NORDLYS."),
    "a number": ("own-3.md", "# Own\n\nIt costs 48,350,000 in all."),
    "a number with blanks": ("own-4.md", "# Own\n\nIt costs 48 350 000 in all."),
    "a number as Norwegian pages write it": ("own-5.md", "# Own\n\nDet koster 48&nbsp;350\u202f000 i alt."),
    "a number in short": ("own-6.md", "# Own\n\nIt costs EUR 48.35M in all."),
    "a number in words": ("own-7.md", "# Own\n\nIt costs 48.35 million in all."),
    "a number in data": ("own-8.json", '{"costs": "48,350k"}'),
    "a day": ("own-9.md", "# Own\n\nThe day is 14 Apr 2027."),
    "a day in full": ("own-10.md", "# Own\n\nThe day is 14 April 2027."),
    "a day as Americans write it": ("own-11.md", "# Own\n\nThe day is April 14, 2027."),
    "a day as Norwegians write it": ("own-12.md", "# Own\n\nDagen er 14. april 2027."),
    "a day in an attribute": ("own-13.md", '# Own\n\n<time datetime="2027-04-14">soon</time>'),
    "a comment": ("own-14.md", "# Own\n\n<!-- we buy our largest rival, in March -->"),
    "an attribute": ("own-15.md", '# Own\n\n<span title="we buy our l&#97;rgest rival in March">x</span>'),
    "a picture": ("own-16.svg", "<svg><text>we <tspan>buy</tspan> our largest rival in March</text></svg>"),
    "a table": ("own-17.csv", "why;when\nwe buy our largest rival;in March"),
    "data": ("own-18.json", '{"a": ["we buy our l\\u0061rgest rival in March"]}'),
    "a calendar": ("own-19.ics", "SUMMARY:we buy our lar\r\n gest rival in March"),
    "a feed": ("own-20.xml", "<feed><content>we &lt;b&gt;buy&lt;/b&gt; our largest rival in March</content></feed>"),
    "a source map": ("own-21.js.map", '{"sourcesContent": ["// we buy our\\n// largest rival in March"]}'),
    "an address": ("buy-nordlys.txt", "Nothing"),
}


@pytest.fixture
def company(tmp_path: Path) -> Path:
    for name, text in {
        "mkdocs.yml": MKDOCS,
        "content/objectives.yml": BOARD,
        "content/company.yml": "name: Kelvaro",
        "content/pages/index.md": "# Welcome",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_site_that_says_nothing_from_above_is_built(company: Path) -> None:
    assert (_build(company, Audience.SALES, company / "site") / "index.html").is_file()


def test_a_leak_stops_the_build_wherever_it_is(company: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All in one build, each in a file of its own that must be told."""
    monkeypatch.setattr(readers, "SHOWN", 1000)
    for name, text in PLACES.values():
        (company / "content" / "pages" / name).write_text(text, encoding="utf-8", newline="")
    with pytest.raises(BuildStoppedError, match="of `buy-nordlys`") as stopped:
        _build(company, Audience.SALES, company / "site")
    told = str(stopped.value)
    files = {what: name.replace(".md", "/index.html") for what, (name, _) in PLACES.items()}
    leak = "  {}: says .*: `[a-z]+` of `buy-nordlys` \\(content/objectives\\.yml:"
    assert not [what for what, file in files.items() if not re.search(leak.format(re.escape(file)), told)]
    assert not (company / "site").exists()
    _build(company, Audience.LEADER, company / "site")


@pytest.mark.parametrize(
    "open_",
    [
        "    deadline: 2027-04-14\n",
        "    why: All is decided on April 14, 2027.\n",
        "    target: 48350000\n",
        "    why: It costs 48,350,000 in all.\n",
    ],
)
def test_a_day_or_number_that_its_readers_know_may_be_written_in_every_way(company: Path, open_: str) -> None:
    objectives = company / "content" / "objectives.yml"
    objectives.write_text(
        BOARD.replace("}\n", "}\n  - id: keep\n    title: Keep\n    statement: Keep all\n" + open_, 1), encoding="utf-8"
    )
    day = "2027" in open_
    said = "On 14 Apr 2027, 2027-04-14." if day else "It costs 48.35M, or 48 350 000."
    (company / "content" / "pages" / "own.md").write_text(f"# Own\n\n{said}", encoding="utf-8")
    _build(company, Audience.SALES, company / "site")


def test_a_day_that_a_site_works_out_is_no_secret(company: Path) -> None:
    objectives = company / "content" / "objectives.yml"
    text = objectives.read_text(encoding="utf-8")
    text = text.replace("this year}", "this year, review_every: 90 days}").replace("2027-04-14", "2027-02-20")
    objectives.write_text(text, encoding="utf-8")
    (company / "content" / "reviews.lock.yml").write_text(
        "reviews: [{record: grow, on: 2026-11-22, by: kari, because: Holds.}]", encoding="utf-8"
    )
    (company / "content" / "company.yml").write_text(
        "name: Kelvaro\npeople: [{id: kari, name: Kari Nordmann, job: Leads}]", encoding="utf-8"
    )
    built = _build(company, Audience.SALES, company / "site")
    assert "20 Feb 2027" in (built / "tune-up" / "reviews" / "index.html").read_text(encoding="utf-8")


def test_a_template_that_opens_the_file_itself_is_caught(company: Path) -> None:
    (company / "templates" / "overrides").mkdir(parents=True)
    (company / "templates" / "overrides" / "main.html").write_text(
        '{% extends "base.html" %}{% block content %}{{ super() }}'
        "<script>let all = {{ config.plugins.tuneup.whole.entries.values() | map(attribute='label') | list }}</script>"
        "{% endblock %}",
        encoding="utf-8",
    )
    with pytest.raises(BuildStoppedError, match="buy nordlys"):
        _build(company, Audience.SALES, company / "site")


def test_a_word_that_is_no_secret_can_be_said(company: Path) -> None:
    (company / "content" / "pages" / "own.md").write_text("# Own\n\nBuy Nordlys candles.", encoding="utf-8")
    (company / "mkdocs.yml").write_text(
        MKDOCS.replace("- tuneup", "- tuneup: {not_secret: [buy nordlys]}"), encoding="utf-8"
    )
    _build(company, Audience.SALES, company / "site")


@pytest.mark.parametrize(("place", "fits"), [("public", False), ("sales", False), ("leader", True), ("", True)])
def test_a_site_for_leaders_is_not_made_for_a_public_place(company: Path, place: str, fits: bool) -> None:
    (company / "mkdocs.yml").write_text(
        MKDOCS.replace("- tuneup", f"- tuneup: {{published: '{place}'}}"), encoding="utf-8"
    )
    if fits:
        _build(company, Audience.LEADER, company / "site")
        return
    with pytest.raises(BuildStoppedError, match=f"must not stand where it is open to {place}"):
        _build(company, Audience.LEADER, company / "site")


def test_a_page_of_the_companys_own_can_be_for_some_alone(company: Path) -> None:
    page = company / "content" / "pages" / "own.md"
    page.write_text("---\naudience: leader\n---\n\n# Own\n\nWe buy our largest rival in March.", encoding="utf-8")
    assert not (_build(company, Audience.SALES, company / "site") / "own").exists()
    assert (_build(company, Audience.LEADER, company / "site") / "own" / "index.html").is_file()
    page.write_text("---\naudience: boss\n---\n", encoding="utf-8")
    with pytest.raises(BuildStoppedError, match=r"own\.md:2:11: `audience` holds `boss`, which is nobody"):
        _build(company, Audience.SALES, company / "site")


def test_common_words_of_a_short_text_are_no_secret(company: Path) -> None:
    objectives = company / "content" / "objectives.yml"
    said = objectives.read_text(encoding="utf-8").replace("We buy our **largest** rival in March", "More clients")
    objectives.write_text(said, encoding="utf-8")
    (company / "content" / "pages" / "own.md").write_text("# Own\n\nMore clients.", encoding="utf-8")
    _build(company, Audience.SALES, company / "site")


def test_older_versions_are_read_too(company: Path, tmp_path: Path) -> None:
    _build(company, Audience.LEADER, company / "branch" / "2026.1")
    _build(company, Audience.SALES, company / "branch" / "2026.2")
    done = verbs.run(["leaks", "branch"], company, os.environ)
    assert done.returncode == 1 and "2026.1/" in done.stdout and "2026.2/" not in done.stdout, done


def _build(root: Path, audience: Audience, to: Path) -> Path:
    order = Order(root, TODAY, audience)
    return build_site(order, site_dir=to, tell=lambda _seen, _settings: None, say=lambda _level, _said: None)


def _read(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        yield path.name
        if path.is_file():
            yield from readings(path.name, path.read_bytes())


def _judge(nest: Nest, text: str, audience: Audience) -> None:
    words = set(re.findall(r"canary\d+x", text.lower()))
    above = {word for word in words if nest.words[word].rank > audience.rank}
    assert not above
    shown = re.sub(r"(?<=\d)[,.\u00a0\u202f ](?=\d{3})", "", text)
    numbers = {int(found) for found in re.findall(r"71\d{5}", shown)} & nest.numbers.keys()
    assert not {number for number in numbers if nest.numbers[number].rank > audience.rank}
    below = [word for word, level in nest.words.items() if level.rank <= audience.rank]
    assert len(words) > 0.9 * len(below), "what is meant for them is there"


def test_a_mistake_that_quotes_a_figure_of_leaders_is_shown_to_them_alone(tmp_path: Path) -> None:
    files = {
        "company": "rules: {wrong-value: warning}\nroles: [{id: ae, title: Account executive}]\n",
        "performance": "expectations: [{id: q4, title: Q, role: ae, starts: 2026-10-01, ends: 2026-12-31, quota: 7a7}]",
    }
    for area, text in files.items():
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / f"{area}.yml").write_text(text, encoding="utf-8")
    seen = look(Settings(tmp_path, TODAY, (tmp_path / "content",)))
    assert any("7a7" in finding.complaint.message for finding in seen.findings)
    for audience in Audience:
        told = for_readers(seen.facts, seen.findings, audience)
        assert any("7a7" in finding.complaint.message for finding in told) == (audience is Audience.LEADER)
