"""`tuneup build`: the same site as MkDocs makes, or none and the last good one stays."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from tests.conftest import ROOT
from tests.site.playbook import differences, edit, new

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT)}
OWN = "https://site.test/"


def run(cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A module run as a program."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=cwd,
        env={**os.environ, **QUIET},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=250,
    )


def test_it_is_the_site_that_mkdocs_builds(site: Path, tmp_path: Path) -> None:
    done = run(ROOT, "generator.cli", "build", "--strict", "--site-dir", str(tmp_path / "ours"))
    assert done.returncode == 0, done.stdout + done.stderr
    said, command = done.stdout.splitlines()[-2:]
    assert said.startswith(f"The site is ready in {tmp_path / 'ours'}; ") and said.endswith("http://localhost:8000")
    assert shlex.split(command)[1:] == ["-m", "http.server", "--directory", str(tmp_path / "ours")]
    assert (ROOT / shlex.split(command)[0]).is_file()
    assert differences(tmp_path / "ours", site) == []


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new playbook and its site."""
    root = new(tmp_path_factory.mktemp("acme"))
    done = run(root, "generator.cli", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_a_new_playbook_is_built_alike(acme: Path, tmp_path: Path) -> None:
    done = run(acme, "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "theirs"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert differences(acme / "site", tmp_path / "theirs") == []
    assert sorted(path.name for path in acme.iterdir() if path.name.startswith(".site")) == []


@pytest.fixture(scope="module")
def norwegian(acme: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a language whose letters are not all in an address, without a warning."""
    root = shutil.copytree(acme, tmp_path_factory.mktemp("norwegian") / "acme")
    edit(root / "mkdocs.yml", "\n  - tuneup:\n", "\n  - tuneup:\n      language: nb\n")
    done = run(root, "generator.cli", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.mark.parametrize("playbook", ["acme", "norwegian"])
def test_every_link_of_a_new_playbook_leads_somewhere(playbook: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(playbook) / "site"
    trees = {page(site, path): html.document_fromstring(path.read_bytes()) for path in site.rglob("*.html")}
    ids = {address: set(tree.xpath("//@id")) for address, tree in trees.items()}
    links = [
        (address, urlsplit(urljoin(address, href)))
        for address, tree in trees.items()
        if not address.endswith("404.html")
        for href in tree.xpath("//a/@href")
    ]
    own = [(address, link) for address, link in links if link.netloc == "site.test"]
    lost = [
        (address, link.geturl())
        for address, link in own
        if (link.path[1:] or "index.html").endswith(("/", ".html"))
        and (
            f"{OWN}{unquote(link.path[1:])}" not in ids
            or (link.fragment and unquote(link.fragment) not in ids[f"{OWN}{unquote(link.path[1:])}"])
        )
    ]
    assert len(own) > 100
    assert lost == []
    doubled = {
        (name, id) for name, tree in trees.items() for id in ids[name] if len(tree.xpath("//@id[. = $it]", it=id)) > 1
    }
    assert doubled == set()
    foreign = {link.netloc for _, link in links if link.netloc} - {"site.test", "github.com"}
    assert foreign == set(), "a new playbook leads nowhere else"


@pytest.mark.parametrize(
    ("file", "old", "fresh", "code", "said"),
    [
        ("content/company.yml", "name: ", "naem: ", 1, "unknown-field"),
        ("content/glossary.yml", "definition: ", "definition: See [[nobody]]. ", 1, "broken-reference"),
        ("mkdocs.yml", "\n  - search\n", "\n  - zearch\n", 2, "zearch"),
    ],
)
def test_a_failed_build_leaves_the_last_good_site(
    acme: Path, file: str, old: str, fresh: str, code: int, said: str
) -> None:
    before = {path: path.read_bytes() for path in (acme / "site").rglob("*") if path.is_file()}
    text = (acme / file).read_text(encoding="utf-8")
    edit(acme / file, old, fresh)
    try:
        done = run(acme, "generator.cli", "build")
    finally:
        (acme / file).write_text(text, encoding="utf-8")
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert before == {path: path.read_bytes() for path in (acme / "site").rglob("*") if path.is_file()}
    assert sorted(path.name for path in acme.iterdir() if path.name.startswith(".site")) == []


def test_a_dead_link_fails_only_a_strict_build(acme: Path, tmp_path: Path) -> None:
    own = acme / "content" / "pages" / "ours.md"
    own.write_text("# Ours\n\n[nowhere](gone.md)\n", encoding="utf-8")
    try:
        strict = run(acme, "generator.cli", "build", "--strict", "--site-dir", str(tmp_path / "strict"))
        loose = run(acme, "generator.cli", "build", "--site-dir", str(tmp_path / "loose"))
    finally:
        own.unlink()
    assert (strict.returncode, loose.returncode) == (1, 0)
    assert "gone.md" in strict.stderr and "gone.md" in loose.stderr
    assert not (tmp_path / "strict").exists()
    assert (tmp_path / "loose" / "ours" / "index.html").is_file()


def page(site: Path, path: Path) -> str:
    return OWN + path.relative_to(site).as_posix().removesuffix("index.html")


def test_a_folder_of_own_pages_that_is_not_there_is_said_with_its_cure(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Acme\ndocs_dir: content/pages\ntheme: {name: material, font: false}\nplugins: [tuneup]\n",
        encoding="utf-8",
    )
    done = run(tmp_path, "generator.cli", "build")
    assert done.returncode == 2
    assert "mkdocs.yml:2:11: there is no folder `content/pages` for your own pages; make it" in done.stderr
    assert "error[site]" not in done.stderr
