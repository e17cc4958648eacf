"""The preview: the same site as a build gives, made anew only where something has changed, last good one kept."""

from __future__ import annotations

import re
import shutil
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.mkdocs_plugin.make import BuildStoppedError, Order, build_site
from generator.mkdocs_plugin.preview.overlay import overlay
from generator.mkdocs_plugin.preview.preview import Preview
from generator.mkdocs_plugin.preview.server import PreviewServer
from tests.conftest import ROOT
from tests.site.playbook import differences, edit, example, new

PATIENCE = 60
"""Seconds that a busy machine may take; how long it takes is for benchmarks to say."""


def silent(_level: str, _message: str) -> None:
    """MkDocs may warn of what these tests break."""


def preview_of(root: Path, folder: Path) -> Preview:
    folder.mkdir()
    return Preview(Order(root), folder, silent)


def whole(preview: Preview) -> int:
    """Makes all of it; how many things could not be taken from an earlier round."""
    before = preview.count
    assert preview.begin().good
    while preview.make_next():
        pass
    assert preview.outcome.good, preview.outcome.said
    return preview.count - before


def plain(root: Path, folder: Path) -> Path:
    return build_site(Order(root), site_dir=folder, tell=lambda _look, _settings: None, say=silent)


def test_the_example_looks_as_mkdocs_builds_it(site: Path, tmp_path: Path) -> None:
    preview = preview_of(ROOT, tmp_path / "preview")
    assert whole(preview) > 200
    assert differences(tmp_path / "preview", site) == []
    assert whole(preview) == 0


EDITS: dict[str, Callable[[Path], None]] = {
    "a text": lambda root: edit(root / "content/objectives.yml", "title: ", "title: Newly "),
    "a term, which every page explains": lambda root: edit(
        root / "content/glossary.yml", "definition: ", "definition: Really, "
    ),
    "the company's name": lambda root: edit(root / "content/company.yml", "Acme Valves", "Acme Pipes"),
    "a page of one's own": lambda root: _write(root / "content/pages/how/hello.md", "# Hello\n\nSee [[rap]].\n"),
    "its heading, which the navigation shows": lambda root: edit(
        root / "content/pages/how/hello.md", "# Hello", "# Good day"
    ),
    "a picture": lambda root: _write(root / "content/pages/how/dot.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "a template": lambda root: _write(root / "templates/pages/glossary.md.j2", "# Words\n\n{{ page.title }}\n"),
    "a label": lambda root: _write(root / "templates/labels/en.yml", "section: {say: Say it so}\n"),
    "a block of the theme": lambda root: _write(
        root / "templates/overrides/main.html",
        '{% extends "base.html" %}{% block footer %}<p>Ours</p>{% endblock %}',
    ),
    "the site's name": lambda root: edit(root / "mkdocs.yml", "site_name: ", "site_name: Our "),
    "a page taken away": lambda root: (root / "content/pages/how/hello.md").unlink(),
    "a template taken away": lambda root: (root / "templates/pages/glossary.md.j2").unlink(),
}


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("# Wörter".encode("utf-16"), "the file is in UTF-16; save the file as UTF-8"),
        (b'{% include "pages/glossary.md.j2" %}', "this template uses itself"),
    ],
    ids=["utf-16", "itself"],
)
def test_a_template_that_cannot_be_used_is_told_and_the_last_good_page_stays(
    tmp_path: Path, broken: bytes, said: str
) -> None:
    root, folder = new(tmp_path / "acme"), tmp_path / "preview"
    preview = preview_of(root, folder)
    assert preview.begin().good
    page = folder / "glossary" / "index.html"
    with preview.made(page):
        good = page.read_bytes()
    (root / "templates/pages").mkdir(parents=True)
    (root / "templates/pages/glossary.md.j2").write_bytes(broken)
    preview.begin()
    with preview.made(page):
        assert page.read_bytes() == good
    assert "templates/pages/glossary.md.j2:1: " in preview.outcome.said and said in preview.outcome.said


def test_after_edits_it_is_what_a_build_gives(tmp_path: Path) -> None:
    root = new(tmp_path / "acme")
    preview = preview_of(root, tmp_path / "preview")
    whole(preview)
    wrong = {}
    for number, (name, change) in enumerate(EDITS.items(), start=1):
        change(root)
        assert whole(preview) > 0 or name == "a picture", f"{name} changed nothing"
        if number % 4 == 0:
            wrong[name] = differences(tmp_path / "preview", plain(root, tmp_path / "plain"))
    assert len(wrong) == 3 and not any(wrong.values()), wrong


def test_an_edit_makes_little_anew(tmp_path: Path) -> None:
    root = new(tmp_path / "acme")
    preview = preview_of(root, tmp_path / "preview")
    everything = whole(preview)
    _write(root / "content/pages/hello.md", "# Hello\n")
    whole(preview)
    edit(root / "content/pages/hello.md", "# Hello\n", "# Hello\n\nMore\n")
    assert whole(preview) == 3, "the page's HTML, its frame and its place in the search"
    assert everything > 60


def test_a_preview_is_held_back_from_nobody(tmp_path: Path) -> None:
    root, folder = new(tmp_path / "acme"), tmp_path / "preview"
    secret = "Ramp figures of the second quarter stay with the four leaders of the northern region"
    term = f"  - {{id: ramp, title: Ramp, audience: leader, definition: {secret}}}\n"
    with (root / "content/glossary.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"\n{term}")
    _write(root / "content/pages/how/hello.md", f"# Hello\n\n{secret}.\n")
    with pytest.raises(BuildStoppedError, match="leak"):
        plain(root, tmp_path / "plain")
    edit(root / "mkdocs.yml", "- tuneup:\n", "- tuneup:\n      published: public\n")
    whole(preview_of(root, folder))
    assert secret in (folder / "how/hello/index.html").read_text(encoding="utf-8")


def test_a_mistake_is_shown_and_the_last_good_site_stays(tmp_path: Path) -> None:
    root = new(tmp_path / "acme")
    preview = preview_of(root, tmp_path / "preview")
    whole(preview)
    before = {path: path.read_bytes() for path in (tmp_path / "preview").rglob("*.html")}
    edit(root / "content/company.yml", "name: ", "naem: ")
    outcome = preview.begin()
    assert {fault.rule for fault in outcome.faults} >= {"unknown-field"}
    assert "naem" in overlay(outcome) and "content/company.yml" in overlay(outcome)
    while preview.make_next():
        pass
    assert outcome.stays and not preview_of(root, tmp_path / "another").begin().stays
    assert before == {path: path.read_bytes() for path in (tmp_path / "preview").rglob("*.html")}
    edit(root / "content/company.yml", "naem: ", "name: ")
    whole(preview)
    assert overlay(preview.outcome) == ""


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("templates/pages/glossary.md.j2", "# Words\n{{ nope.there }}", "templates/pages/glossary.md.j2:2: 'nope'"),
        ("templates/pages/glossary.md.j2", "# Words\n{% if %}", "templates/pages/glossary.md.j2:2: "),
        ("templates/overrides/main.html", "{% extends 'gone.html' %}", "no template is called `gone.html`"),
        ("templates/labels/en.yml", "section: [a", "en.yml:"),
        ("mkdocs.yml", "site_name: x\nplugins: [tuneup, nope]", "the values of mkdocs.yml"),
        (
            "mkdocs.yml",
            "site_name: x\ndocs_dir: content/pages\nplugins: [search]",
            "the plugin `tuneup` is not switched on",
        ),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, file: str, text: str, said: str) -> None:
    root = new(tmp_path / "acme")
    _write(root / file, text)
    preview = preview_of(root, tmp_path / "preview")
    preview.begin()
    while preview.make_next():
        pass
    assert said in preview.outcome.said
    assert not preview.outcome.good


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A new playbook and the address of its preview."""
    root = new(tmp_path / "acme")
    preview = preview_of(root, tmp_path / "preview")
    mount, sources = preview.surroundings()
    server = PreviewServer(preview, tmp_path / "preview", lambda _outcome: None, "127.0.0.1", 0, mount)
    server.watch_all(sources)
    preview.begin()
    server.listen()
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield root, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join(PATIENCE)


def test_a_browser_is_told_of_an_edit_of_a_mistake_and_of_its_end(served: tuple[Path, str]) -> None:
    root, address = served
    html = _get(address)
    for old, fresh, there, gone in (
        ("Acme Valves", "Acme Pipes", "Acme Pipes", "tuneup-faults"),
        ("name: Acme Pipes", "naem: Acme Pipes", "`naem`", "Acme Taps"),
        ("naem: Acme Pipes", "name: Acme Taps", "Acme Taps", "tuneup-faults"),
    ):
        edit(root / "content/company.yml", old, fresh)
        end = time.monotonic() + PATIENCE
        while there not in html or gone in html:
            assert time.monotonic() < end, f"{there} is not shown"
            _wait_for_news(address, html)
            html = _get(address)
    assert "Acme Taps" in _get(f"{address}search/search_index.json")


def test_whole_folders_that_come_and_go_are_noticed(served: tuple[Path, str]) -> None:
    root, address = served
    assert not (root / "templates").exists()
    _write(root / "templates/pages/glossary.md.j2", "# Okapi\n")
    _shows(address, "glossary/", "Okapi")
    (root / "content").rename(root / "elsewhere")
    _shows(address, "glossary/", "there is no folder `content/pages`", "Okapi")
    (root / "elsewhere").rename(root / "content")
    shutil.rmtree(root / "templates")
    _shows(address, "glossary/", "Glossary", gone=("tuneup-faults", "Okapi"))
    edit(root / "content/company.yml", "Acme Valves", "Acme Pipes")
    _shows(address, "", "Acme Pipes")


def test_a_page_that_is_not_there_yet_waits_for_it(served: tuple[Path, str]) -> None:
    root, address = served
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(f"{address}own/", timeout=PATIENCE)
    said = missing.value.read().decode()
    assert missing.value.code == 404 and "No page has this address yet" in said and "livereload(" in said
    (root / "content/pages/own.md").write_text("# Own\n\nOkapi\n", encoding="utf-8")
    _wait_for_news(address, said)
    assert "Okapi" in _get(f"{address}own/")


def test_an_objective_of_the_example_can_change_under_all_that_rests_on_it(tmp_path: Path) -> None:
    root = example(tmp_path / "example")
    edit(root / "content/objectives.yml", "statement: ", "statement: Another ")
    preview = preview_of(root, tmp_path / "preview")
    whole(preview)
    assert "Another" in (tmp_path / "preview" / "where" / "index.html").read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return str(answer.read().decode("utf-8"))


def _shows(address: str, page: str, *words: str, gone: tuple[str, ...] = ()) -> None:
    """Looks again at each piece of news until the page has these words and no longer the others."""
    end, html = time.monotonic() + PATIENCE, _get(address + page)
    while not all(word in html for word in words) or any(word in html for word in gone):
        assert time.monotonic() < end, f"{words} are not shown"
        _wait_for_news(address, html)
        html = _get(address + page)


def _wait_for_news(address: str, html: str) -> None:
    """As the script in the page waits."""
    found = re.search(r"livereload\((\d+), (\d+)\)", html)
    assert found, "the page does not wait for news"
    assert int(_get(f"{address}livereload/{found[1]}/{found[2]}")) > int(found[1]), "no news within a minute"
