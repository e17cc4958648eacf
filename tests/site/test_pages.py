"""The built example: whole, linked, independent of other hosts, the same every time."""

from __future__ import annotations

import filecmp
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from generator import loading
from generator.derive.audiences.audience import seen_by
from generator.loading import load
from generator.model.shape import texts
from tests.conftest import ROOT
from tests.site.conftest import make

OWN = "https://site.test/"
FOR_CHECKS = {"holds_while"}
"""Said to the checks alone: what a quiz found when it was written, which its record shows."""


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted(site.rglob("*.html")):
        address = OWN + path.relative_to(site).as_posix().removesuffix("index.html")
        yield address, html.document_fromstring(path.read_bytes())


def test_every_internal_link_and_anchor_leads_somewhere(site: Path) -> None:
    ids = {address: set(tree.xpath("//@id")) for address, tree in pages(site)}
    lost = []
    for address, tree in pages(site):
        if address.endswith("404.html"):
            continue
        for href in tree.xpath("//a/@href"):
            target = urlsplit(urljoin(address, href))
            if target.netloc != "site.test":
                continue
            page = OWN + unquote(target.path).lstrip("/")
            anchored = page in ids and (not target.fragment or unquote(target.fragment) in ids[page])
            if not anchored and not (site / unquote(target.path).lstrip("/")).is_file():
                lost.append((address, href))
    assert not lost


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    asked = []
    for address, tree in pages(site):
        loaded = tree.xpath("//link[not(@rel='canonical')]/@href | //@src | //@srcset | //@poster | //object/@data")
        asked += [(address, found) for found in loaded if urlsplit(found).netloc and not found.startswith(OWN)]
    for path in [*site.rglob("*.css"), *site.rglob("tuneup.mjs")]:
        asked += [(path.name, url) for url in re.findall(r"url\([\"']?(https?:|//)", path.read_text(encoding="utf-8"))]
    assert not asked


def test_every_filled_text_of_the_example_is_shown(site: Path) -> None:
    """Word by word, folded: a template that forgets a field would lose it."""
    settings = loading.settings(ROOT, loading.read_options(ROOT))
    playbook = seen_by(load(settings).playbook, settings.audience)
    shown = " ".join(_words(tree) for _, tree in pages(site))
    lost = []
    for entry in playbook.entries.values():
        for path, _, text in texts(entry):
            if path[-1] in FOR_CHECKS:
                continue
            lost += [(entry.id, path, piece) for piece in _pieces(text) if piece not in shown]
    assert not lost


def test_the_search_holds_what_was_written_and_no_furniture(site: Path) -> None:
    found = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    said = [entry["text"] for entry in found]
    assert any("Marte Lindvik" in text for text in said), "who sells is found where it was written"
    assert [text for text in said if "Next review in" in text or ">Copy<" in text] == []
    assert "What serves it" in (site / "where/index.html").read_text(encoding="utf-8")
    assert not any("What serves it" in text for text in said), "a list of what points to a record"


def test_two_builds_have_the_same_bytes(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    one, two = make(tmp_path / "one"), make(tmp_path / "two")
    names = sorted(path.relative_to(one).as_posix() for path in one.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(two).as_posix() for path in two.rglob("*") if path.is_file())
    different = filecmp.cmpfiles(one, two, [name for name in names if not name.endswith(".gz")], shallow=False)
    assert not different[1] and not different[2]


def _words(tree: html.HtmlElement) -> str:
    return _folded(" ".join(tree.xpath("//main//text()")))


def _folded(text: str) -> str:
    """Letters and digits alone: how a text is marked up and broken does not matter."""
    return re.sub(r"[\W_]+", "", text).lower()


def _pieces(text: str) -> list[str]:
    """The stretches of a text between links and quotes, which show something else than what is written."""
    text = re.sub(r"(?m)^\s*\d+[.)]\s", "", text)
    return [folded for piece in re.split(r"\[\[.*?\]\]|\]\([^)]*\)|<[^>]*>", text) if (folded := _folded(piece))]


def test_the_matrix_of_competitors_tells_only_of_what_it_shows(site: Path) -> None:
    page = (site / "say/why-us/index.html").read_text(encoding="utf-8")
    told = page.partition('id="against-whom"')[2].partition("<table")[0]
    shown = page.partition('id="against-whom"')[2].partition("</table>")[0]
    assert "tu-state--in-tune" in shown and "tu-state--failing" not in shown, "a ring with a tick, and no filled sign"
    assert "filled" not in told and "looked at them" in told and "checked" in shown
