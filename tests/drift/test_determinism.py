"""The same input gives the same bytes: whatever the order of messages and blocks, and whatever the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from generator.drift.match import Matcher
from generator.drift.wording import State, Term, Wording
from generator.model.block import Block, Place

TODAY = date(2026, 6, 1)
WORDINGS = [
    Wording("ramp", "Northwind cuts ramp time by up to 40 % in one quarter"),
    Wording(
        "ramp-2024", "Northwind cuts ramp time by up to 30 % in one quarter", state=State.RETIRED, replaced_by="ramp"
    ),
    Wording("name", "The playbook that tunes itself for every seller"),
    Wording("pitch", "Northwind is the playbook that tunes itself, trusted by more than 800 sales teams"),
]
TERMS = [Term("prospect", ("lead", "suspect")), Term("NorthWind", (), exact_case=True)]
TEXTS = [
    "Northwind cuts ramp time by 30 % in one quarter.",
    "Our leads love the playbook which tunes itself for every seller.",
    "In one quarter, Northwind cuts ramp time by up to 40 %, says a lead.",
    "Northwind is the playbook that tunes itself, trusted by over 900 teams.",
    "Something else entirely stands here, about the weather and a suspect cloud.",
]


def _result(wordings: list[Wording], terms: list[Term], texts: list[str]) -> list[str]:
    report = Matcher(wordings, terms).scan([Block(text, (Place(),)) for text in texts], as_of=TODAY)
    return [repr(each) for each in (*report.matches, *report.terms)]


def test_the_order_of_messages_and_terms_does_not_matter() -> None:
    expected = _result(WORDINGS, TERMS, TEXTS)
    assert len(expected) >= 7
    assert _result(WORDINGS[::-1], TERMS[::-1], TEXTS) == expected
    assert _result([*WORDINGS[2:], *WORDINGS[:2]], TERMS, TEXTS) == expected


def test_the_order_of_blocks_only_moves_matches() -> None:
    def quotes(texts: list[str]) -> list[tuple[str, str, str]]:
        report = Matcher(WORDINGS).scan([Block(text, (Place(),)) for text in texts], as_of=TODAY)
        return sorted((each.wording.id, each.verdict, each.quote) for each in report.matches)

    assert quotes(TEXTS) == quotes(TEXTS[::-1]) == quotes([*TEXTS[3:], *TEXTS[:3]])


def test_the_hash_seed_does_not_matter() -> None:
    code = "import test_determinism as t; print('\\n'.join(t._result(t.WORDINGS, t.TERMS, t.TEXTS)))"
    root = Path(__file__).parents[2]
    path = os.pathsep.join((str(root), str(Path(__file__).parent)))
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    assert b"ramp-2024" in outputs.pop()
