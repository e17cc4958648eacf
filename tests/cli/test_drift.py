"""`tuneup drift` on the example: the same bytes each time, nothing written but the cache, nothing loaded early."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.derive.drift import Verdict
from tests import verbs
from tests.conftest import ROOT
from tests.reports.test_machines import valid_sarif

HEAVY = ("numpy", "rapidfuzz", "lxml", "pptx", "docx", "pypdfium2", "markdown_it", "httpx")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def _tuneup(folder: Path, *words: str, seed: str = "0") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", *words, "--root", str(folder), "--as-of", "2026-11-23"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_verdict_is_there_and_the_same_bytes_come_out(example: Path) -> None:
    cold = _tuneup(example, "drift", "--report", "json", seed="1")
    warm = _tuneup(example, "drift", "--report", "json", seed="2")
    shutil.rmtree(example / ".cache")
    many = _tuneup(example, "drift", "--report", "json", "--jobs", "2", seed="3")
    assert cold == warm == many
    assert valid_sarif(_tuneup(example, "drift", "--report", "sarif"))["results"]
    data = json.loads(cold)
    verdicts = Counter(cell["verdict"] for cell in data["drift"])
    assert set(verdicts) == {str(verdict) for verdict in Verdict}, "the example shows every verdict"
    rules = {finding["rule"] for finding in data["findings"]}
    assert rules >= {"sources-contradict", "source-stale", "source-capture-old", "retired-term"}
    assert len(data["drift"]) == len({(cell["source"], cell["message"]) for cell in data["drift"]})
    assert not [f for f in data["findings"] if f["level"] == "error" and not f["accepted"]]


def test_only_the_cache_is_written_and_not_even_that_where_it_must_not_be(example: Path) -> None:
    before = _tree(example)
    (example / ".cache").write_text("a file where the cache would be", encoding="utf-8")
    first = _tuneup(example, "check", "messaging", "--report", "concise")
    (example / ".cache").unlink()
    assert _tree(example) == before
    assert _tuneup(example, "check", "messaging", "--report", "concise") == first
    assert {path.split("/")[0] for path in _tree(example).keys() - before.keys()} == {".cache"}


def test_an_edit_is_seen_and_old_entries_leave_the_cache(example: Path) -> None:
    _tuneup(example, "drift")
    entries = _texts_kept(example)
    page = example / "content" / "materials" / "site" / "track.html"
    page.write_text(page.read_text(encoding="utf-8").replace("9 minutes", "9 hours"), encoding="utf-8")
    done = verbs.run(["drift", "site-track", "--as-of", "2026-11-23"], example, os.environ)
    assert done.returncode == 1 and 'says "9 hours" instead of "9 minutes"' in done.stdout
    assert _texts_kept(example) == entries


def _texts_kept(root: Path) -> int:
    with closing(sqlite3.connect(root / ".cache" / "tuneup" / "texts.db")) as kept:
        (entries,) = kept.execute("SELECT count(*) FROM kept").fetchone()
    return int(entries)


def test_checking_an_area_without_sources_loads_no_reader_and_no_matcher(example: Path) -> None:
    code = (
        "import sys; from generator.cli import tuneup;"
        f"tuneup(['check', 'rap', '--root', {str(example)!r}, '--fail-on', 'never'], standalone_mode=False);"
        f"sys.exit(str([name for name in {HEAVY!r} if name in sys.modules] or ''))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "", done.stderr


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_what_was_said_in_a_call_is_told_with_time_and_speaker(example: Path) -> None:
    said = _tuneup(example, "drift", "call-2026-11-12")
    assert (
        "said in call-2026-11-12:\n  ✓ 0:01:05 Noor  msg-food-pain\n  ▲ 0:01:48 Noor  ret-fifteen-minutes, retired"
        in said
    )
    assert "asked for in scripts, not said: " in said and "call-2026-11-17" not in said
    assert "said in" not in _tuneup(example, "drift", "site-track")


def test_a_page_that_is_a_picture_is_told_and_the_rest_is_read(example: Path) -> None:
    out = BytesIO()
    made = Canvas(out)
    made.drawString(72, 700, "Cold, and you can prove it.")
    made.showPage()
    made.drawImage(ImageReader(Image.new("RGB", (9, 9))), 0, 0, 500, 700)
    made.save()
    (example / "content" / "materials" / "print" / "scan.pdf").write_bytes(out.getvalue())
    source = "\n  - {id: scan, title: Scan, kind: print, owner: femke, files: [print/scan.pdf]}\n"
    with (example / "content" / "sources.yml").open("a", encoding="utf-8") as sources:
        sources.write(source)
    told = _tuneup(example, "drift", "scan", "--report", "concise")
    what = "source `scan`: `content/materials/print/scan.pdf` was not read in full: page 2 is a picture without text"
    assert f"note[source-unreadable] {what}" in told


def test_a_source_by_itself_is_not_fine_while_a_message_is_read_amiss(example: Path) -> None:
    house = example / "content" / "messaging" / "1-house.yml"
    house.write_text(house.read_text(encoding="utf-8").replace("    title: Tagline\n", ""), encoding="utf-8")
    with pytest.raises(AssertionError, match="a message needs `title`"):
        _tuneup(example, "drift", "deck-corporate", "--report", "concise")
