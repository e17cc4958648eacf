"""A template that cannot be used is a mistake with a place and a cure, wherever it lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.playbook import Playbook
from generator.render.fault import TemplateFaultError
from tests.render.test_render import pages

BROKEN = {
    "utf-16": ("# Wörter\n".encode("utf-16"), ":1: the file is in UTF-16; save the file as UTF-8"),
    "windows": ("# Our\n\nWörter\n".encode("cp1252"), ":3: byte 0xf6 is not UTF-8"),
    "itself": (b'# Ours\n{% include "pages/glossary.md.j2" %}\n', ":2: this template uses itself"),
    "syntax": (b"# Ours\n\n{% if %}\n", ":3: "),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_page_template_is_named_with_its_line(tmp_path: Path, broken: str) -> None:
    data, said = BROKEN[broken]
    _write(tmp_path / "templates/pages/glossary.md.j2", data)
    with pytest.raises(TemplateFaultError) as raised:
        _ = pages(Playbook({}), tmp_path, templates=(tmp_path / "templates",)).pages["glossary.md"]
    assert f"templates/pages/glossary.md.j2{said}" in str(raised.value)


def test_labels_in_another_encoding_are_named(tmp_path: Path) -> None:
    _write(tmp_path / "templates/labels/en.yml", "section: {say: Sagt}\n".encode("utf-16"))
    with pytest.raises(TemplateFaultError, match=r"labels/en\.yml:1: the file is in UTF-16; save the file as UTF-8"):
        pages(Playbook({}), tmp_path, templates=(tmp_path / "templates",))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
