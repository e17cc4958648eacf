"""Reads folders of labelled messaging cases and scores what was found in them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import yaml

from generator.drift.match import Matcher
from generator.drift.result import Kind, Match
from generator.drift.tuning import DEFAULT, Tuning
from generator.drift.wording import State, Term, Wording
from generator.model.block import SourceText
from generator.readers import read

SPANNED = ("altered", "number", "retired")
VERDICTS = (*SPANNED, "carried")
AS_OF = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Label:
    """What a person found in a source: a verdict on a message, and where it applies the span."""

    source: str
    message: str
    verdict: str
    span: str


@dataclass(frozen=True, slots=True)
class Case:
    """One folder: messages, sources as read, labels."""

    name: str
    wordings: tuple[Wording, ...]
    terms: tuple[Term, ...]
    sources: tuple[SourceText, ...]
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Score:
    """Counts by verdict: right, wrongly found, missed; and each error in words."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))
    wrong: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))
    missed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Take in the counts of another case."""
        for mine, theirs in ((self.right, other.right), (self.wrong, other.wrong), (self.missed, other.missed)):
            for verdict, count in theirs.items():
                mine[verdict] += count
        self.errors += other.errors

    def figures(self, verdict: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a verdict."""
        right, wrong, missed = self.right[verdict], self.wrong[verdict], self.missed[verdict]
        precision = right / (right + wrong) if right + wrong else 0.0
        recall = right / (right + missed) if right + missed else 0.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0

    def macro(self) -> float:
        """Mean F1 of altered, number and retired."""
        return sum(self.figures(verdict)[2] for verdict in SPANNED) / len(SPANNED)


def load_cases(root: Path) -> list[Case]:
    """All cases below `root`, every source read."""
    return [_load_case(path.parent) for path in sorted(root.glob("*/expected.json"))]


def _load_case(folder: Path) -> Case:
    data = yaml.safe_load(folder.joinpath("messages.yml").read_text(encoding="utf-8"))
    messages, terms = (data, []) if isinstance(data, list) else (data["messages"], data.get("terms", []))
    files = sorted(path for path in folder.joinpath("sources").rglob("*") if path.is_file())
    return Case(
        name=folder.name,
        wordings=tuple(_wording(entry) for entry in messages),
        terms=tuple(Term(entry["preferred"], tuple(entry["avoid"])) for entry in terms or []),
        sources=tuple(read(path, path.relative_to(folder).as_posix()) for path in files),
        labels=tuple(_label(entry) for entry in json.loads(folder.joinpath("expected.json").read_text("utf-8"))),
    )


def _wording(entry: dict[str, str]) -> Wording:
    state = State.RETIRED if entry["status"] == "retired" else State.CANONICAL
    return Wording(entry["id"], entry["text"], state=state, replaced_by=entry.get("replaced_by", ""))


def _label(entry: dict[str, str]) -> Label:
    verdict = "carried" if entry["verdict"] == "verbatim" else entry["verdict"]
    return Label(entry["source"], entry["message"], verdict, entry.get("span", ""))


def findings(case: Case, tuning: Tuning = DEFAULT) -> list[Label]:
    """What the matcher finds in the sources of a case. A change of marks alone is a note and counts as carried."""
    matcher = Matcher(case.wordings, case.terms, tuning=tuning)
    return [
        Label(source.path, match.wording.id, _verdict(match), match.quote)
        for source in case.sources
        for match in matcher.scan(source.blocks, as_of=AS_OF).matches
    ]


def _verdict(match: Match) -> str:
    formatting = match.verdict == "altered" and match.kind is Kind.FORMATTING
    return "carried" if formatting else match.verdict.value


def score(case: Case, found: Iterable[Label]) -> Score:
    """Right is what has a label's source, message and verdict, and for drift overlaps its span."""
    result = Score()
    hit: set[Label] = set()
    seen: set[tuple[str, ...]] = set()
    for finding in found:
        labels = [each for each in case.labels if (each.source, each.message) == (finding.source, finding.message)]
        right = [each for each in labels if each.verdict == finding.verdict and _same_span(each, finding)]
        key = (finding.source, finding.message, finding.verdict, _flat(finding.span)[:80])
        hit.update(right)
        if not right and key not in seen and not _ignored(labels, finding):
            result.wrong[finding.verdict] += 1
            result.errors.append(_told("not expected", case, finding))
            seen.add(key)
    for label in case.labels:
        if label.verdict in VERDICTS:
            (result.right if label in hit else result.missed)[label.verdict] += 1
            if label not in hit:
                result.errors.append(_told("missed", case, label))
    return result


def _ignored(labels: list[Label], finding: Label) -> bool:
    unsure = [each for each in labels if each.verdict == "ambiguous"]
    return any(not each.span or (finding.verdict != "carried" and _overlap(each.span, finding.span)) for each in unsure)


def _same_span(label: Label, finding: Label) -> bool:
    return label.verdict == "carried" or _overlap(label.span, finding.span)


def _overlap(label: str, found: str) -> bool:
    """Half of the label's characters are in the finding, which is no longer than four labels or 600 characters."""
    wanted, got = _flat(label), _flat(found)
    if not wanted or not got:
        return False
    blocks = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks if block.size >= 3)
    if wanted in got or got in wanted:
        shared = min(len(wanted), len(got))
    return shared >= 0.5 * len(wanted) and len(got) <= max(600, 4 * len(wanted))


def _flat(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower().replace("™", "").replace("tm)", ")")
    return re.sub(r"[^a-z0-9%+]", "", folded)


def _told(what: str, case: Case, label: Label) -> str:
    span = " ".join(label.span.split())
    return f"{what}: {case.name} {label.source} {label.message} {label.verdict} | {span[:110]}"
