"""`tuneup render` writes a folder from which another host builds the same pages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from generator import loading
from generator.build import site as site_of
from generator.mkdocs_plugin.plain import write_plain
from tests.conftest import ROOT

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def test_properdocs_builds_the_same_pages_from_the_plain_folder(site: Path, tmp_path: Path) -> None:
    settings = loading.settings(ROOT, loading.read_options(ROOT))
    count = write_plain(site_of(settings)[1], settings, tmp_path / "plain", stands_still=True)
    config = tmp_path / "plain" / "mkdocs.yml"
    assert "- tuneup" not in config.read_text(encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "-q",
        "--strict",
        "-f",
        str(config),
        "-d",
        str(tmp_path / "site"),
    ]
    subprocess.run(command, check=True, capture_output=True, env={"PATH": "", **QUIET}, timeout=200)
    ours, theirs = _pages(site), _pages(tmp_path / "site")
    assert len(ours) > count and ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def _pages(site: Path) -> dict[str, str]:
    """Every page without the line that names the generator, white space between tags folded."""
    return {
        path.relative_to(site).as_posix(): _folded(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")
    }


def _folded(text: str) -> str:
    text = re.sub(r"<meta name=\"generator\"[^>]*>|<!--.*?-->", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", text)
