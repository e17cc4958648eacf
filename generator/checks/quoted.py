"""Speaks of a quote in a source: where somebody can mend it, who that is, and what is to be written there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.areas.company import Person
from generator.areas.sources import Source
from generator.derive.drift import Evidence, Verdict, Where
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location

LONGEST = 90
"""Characters of a quote in a message; the whole of it goes into a note."""
MOST_PLACES = 4


def complain(
    facts: Facts, evidence: Evidence, message: str, *, help: str, level: Level | None = None, notes: Sequence[str] = ()
) -> Complaint:
    """The complaint about a quote, at its own line where the source is text and else in the playbook."""
    source = facts.playbook.entries[evidence.source]
    assert isinstance(source, Source)
    return Complaint(
        place_to_mend(source, evidence.message, evidence.where),
        message,
        help=coached(source, evidence.where, evidence.canonical) or help,
        notes=(
            *notes,
            *undecided(evidence),
            *packed(evidence.where),
            *elsewhere(evidence.places[evidence.spots :]),
            *mender(facts, source),
        ),
        record=evidence.message,
        level=level,
        subject=evidence.subject,
        source=evidence.source,
        match=evidence.quote,
        places=len(evidence.places) - evidence.spots + 1,
    )


def to_write(evidence: Evidence) -> str:
    """What to write, if the quote is meant as the message where that is not plain."""
    if evidence.doubt and evidence.verdict is Verdict.NUMBER:
        return f"if it is the same fact, write: {evidence.canonical}"
    return f"{'if it is meant as this message, ' if evidence.doubt else ''}write: {evidence.canonical}"


def undecided(evidence: Evidence) -> tuple[str, ...]:
    """Why a person has to decide what is right."""
    is_mended = evidence.verdict in (Verdict.ALTERED, Verdict.NUMBER, Verdict.RETIRED)
    return (f"a person has to decide: {evidence.doubt}",) if is_mended and evidence.doubt else ()


def place_to_mend(source: Source, message: str, where: Where | None = None) -> Location:
    """The quote's own line in a text file; else the line that says the source must carry it, or names its files."""
    if where and is_at_its_line(where):
        return where.location
    if message in source.must_carry:
        return source.at("must_carry", source.must_carry.index(message))
    return source.at("files", 0) if source.files else source.at("address") if source.address else source.at()


def is_at_its_line(where: Where) -> bool:
    """Whether a finding about the quote stands at its line, in a file that an editor opens."""
    return bool(where.line) and "://" not in where.file


def coached(source: Source, where: Where, canonical: str) -> str:
    """What to do about a word that was spoken: a recording stays as it is. Empty for anything written."""
    if source.kind != "transcript":
        return ""
    who = where.speaker or "the speaker"
    return f"go through it with {who}: {canonical}" if canonical else f"go through it with {who}"


def mender(facts: Facts, source: Source) -> tuple[str, ...]:
    """Who mends the source, and how."""
    owner = facts.playbook.entries.get(source.owner or "")
    does = "goes through it with the speaker" if source.kind == "transcript" else "mends it"
    said = [f"{owner.name.strip()} {does}"] if isinstance(owner, Person) else []
    return tuple([*said, source.note.strip()] if source.note else said)


def packed(where: Where) -> tuple[str, ...]:
    """Why a mail has to be mended where it is written, though it is a text file."""
    if where.is_signed:
        return ("the mail is signed: mend it in the program that makes the mail, and sign it anew",)
    if where.line or not where.file.endswith(".eml"):
        return ()
    return ("this part of the mail is in base64: mend it in the program that makes the mail",)


def elsewhere(places: Sequence[Where]) -> tuple[str, ...]:
    """The further places of the same quote; of several in one text the file is named once: `a.md:3:14, 3:30`."""
    if not places:
        return ()
    more = len(places) - MOST_PLACES
    rest = f" and {more} more" if more > 0 else ""
    told, last = "", None
    for place in places[:MOST_PLACES]:
        is_same = last is not None and place.line and place.file == last.file and not place.parts
        told += f", {place.line}:{place.column}" if is_same else f"{'; ' if told else ''}{place.words}"
        last = place
    return (f"also at {told}{rest}",)


def short(text: str) -> str:
    """A quote for one line: cut between words."""
    if len(text) <= LONGEST:
        return f'"{text}"'
    return f'"{text[:LONGEST].rpartition(" ")[0]} …"'


def listed(words: Sequence[str], most: int = 0) -> str:
    """Ids in a row: `a`, `b` and `c`; with `most`, `a`, `b` and 4 more."""
    quoted = [f"`{word}`" for word in words]
    if most and len(quoted) > most:
        quoted[most:] = [f"{len(quoted) - most} more"]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
