"""One thing that a source says wrongly or not at all: the finding, its proof, and what to write instead."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.areas.sources import Source
from generator.derive.drift import Cell, Contradiction, Drift, Evidence, Nearest, TermEvidence, Verdict, Where
from generator.drift.result import Kind, Step
from generator.finding import Acceptance, Finding, Level
from generator.render.book import Book

TERM = "term"
"""The verdict on a word, beside those on messages."""
RULES = {
    Verdict.RETIRED: "retired-message",
    Verdict.NUMBER: "number-drift",
    Verdict.EXPIRED: "message-out-of-season",
    Verdict.EARLY: "message-out-of-season",
    Verdict.ALTERED: "message-altered",
    Verdict.MISSING: "message-missing",
    Verdict.HIDDEN: "message-hidden",
}
MENDABLE = (".html", ".htm", ".md", ".markdown", ".txt", ".eml")
"""What `tuneup drift --fix` can write to, where a place has a line: a mail's body in base64 has none."""
ONE_ANSWER = frozenset({Verdict.RETIRED.value, Verdict.NUMBER.value, TERM})
KINDS = {(Verdict.ALTERED, kind): kind.value for kind in (Kind.TRUNCATED, Kind.REORDERED, Kind.FORMATTING)}
TO_DEL_AND_INS = {Step.SAME: "same", Step.IN: "del", Step.OUT: "ins"}

Steps = tuple[tuple[str, str], ...]
Found = Mapping[tuple[str, str, str], Sequence[Finding]]


@dataclass(frozen=True)
class Item:
    """`steps` lead from what stands there to what should (`same`, `del`, `ins`); empty where all of it changes.

    `right` is what to say, empty where nothing is to be said. `message` is empty for a word.
    """

    id: str
    source: str
    message: str
    verdict: str
    finding: Finding
    about: str
    """The wording, or the word to use."""
    kind: str = ""
    """How other words differ, where that has a name: truncated, reordered, formatting."""
    quote: str = ""
    right: str = ""
    steps: Steps = ()
    places: tuple[Where, ...] = ()
    owner: str = ""
    since: datetime.date | None = None
    ended: datetime.date | None = None
    nearest: Nearest | None = None
    against: Contradiction | None = None
    is_stale: bool = False
    doubt: str = ""
    """Why a person has to decide what is right."""

    @property
    def spots(self) -> tuple[tuple[Where, int], ...]:
        """Each place as it is told, by its line, and how often the words stand there."""
        found: dict[tuple[object, ...], list[Where]] = {}
        for one in self.places:
            found.setdefault((one.file, one.label, one.parts, one.line), []).append(one)
        return tuple((ones[0], len(ones)) for ones in found.values())

    @property
    def accepted(self) -> Acceptance | None:
        return self.finding.accepted

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it may stay as it is."""
        said = self.accepted.until if self.accepted else ""
        return datetime.date.fromisoformat(said) if said else None

    @property
    def is_waiting(self) -> bool:
        """Somebody looked at it and said until when it may stay."""
        return self.until is not None

    @property
    def is_known(self) -> bool:
        """It stood there when checking began: nobody has looked at it, and no day is set."""
        return self.accepted is not None and not self.is_waiting

    @property
    def is_open(self) -> bool:
        """Somebody has to mend it now. A note asks for nothing."""
        return self.accepted is None and self.finding.level is not Level.NOTE

    @property
    def is_mendable(self) -> bool:
        """One answer is right and it stands in text files, where a command can write it. What may stay is spared."""
        in_text = any(self.places) and all(
            place.line and place.file.endswith(MENDABLE) and not place.is_signed for place in self.places
        )
        return in_text and self.is_open and self.verdict in ONE_ANSWER and not self.doubt


def find_items(book: Book) -> list[Item]:
    """By source and message in the playbook's order; what no check complains of is none."""
    found: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in book.findings:
        said = finding.complaint
        if said.source:
            found.setdefault((finding.rule, said.source, said.match or said.record), []).append(finding)
    items = [item for source in book.drift.sources for item in _of_source(book, source, found)]
    return _numbered(items)


def _of_source(book: Book, id: str, found: Found) -> Iterator[Item]:
    source = book.playbook.entries[id]
    owner = (source.owner or "") if isinstance(source, Source) else ""
    against = {(each.message, each.evidence.quote): each for each in book.drift.contradictions if each.source == id}
    for cell in book.drift.column(id):
        yield from _of_cell(cell, found, against)
    for term in book.drift.terms:
        if term.source == id:
            yield from _of_term(term, owner, found)


def _of_cell(cell: Cell, found: Found, against: Mapping[tuple[str, str], Contradiction]) -> Iterator[Item]:
    for each in cell.grave:
        finding = _complained(found, RULES[each.verdict], cell.source, each.quote, each.where)
        if finding:
            yield _of_evidence(cell, each, finding, against.get((cell.message, each.quote)))
    if cell.verdict in (Verdict.MISSING, Verdict.HIDDEN):
        best = cell.best
        quote = best.quote if best and cell.verdict is Verdict.HIDDEN else ""
        finding = _complained(
            found, RULES[cell.verdict], cell.source, quote or cell.message, best.where if best else None
        )
        if finding:
            places = best.places if best else ()
            yield Item(
                "", cell.source, cell.message, cell.verdict.value, finding, cell.message, "", quote, cell.canonical,
                (), places, cell.owner, cell.since, nearest=cell.nearest, is_stale=cell.stale,
            )  # fmt: skip


def _of_evidence(cell: Cell, each: Evidence, finding: Finding, against: Contradiction | None) -> Item:
    is_over = each.verdict in (Verdict.EXPIRED, Verdict.EARLY)
    ended = each.wording.ends if each.verdict is Verdict.EXPIRED else each.wording.starts
    return Item(
        "", cell.source, cell.message, each.verdict.value, finding, each.wording.id,
        KINDS.get((each.verdict, each.kind), ""), each.quote, "" if is_over else each.canonical,
        _steps(each), each.places, cell.owner, cell.since, ended if is_over else None, against=against,
        doubt=each.doubt,
    )  # fmt: skip


def _of_term(term: TermEvidence, owner: str, found: Found) -> Iterator[Item]:
    finding = _complained(found, "retired-term", term.source, term.found, term.where)
    if finding:
        yield Item(
            "",
            term.source,
            "",
            TERM,
            finding,
            term.use,
            "",
            term.found,
            term.offer,
            (),
            term.places,
            owner,
            doubt=term.doubt,
        )


def _complained(found: Found, rule: str, source: str, said: str, where: Where | None) -> Finding | None:
    """The finding about these words; the one at this place where the words stand in several."""
    all_ = found.get((rule, source, said), ())
    here = (one for one in all_ if where and where.line and one.location == where.location)
    return next(here, all_[0] if all_ else None)


def _steps(evidence: Evidence) -> Steps:
    """From the quote to the approved words; what goes is read before what comes."""
    if evidence.verdict not in (Verdict.ALTERED, Verdict.NUMBER):
        return ()
    steps = [(TO_DEL_AND_INS[change.step], change.text) for change in evidence.diff]
    for at in range(len(steps) - 1):
        if (steps[at][0], steps[at + 1][0]) == ("ins", "del"):
            steps[at], steps[at + 1] = steps[at + 1], steps[at]
    return tuple(steps)


def _numbered(items: Sequence[Item]) -> list[Item]:
    """Each with an id of its own, which says where it belongs."""
    seen: dict[str, int] = {}
    made = []
    for item in items:
        id = "-".join(filter(None, ("drift", item.source, item.message or TERM)))
        seen[id] = seen.get(id, 0) + 1
        made.append(replace(item, id=id if seen[id] == 1 else f"{id}-{seen[id]}"))
    return made


def items_of(items: Sequence[Item], drift: Drift) -> Mapping[tuple[str, str], list[Item]]:
    """By source and message, an empty list for a cell without any."""
    found: dict[tuple[str, str], list[Item]] = {key: [] for key in drift.cells}
    for item in items:
        if item.message:
            found[item.source, item.message].append(item)
    return found
