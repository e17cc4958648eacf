"""Real files with bytes changed, cut and doubled: no reader fails in a way it does not foresee, or takes long."""

from __future__ import annotations

import time
from functools import cache

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.block import locate
from generator.readers import readers
from generator.readers.reading.guard import Unreadable, check_content
from tests.readers.materials import deck, document, lines, parts_of, pdf, slide, text_box, zipped
from tests.readers.test_cases import CASES
from tests.readers.test_pdfs import with_notes

SECONDS = 2.0
CHANGES = st.lists(
    st.tuples(st.sampled_from(["set", "cut", "double", "insert"]), st.floats(0, 1), st.binary(min_size=1, max_size=8)),
    min_size=1,
    max_size=12,
)


@cache
def originals(suffix: str) -> tuple[bytes, ...]:
    """Real files of a format."""
    if suffix == ".pptx":
        return (deck(lambda made: text_box(slide(made, "Half", "the time"), "Twice", "the joy")),)
    if suffix == ".docx":
        return (document(lambda made: (made.add_heading("Half", 1), made.add_paragraph("x"), made.add_table(2, 2))),)
    if suffix == ".pdf":
        return (
            pdf(lines("Half the time", "twice the joy"), title="Half"),
            pdf(lines("x"), lines("y"), pageCompression=0),
            with_notes(),
        )
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES]
    return tuple(case["says"].encode() for case in cases if case["file"].endswith(suffix))


def mutated(data: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    """The same with changes, each at a place given as a share of the length."""
    for what, where, some in changes:
        at = int(where * len(data))
        if what == "set":
            data = data[:at] + some + data[at + len(some) :]
        elif what == "cut":
            data = data[:at] + data[at + 50 * len(some) :]
        elif what == "double":
            data = data[:at] + data[at : at + 200] * (some[0] % 20) + data[at:]
        else:
            data = data[:at] + some + data[at:]
    return data


def survive(suffix: str, data: bytes) -> None:
    """Straight to the reader, so that nothing catches what it did not foresee."""
    start = time.process_time()
    reader = readers()[suffix]
    try:
        check_content(data, suffix, reader.SIGNATURE)
        source = reader.read(data, f"file{suffix}")
    except Unreadable as cause:
        assert str(cause)
    else:
        for block in source.blocks:
            assert sum(span.length for span in block.spans) == len(block.text)
            locate(source, block, len(block.text) - 1)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    "suffix", [".md", ".html", ".txt", ".rst", ".eml", ".vtt", ".srt", ".json", ".pptx", ".docx", ".pdf"]
)
def test_changed_bytes(suffix: str) -> None:
    @settings(max_examples=120)
    @given(st.integers(0, 1000), CHANGES)
    def run(number: int, changes: list[tuple[str, float, bytes]]) -> None:
        files = originals(suffix)
        survive(suffix, mutated(files[number % len(files)], changes))

    run()


@pytest.mark.parametrize("suffix", [".pptx", ".docx"])
def test_changed_parts(suffix: str) -> None:
    """Changes inside a part, so that the ZIP is whole and the reader of the part is tried."""

    @settings(max_examples=120)
    @given(st.integers(0, 1000), CHANGES)
    def run(number: int, changes: list[tuple[str, float, bytes]]) -> None:
        parts = parts_of(originals(suffix)[0])
        names = [name for name in parts if name.endswith((".xml", ".rels")) and "theme" not in name]
        chosen = names[number % len(names)]
        survive(suffix, zipped({**parts, chosen: mutated(parts[chosen], changes)}))

    run()


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt", ".rst", ".eml", ".vtt", ".srt", ".json"])
def test_any_text(suffix: str) -> None:
    signs = st.text(st.sampled_from("<>/!-=\"'&;#*_`[]()|~\\:.{}%+ \t\r\n\x0cabé🚀0123"), max_size=400)

    @settings(max_examples=150)
    @given(signs)
    def run(text: str) -> None:
        head = {".eml": "Subject: x\n", ".vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}.get(suffix, "")
        survive(suffix, (head + text).encode())

    run()
