"""Runs the hard cases through real files: a case says which messages hold, what its files say, and what follows.

`messages:`, `terms:`, `campaigns:` and `retired:` are those of messaging, a message in short its text alone by id.
`files:` are the materials by name (`write.py` says how each format is described); each is a source called by its
name without ending. `language:` is the playbook's, `competitors:` are their names. `carry:` are the messages that
sources must carry, `sources:` what else is to be said of one.

`verdicts:` gives the verdict of each source, or of each of its messages; `silent` where it says nothing of it.
`findings:` counts what drift is reported, by rule; none where it is left out, `levels:` says how grave those of a rule
are. `says:` are pieces of those findings, `places:` the places of all quotes of a source, `seconds:` their times in a
call, `quotes:` the quotes, `kinds:` how their words differ, `changes:` the same told in words.
`later:` is a second look at another day, with other files, or with the drift in a baseline whose entries count so many
places.
`mended:` are text files as `tuneup drift --fix` leaves them.
"""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import Look, look
from generator.checks import rules
from generator.checks.baseline import entries
from generator.cli.mending import find_mendings
from generator.derive.drift import Evidence
from generator.loading.kept.baseline import baseline_path, baseline_text
from generator.loading.syntax.compose import compose
from generator.model.settings import Settings
from tests.hard.write import content_of

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.yml"))
COMPANY = HERE.parent / "checks" / "_company.yml"
KINDS = {"pptx": "presentation", "pdf": "print", "docx": "talk", "eml": "email", "vtt": "transcript"}
BESIDE = frozenset({"source-kind-missing", "message-unused", "message-untaught", "claim-as-of-old"})
"""Rules of messaging that are not about what stands in a source."""


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path) -> None:
    said = read_case(case)
    settings = playbook(said, tmp_path)
    seen = _look(said, settings)
    later = said.get("later")
    if later is not None:
        if "baseline" in later:
            known = entries(seen.findings)
            assert [entry.count for entry in known] == later["baseline"]
            baseline_path(settings.content[0]).write_text(baseline_text(known), encoding="utf-8")
        _write(later.get("files", {}), settings)
        _look({**said, "findings": {}, **later}, settings, is_later=True)


def _look(said: dict[str, Any], settings: Settings, *, is_later: bool = False) -> Look:
    today = datetime.date.fromisoformat(str(said.get("today", "2026-11-23")))
    now = Settings(settings.root, today, settings.content, language=said.get("language", "en"))
    seen = look(now)
    _compare_cells(said, seen)
    drift = {rule.id for rule in rules().values() if rule.area == "messaging"} - BESIDE
    found = [f for f in seen.findings if f.rule in drift | {"accepted-expired"} and f.accepted is None]
    assert Counter(f.rule for f in found) == Counter(said.get("findings", {})), found
    for rule, level in said.get("levels", {}).items():
        assert {f.level.name.lower() for f in found if f.rule == rule} == {level}, found
    strangers = [f for f in seen.findings if f.area == "content" and f.rule not in {"accepted-expired"}]
    assert not strangers, "the case itself is not well written"
    texts = ["; ".join((f.complaint.message, f.complaint.help, *f.complaint.notes)) for f in found]
    for piece in said.get("says", []):
        assert any(piece in text for text in texts), texts
    if not is_later:
        _compare_mended(said, seen, now)
    return seen


def _compare_cells(said: dict[str, Any], seen: Look) -> None:
    drift = seen.facts.drift
    for source, verdicts in said["verdicts"].items():
        for message, verdict in _by_message(verdicts, said).items():
            cell = drift.cells.get((source, message))
            assert (str(cell.verdict) if cell else "silent") == verdict, (source, message, cell)
    for source, places in said.get("places", {}).items():
        assert [place.words for each in _quotes(seen, source) for place in each.places] == [
            f"content/materials/{place}" if ":" in place.partition(",")[0] else place for place in places
        ]
    for source, seconds in said.get("seconds", {}).items():
        assert [each.where.at for each in _quotes(seen, source)] == seconds
    for source, changes in said.get("changes", {}).items():
        assert [each.changes for each in _quotes(seen, source)] == changes
    for source, quotes in said.get("quotes", {}).items():
        assert [each.quote for each in _quotes(seen, source)] == quotes
    for source, kind in said.get("kinds", {}).items():
        assert {str(each.kind) for each in _quotes(seen, source)} == {kind}


def _quotes(seen: Look, source: str) -> list[Evidence]:
    return [each for each in seen.facts.drift.evidence if each.source == source]


def _by_message(verdicts: str | dict[str, str], said: dict[str, Any]) -> dict[str, str]:
    if isinstance(verdicts, dict):
        return verdicts
    (message,) = (each["id"] for each in _messages(said))
    return {message: verdicts}


def _compare_mended(said: dict[str, Any], seen: Look, settings: Settings) -> None:
    if "mended" not in said:
        return
    mended = {m.file.rpartition("/")[2]: m.data for m in find_mendings(seen, settings, seen.findings)}
    assert mended == {name: content_of(name, text) for name, text in said["mended"].items()}


def playbook(said: dict[str, Any], root: Path) -> Settings:
    content = root / "content"
    (content / "materials").mkdir(parents=True)
    company: dict[str, Any] = read_case(COMPANY) | {"accepted": said.get("accepted", [])}
    messaging = {key: said[key] for key in ("terms", "campaigns", "retired") if key in said}
    sources = [_source(name, said) for name in said["files"]]
    settings = Settings(root, datetime.date(2026, 11, 23), (content,))
    rivals = [{"id": title.lower(), "title": title} for title in said.get("competitors", [])]
    for area, data in (
        ("company", company),
        ("messaging", {"owner": "ingrid", "messages": _messages(said), **messaging}),
        ("sources", {"owner": "ingrid", "sources": sources}),
        *([("differentiation", {"owner": "ingrid", "competitors": rivals})] if rivals else []),
    ):
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (content / f"{area}.yml").write_text(text, encoding="utf-8")
    _write(said["files"], settings)
    return settings


def read_case(path: Path) -> dict[str, Any]:
    node, wrong = compose(path.read_text(encoding="utf-8"), path.name)
    assert node is not None and not wrong
    assert isinstance(node.data, dict)
    return node.data


def _messages(said: dict[str, Any]) -> list[dict[str, Any]]:
    given = said.get("messages", {})
    wholes = {id_: {"text": one} if isinstance(one, str) else one for id_, one in given.items()}
    return [{"id": id_, "title": id_.capitalize(), **one} for id_, one in wholes.items()]


def _source(name: str, said: dict[str, Any]) -> dict[str, Any]:
    id_, _, ending = name.rpartition(".")
    own = {"id": id_, "title": id_.capitalize(), "kind": KINDS.get(ending, "website"), "files": [name]}
    carry = {"must_carry": said["carry"][id_]} if id_ in said.get("carry", {}) else {}
    return {**own, **carry, **said.get("sources", {}).get(id_, {})}


def _write(files: dict[str, Any], settings: Settings) -> None:
    for name, said in files.items():
        (settings.content[0] / "materials" / name).write_bytes(content_of(name, said))
