"""What MkDocs makes of a small playbook of a company's own."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator import loading
from generator.build import look
from generator.mkdocs_plugin.make import BuildStoppedError, Order, build_site

CONFIG = """
site_name: Small
docs_dir: content/pages
theme: material
plugins:
  - tuneup: {as_of: 2026-11-23}
  - search
"""
GLOSSARY = """
owner: ada
terms:
  - id: pilot
    title: pilot
    definition: Two weeks in which a client tries it
"""
COMPANY = """
name: Small
people:
  - {id: ada, name: Ada Berg, job: Sells}
"""


@pytest.fixture
def company(tmp_path: Path) -> Path:
    write(tmp_path, "mkdocs.yml", CONFIG)
    write(tmp_path, "content/company.yml", COMPANY)
    write(tmp_path, "content/glossary.yml", GLOSSARY)
    write(tmp_path, "content/pages/how/visits.md", "# Visits\n\nFor a [[pilot]] or [[=pilot]]. Not `[[pilot]]`.\n")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def made(root: Path, page: str) -> str:
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    return (root / "site" / page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["""'A <b>B</b> & "C"'""", "A &lt;b&gt;B&lt;/b&gt; &amp; &quot;C&quot;"])
def test_the_name_of_the_site_is_no_markup(company: Path, name: str) -> None:
    write(company, "mkdocs.yml", CONFIG.replace("Small", name))
    page = made(company, "glossary")
    assert "<b>B" not in page and "A &lt;b&gt;B&lt;/b&gt; &amp; &quot;C&quot;</title>" in page
    assert 'aria-label="A &lt;b&gt;B&lt;/b&gt; &amp; &quot;C&quot;"' in page


def test_two_own_pages_of_one_address_are_told_with_both_files(company: Path) -> None:
    write(company, "content/pages/prices.md", "# Prices\n")
    write(company, "content/pages/prices/index.md", "# More prices\n")
    settings = loading.settings(company, loading.read_options(company))
    (found,) = [one for one in look(settings).findings if one.rule == "duplicate-page"]
    assert str(found.location) == "content/pages/prices/index.md"
    assert "`content/pages/prices.md` have the same address, `prices/`" in found.complaint.message
    write(company, "mkdocs.yml", CONFIG + "use_directory_urls: false\n")
    assert not [one for one in look(settings).findings if one.rule == "duplicate-page"]


def test_an_own_page_at_the_address_of_a_generated_one_is_refused(company: Path) -> None:
    write(company, "content/pages/glossary/index.md", "# Our words\n")
    with pytest.raises(Abort, match=r"content/pages/glossary/index\.md has the address .* rename it to `glossary\.md`"):
        made(company, "glossary")
    (company / "content/pages/glossary/index.md").rename(company / "content/pages/glossary.md")
    assert "Our words" in made(company, "glossary")


def test_own_pages_link_and_quote_records(company: Path) -> None:
    page = made(company, "how/visits")
    assert '<a href="../../glossary/#pilot">' in page
    assert "<code>[[pilot]]</code>" in page
    assert 'title="Two weeks in which a client tries it"' in page


def test_own_pages_say_where_to_edit_them(company: Path) -> None:
    write(company, "mkdocs.yml", CONFIG + "repo_url: https://forge.example/small\n")
    edit = "https://forge.example/small/edit/main/content/pages/how/visits.md"
    assert f'href="{edit}"' in made(company, "how/visits")


def test_an_own_page_stands_in_the_section_of_its_folder(company: Path) -> None:
    page = made(company, "how/skills")
    assert 'href="../visits/"' in page


def test_an_own_page_wins_over_a_generated_one_of_the_same_path(company: Path) -> None:
    write(company, "content/pages/glossary.md", "# Our own words\n")
    said: list[tuple[str, str]] = []
    build_site(
        Order(company, strict=True),
        site_dir=None,
        tell=lambda _look, _settings: None,
        say=lambda level, told: said.append((level, told)),
    )
    page = (company / "site/glossary/index.html").read_text(encoding="utf-8")
    assert "Our own words" in page
    assert 'id="pilot"' in page, "links to a word still lead to the page that would explain it"
    ((level, told),) = said
    assert level == "note"
    assert "content/pages/glossary.md" in told and "“Glossary”" in told


def test_an_own_theme_block_wins_over_ours(company: Path) -> None:
    write(company, "mkdocs.yml", CONFIG.replace("theme: material", "theme: {name: material, custom_dir: mine}"))
    write(company, "mine/main.html", '{% extends "base.html" %}{% block extrahead %}<meta name="mine">{% endblock %}')
    assert '<meta name="mine">' in made(company, "how/visits")


def test_an_own_navigation_is_kept(company: Path) -> None:
    write(company, "mkdocs.yml", CONFIG + "nav: [{Ours: where/index.md}]\n")
    assert ">Ours<" in "".join(made(company, "where").split())


def test_a_mistake_stops_the_build_and_says_what_to_do(company: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(company, "content/glossary.yml", GLOSSARY.replace("owner: ada", "owner: eda"))
    with caplog.at_level(logging.INFO), pytest.raises(Abort, match='run "tuneup check"'):
        made(company, "where")
    assert "content/glossary.yml:2" in caplog.text and "broken-reference" in caplog.text


def test_warnings_are_told_but_do_not_fail_a_strict_build(company: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(company, "content/glossary.yml", GLOSSARY.replace("owner: ada", ""))
    with caplog.at_level(logging.INFO):
        build(load_config(str(company / "mkdocs.yml"), site_dir=str(company / "site"), strict=True))
    assert "warning[" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING and "tuneup" in record.name]


def test_a_choice_of_day_stands_still_in_the_browser_too(company: Path) -> None:
    assert '<meta name="tuneup-today" content="2026-11-23">' in made(company, "where")


def test_a_theme_block_in_another_encoding_is_named(company: Path) -> None:
    (company / "mine").mkdir()
    (company / "mine" / "main.html").write_bytes('{% extends "base.html" %}'.encode("utf-16"))
    write(company, "mkdocs.yml", CONFIG.replace("theme: material", "theme: {name: material, custom_dir: mine}"))
    with pytest.raises(BuildStoppedError, match=r"mine/main\.html:1: the file is in UTF-16; save the file as UTF-8"):
        build_site(Order(company), site_dir=None, tell=lambda _look, _settings: None, say=lambda _level, _said: None)


def test_edit_leads_to_main_where_nobody_names_a_branch(company: Path) -> None:
    """MkDocs itself says `master` where the repository is on GitHub."""
    write(company, "mkdocs.yml", CONFIG.replace("plugins:", "repo_url: https://github.com/small/book\nplugins:"))
    page = made(company, "glossary")
    assert 'href="https://github.com/small/book/edit/main/content/glossary.yml' in page and "/master/" not in page
    own = (company / "site" / "how" / "visits" / "index.html").read_text(encoding="utf-8")
    assert "https://github.com/small/book/edit/main/content/pages/how/visits.md" in own and "/master/" not in own
