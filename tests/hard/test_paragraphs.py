"""Runs paragraphs of companies in several trades, each as a page of its own: which messages it carries, and how.

`messages:`, `retired:` and `campaigns:` as in the hard cases. `says:` are the paragraphs; `is:` gives the verdict on
each message that one speaks of, `retired` by the retired wording's id. What `is:` leaves out must not be found.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import pytest

from generator.build import look
from tests.hard.test_hard import playbook, read_case

COMPANIES = sorted((Path(__file__).parent / "paragraphs").glob("*.yml"))


@pytest.mark.parametrize("company", COMPANIES, ids=lambda path: path.stem)
def test_company(company: Path, tmp_path: Path) -> None:
    said = read_case(company)
    files = dict(_file(number, each["text"]) for number, each in enumerate(said["says"], 1))
    seen = look(playbook({**said, "files": files}, tmp_path))
    assert not [each for each in seen.findings if each.area == "content"], "the case itself is not well written"
    found: dict[str, dict[str, str]] = {name.partition(".")[0]: {} for name in files}
    for evidence in seen.facts.drift.evidence:
        found[evidence.source].setdefault(evidence.subject, str(evidence.verdict))
    told = {each["text"]: got for each, got in zip(said["says"], found.values(), strict=True)}
    assert told == {each["text"]: each["is"] for each in said["says"]}


def _file(number: int, text: str) -> tuple[str, Any]:
    """Every second one is a web page."""
    if number % 2 or "\n- " in text:
        return f"p{number}.md", text
    return f"p{number}.html", "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
