"""Measures whole piles of files: 10,000 documents cold, warm and after one edit, and pages a second by format."""

from __future__ import annotations

import datetime
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from random import Random

import yaml
from docx import Document
from drift_mutations import choose
from drift_prose import sentences, two_piles
from pptx import Presentation
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from generator.build import look
from generator.model.settings import Settings
from generator.readers import read_bytes

TODAY = datetime.date(2026, 11, 23)
MESSAGES = 20
PARAGRAPHS_EACH = 12
SLIDES, PAGES, PARAGRAPHS = 60, 60, 600
TEXT = (
    "the of and to for with our your cold chain truck pallet fridge sensor alarm driver pharmacy auditor report night "
    "morning degree vaccine route dock patient delivers watches proves answers keeps every one late early safe whole"
)
WORDS = TEXT.split()


@dataclass(frozen=True)
class Look:
    """One look at a playbook in a process of its own: seconds by the clock and of work, and megabytes at most."""

    clock: float
    work: float
    peak: float
    findings: int

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.work:.1f} s of one core), {self.peak:.0f} MB, {self.findings} findings"


def measure_documents(count: int) -> None:
    """Print what a check of so many documents takes: nothing known, everything known, all but one known."""
    root = Path(tempfile.mkdtemp())
    try:
        _playbook(root, count)
        print(f"{count:,} documents, {MESSAGES} messages; {machine()}")
        cold = _apart(root)
        print(f"  cold: {cold}; {count / cold.clock:,.0f} documents a second")
        print(f"  warm: {_apart(root)}")
        with (root / "content" / "materials" / "00000.md").open("a", encoding="utf-8") as stream:
            stream.write("One more sentence.\n")
        print(f"  after one edit: {_apart(root)}")
    finally:
        shutil.rmtree(root)


def measure_formats() -> None:
    """Print slides, pages and paragraphs that are read a second, on one core."""
    print(f"reading by format; {machine()}")
    for name, unit, count, data in (
        ("pptx", "slides", SLIDES, _deck()),
        ("docx", "paragraphs", PARAGRAPHS, _document()),
        ("pdf", "pages", PAGES, _brochure()),
        ("html", "paragraphs", PARAGRAPHS, _text("<p>{}</p>")),
        ("md", "paragraphs", PARAGRAPHS, _text("{}\n")),
    ):
        seconds = min(_seconds(lambda n=name, d=data: read_bytes(d, f"pile.{n}")) for _ in range(3))
        print(f"  {name}: {count / seconds:,.0f} {unit} a second, {len(data) / seconds / 1e6:.1f} MB/s of file")


def machine() -> str:
    """What else the machine was doing, without which a time says little."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores{load}"


def peak_megabytes() -> float:
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _apart(root: Path) -> Look:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_look, root).result()


def _look(root: Path) -> Look:
    clock, work = time.perf_counter(), _work()
    seen = look(Settings(root, TODAY, (root / "content",)), only=frozenset({"messaging"}))
    return Look(time.perf_counter() - clock, _work() - work, peak_megabytes(), len(seen.findings))


def _work() -> float:
    """Seconds of this process and of those that it started."""
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _playbook(root: Path, count: int) -> None:
    random = Random(7)
    materials = root / "content" / "materials"
    materials.mkdir(parents=True)
    pile, carriers = two_piles()
    chosen = choose(sentences(pile), MESSAGES, random)
    messages = [{"id": f"m{n:02}", "title": f"M {n}", "text": text} for n, text in enumerate(chosen[:MESSAGES])]
    areas = {
        "company": {"name": "Pile", "people": [{"id": "ingrid", "name": "Ingrid", "job": "marketing"}]},
        "messaging": {"owner": "ingrid", "messages": messages},
        "sources": {
            "owner": "ingrid",
            "sources": [{"id": "pile", "title": "Pile", "kind": "website", "files": ["*.md"]}],
        },
    }
    for name, data in areas.items():
        (root / "content" / f"{name}.yml").write_text(yaml.safe_dump(data), encoding="utf-8")
    for number in range(count):
        paragraphs = random.sample(carriers, PARAGRAPHS_EACH)
        paragraphs[3] = messages[number % MESSAGES]["text"]
        paragraphs.append(f"Number {number}.")
        (materials / f"{number:05}.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def _sentence(random: Random, words: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(words)).capitalize() + "."


def _deck() -> bytes:
    made, random = Presentation(), Random(7)
    for _ in range(SLIDES):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = _sentence(random, 6)
        slide.placeholders[1].text = "\n".join(_sentence(random, 10) for _ in range(5))
    return _saved(made.save)


def _document() -> bytes:
    made, random = Document(), Random(7)
    for _ in range(PARAGRAPHS):
        made.add_paragraph(_sentence(random, 40))
    return _saved(made.save)


def _brochure() -> bytes:
    random = Random(7)
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for _ in range(PAGES):
        for line in range(40):
            canvas.drawString(72, 780 - 16 * line, _sentence(random, 11))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _text(paragraph: str) -> bytes:
    random = Random(7)
    return "\n".join(paragraph.format(_sentence(random, 40)) for _ in range(PARAGRAPHS)).encode()


def _saved(save: Callable[[BytesIO], object]) -> bytes:
    out = BytesIO()
    save(out)
    return out.getvalue()
