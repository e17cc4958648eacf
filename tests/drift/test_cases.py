"""Runs every case of `cases/`: messages and terms, the blocks of a source, and what must be found in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.drift.match import Matcher
from generator.drift.result import Match, Report, Spot, TermUse
from generator.drift.wording import State, Term, Wording
from generator.model.block import Block, Kind, Mark, Place, Shown

CASES = sorted(Path(__file__).parent.joinpath("cases").glob("*.yml"))
AS_OF = date(2026, 6, 1)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    matcher = Matcher(
        [_wording(each) for each in case.get("messages", [])], [_term(each) for each in case.get("terms", [])]
    )
    report = matcher.scan([_block(each) for each in case["text"]], as_of=case.get("as_of", AS_OF))
    assert _found(report, case["expect"]) == case["expect"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_a_message_alone_finds_no_other_message_hides(path: Path) -> None:
    """Another may own the place. What an old wording has in common with today's is none of its own."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    wordings = [_wording(each) for each in case.get("messages", [])]
    blocks, as_of = [_block(each) for each in case["text"]], case.get("as_of", AS_OF)
    together = [spot for match in Matcher(wordings).scan(blocks, as_of=as_of).matches for spot in _spots(match)]
    for wording in (each for each in wordings if each.state is not State.RETIRED):
        for match in Matcher([wording]).scan(blocks, as_of=as_of).matches:
            assert any(_meet(one, other) for one in _spots(match) for other in together), match.quote


def _spots(match: Match) -> tuple[Spot, ...]:
    return (*match.spots, *match.also)


def _meet(one: Spot, other: Spot) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


def _wording(entry: dict[str, Any]) -> Wording:
    return Wording(
        id=entry["id"],
        text=entry["text"],
        message=entry.get("message", ""),
        state=State(entry.get("state", "canonical")),
        starts=entry.get("starts"),
        ends=entry.get("ends"),
        may_shorten=entry.get("may_shorten", False),
        replaced_by=entry.get("replaced_by", ""),
    )


def _term(entry: dict[str, Any]) -> Term:
    return Term(entry["use"], tuple(entry.get("not", ())), entry.get("case", "any") == "exact")


def _block(entry: str | dict[str, Any]) -> Block:
    if isinstance(entry, str):
        return Block(entry, (Place(),))
    marks = [
        Mark(start, start + len(words), Kind(kind))
        for kind, words in entry.get("marks", {}).items()
        for start in [entry["text"].index(words)]
    ]
    return Block(
        entry["text"],
        (Place(),),
        element=entry.get("element", ""),
        joins_next=entry.get("joins_next", False),
        shown=Shown(entry.get("shown", "open")),
        marks=tuple(marks),
    )


def _found(report: Report, expected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was found, told with the keys that the case asks for."""
    found = [*map(_told, report.matches), *map(_told_term, report.terms)]
    keys = [expected[min(index, len(expected) - 1)].keys() if expected else each for index, each in enumerate(found)]
    return [{key: each.get(key) for key in wanted} for each, wanted in zip(found, keys, strict=True)]


def _told(match: Match) -> dict[str, Any]:
    return {
        "message": match.wording.id,
        "verdict": match.verdict.value,
        "kind": match.kind.value,
        "quote": match.quote,
        "numbers": [f"{each.said} -> {each.found} ({', '.join(each.what)})" for each in match.numbers],
        "negation": match.negation,
        "hidden": match.hidden,
        "places": len(match.spots) + len(match.also),
        "diff": " ".join(f"{change.step.value}:{change.text}" for change in match.diff),
    }


def _told_term(use: TermUse) -> dict[str, Any]:
    return {"term": use.found, "offer": use.offer, "places": 1 + len(use.also)}
