"""Measures in a real browser how long an edit of the example takes to show in `tuneup serve`."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
AIM = 1.0
"""Seconds from saving a file to the new page on the screen."""
REST = 4.0
"""Seconds between edits, in which the other pages are made."""


def main() -> None:
    """Prints the seconds of each kind of edit, and whether all are within the aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8765)
    port = parser.parse_args().port
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for part in ("content", "templates"):
            shutil.copytree(ROOT / part, root / part)
        shutil.copy(ROOT / "mkdocs.yml", root)
        server = subprocess.Popen(
            [sys.executable, "-m", "generator.cli", "serve", "--port", str(port), "--root", str(root)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert server.stdout is not None
            while "Open " not in server.stdout.readline():
                assert server.poll() is None, "the preview has ended"
            slowest = _measure(root, f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()
            server.wait()
    print(f"slowest {slowest:.2f} s, aim {AIM:.2f} s: {'met' if slowest <= AIM else 'MISSED'}")


def _measure(root: Path, address: str) -> float:
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        return max(_timed(page, root, f"{address}{where}", *edit) for where, *edit in EDITS)


def _timed(
    page: Page, root: Path, address: str, name: str, file: str, change: Callable[[str], str], word: str
) -> float:
    page.goto(address)
    time.sleep(REST)
    path = root / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    begun = time.monotonic()
    path.write_text(change(text), encoding="utf-8")
    page.wait_for_function("word => document.documentElement.outerHTML.includes(word)", arg=word, timeout=60_000)
    took = time.monotonic() - begun
    print(f"{took:5.2f} s  {name}", flush=True)
    return took


def _first(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def _end(more: str) -> Callable[[str], str]:
    return lambda text: f"{text}\n{more}\n"


EDITS: list[tuple[str, str, str, Callable[[str], str], str]] = [
    ("where/", "an objective", "content/objectives.yml", _first("statement: ", "statement: Zebra "), "Zebra"),
    (
        "glossary/",
        "a term, on every page",
        "content/glossary.yml",
        _first("definition: ", "definition: Ibex, "),
        "Ibex",
    ),
    ("glossary/", "a template", "templates/pages/glossary.md.j2", _end("Ocelot"), "Ocelot"),
    ("own/", "a new page", "content/pages/own.md", _end("# Own\n\nOkapi"), "Okapi"),
    ("own/", "a page", "content/pages/own.md", _end("Narwhal"), "Narwhal"),
    (
        "glossary/",
        "the theme's frame",
        "templates/overrides/main.html",
        _first("{% block extrahead %}", "{% block extrahead %}<!-- Lynx -->"),
        "Lynx",
    ),
    ("glossary/", "a mistake", "content/glossary.yml", _first("definition: ", "defnition: "), "tuneup-faults"),
    ("glossary/", "its mending", "content/glossary.yml", _first("defnition: ", "definition: Gnu, "), "Gnu"),
]


if __name__ == "__main__":
    main()
