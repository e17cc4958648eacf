"""Each case is a file as people write it, and its blocks: `place | element, who sees it, whether it runs on | text`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.model.block import Block, Shown, SourceText, locate
from generator.readers import read_bytes

CASES = sorted((Path(__file__).parent / "cases").rglob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    source = read_bytes(case["says"].encode(case.get("encoding", "utf-8")), case["file"])
    assert source.problem == case.get("problem", "")
    assert [line_of(source, block) for block in source.blocks] == case.get("blocks", [])
    marked = [f"{mark.kind} {block.text[mark.start : mark.end]}" for block in source.blocks for mark in block.marks]
    assert marked == case.get("marks", marked)


def line_of(source: SourceText, block: Block) -> str:
    """A block as a case writes it."""
    about = [block.element, *([block.shown.value] if block.shown is not Shown.OPEN else [])]
    about += ["runs on"] * block.joins_next
    return f"{locate(source, block, 0)} | {', '.join(about)} | {block.text.replace(chr(10), '⏎')}"
