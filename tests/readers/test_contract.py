"""What every reader must be, so that a file added to the folder is one."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import generator.readers
from generator.model.block import SourceText
from generator.readers import NOT_FORMATS, lacking, read, read_bytes, readers, suffixes
from generator.readers.reading.guard import Unreadable

MODULES = sorted({module.name for module in iter_modules(generator.readers.__path__)} - NOT_FORMATS)
HEAVY = ("lxml", "pypdfium2", "markdown_it", "httpx", "pptx", "docx")


@pytest.mark.parametrize("name", MODULES)
def test_a_reader_says_its_suffixes_and_what_it_is(name: str) -> None:
    module = import_module(f"generator.readers.{name}")
    assert not lacking(module), f"generator/readers/{name}.py lacks {lacking(module)}"
    assert module.SUFFIXES and all(one.startswith(".") and one == one.lower() for one in module.SUFFIXES)
    assert isinstance(module.SIGNATURE, bytes)
    assert (module.__doc__ or "").splitlines()[0].endswith(".")


def test_a_file_that_is_no_reader_yet_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odt.py").write_text('"""Reads ODT."""\n\nSIGNATURE = b""\n', encoding="utf-8")
    monkeypatch.setattr(generator.readers, "__path__", [*generator.readers.__path__, str(tmp_path)])
    readers.cache_clear()
    try:
        with pytest.raises(TypeError, match=r"readers/odt\.py is no reader yet: it has no SUFFIXES, no read \(see"):
            readers()
    finally:
        readers.cache_clear()
        sys.modules.pop("generator.readers.odt", None)


def test_no_two_readers_claim_a_suffix() -> None:
    claimed = [one for name in MODULES for one in import_module(f"generator.readers.{name}").SUFFIXES]
    assert sorted(claimed) == list(suffixes())


def test_the_formats_of_the_design_are_read() -> None:
    wanted = {".md", ".txt", ".html", ".pptx", ".docx", ".pdf", ".eml", ".vtt", ".srt", ".json"}
    assert wanted <= set(suffixes())


@pytest.mark.parametrize("suffix", suffixes())
@pytest.mark.parametrize(
    "data", [b"", b"   \n", b"\x00\x01\x02\x03" * 50, b"\xef\xbb\xbf", b"\x89PNG\r\n\x1a\n" + b"x" * 99]
)
def test_nothing_readable_is_told_with_its_cause(suffix: str, data: bytes) -> None:
    source = read_bytes(data, f"file{suffix}")
    assert source.problem and source.blocks == ()
    assert source.problem == source.problem[0].lower() + source.problem[1:] and not source.problem.endswith(".")


@pytest.mark.parametrize("suffix", suffixes())
def test_a_reader_itself_raises_only_unreadable(suffix: str) -> None:
    for data in (b"x", b"PK\x03\x04", b"%PDF-1.4\n", b"<", b"{", b"\xff\xfe\x00"):
        try:
            found = readers()[suffix].read(data, f"file{suffix}")
        except Unreadable:
            continue
        assert isinstance(found, SourceText)


def test_an_unknown_suffix_names_the_known_ones() -> None:
    problem = read_bytes(b"x", "film.mov").problem
    assert problem.startswith("no reader for `.mov`") and ".pptx" in problem


def test_finding_the_readers_loads_no_library() -> None:
    code = (
        "import sys; from generator.readers import read_bytes, suffixes; suffixes(); read_bytes(b'Half.', 'a.txt');"
        f"print([one for one in {HEAVY!r} if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_same_bytes_give_the_same_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"# Half\n\nthe time\n")
    assert read(path, "a.md") == read_bytes(path.read_bytes(), "a.md") == read(path, "a.md", root=tmp_path)
