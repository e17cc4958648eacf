"""Whether somebody has looked at a record since what it rests on last changed."""

from __future__ import annotations

import datetime
import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from generator.derive.renames import ALIKE, share_alike
from generator.model.playbook import Playbook
from generator.model.record import Record
from generator.model.review import Review, Stamp
from generator.model.words import Status

SCHEME = "v1"
"""Changes when the way a fingerprint is taken does, so that old ones are not mistaken for changes."""


class State(StrEnum):
    """What became of a record since its last review."""

    REVIEWED = "reviewed"
    SUSPECT = "suspect"
    """Something it rests on directly has changed."""
    AFFECTED = "affected"
    """Something it rests on is suspect."""
    UNREVIEWED = "unreviewed"
    """It rests on others and nobody has recorded a look at it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a record stands. `moved` are the upstream ids that changed; `path` leads to them, nearest first."""

    state: State
    last: datetime.date | None = None
    by: str = ""
    due: datetime.date | None = None
    moved: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    then: Mapping[str, str] = field(default_factory=dict)
    """What each moved upstream said at the last review; one that is new to the record is not in it."""
    gone: tuple[str, ...] = ()
    """What it rested on at its review and is no more; of an affected one, what the record at the end of `path` did."""


def find_standings(playbook: Playbook, misread: frozenset[str] = frozenset()) -> dict[str, Standing]:
    """By record id. A `misread` upstream has not moved: what it says will be known when it is mended."""
    latest = _latest(playbook.reviews)
    direct = {record.id: _standing(record, latest.get(record.id), playbook, misread) for record in playbook.records()}
    steps = _steps(direct, playbook)
    return {id_: _with_path(id_, direct, steps, playbook) for id_ in direct}


def fingerprint(record: Record) -> str:
    """A digest of the meaning-bearing fields, kept apart by name; empty ones left out. White space is folded, and
    letters with accents are taken as one character, however an editor or a system wrote them.

    That a record is retired is part of its meaning, so that a look at it afterwards counts.
    """
    text = json.dumps(_meaning(record), ensure_ascii=False, sort_keys=True)
    return f"{SCHEME}:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def in_words(record: Record) -> str:
    """The meaning of a record as lines of `field: value`, to be compared by people."""
    return "\n".join(f"{name}: {_plain(value)}" for name, value in _meaning(record).items())


def stamp(record: Record, playbook: Playbook, *, on: datetime.date, by: str, because: str) -> Review:
    """The review that says: looked at today, resting on what upstream says today."""
    upstream = [playbook.entries[id_] for id_ in record.based_on if id_ in playbook.entries]
    stamps = [
        Stamp(id=up.id, fingerprint=fingerprint(up), text=in_words(up) or None)
        for up in upstream
        if isinstance(up, Record)
    ]
    return Review(record=record.id, on=on, by=by, because=because, upstream=stamps)


def editorial(record: Record, upstream: str, playbook: Playbook, *, because: str) -> Review:
    """The review on record with nothing new but what `upstream` says today.

    When and by whom the record was looked at stays, and so does whatever else has moved underneath it.
    """
    review = _latest(playbook.reviews)[record.id]
    up = playbook.entries[upstream]
    assert isinstance(up, Record)
    fresh = Stamp(id=up.id, fingerprint=fingerprint(up), text=in_words(up) or None, editorial=because)
    return review.model_copy(update={"upstream": [fresh if seen.id == up.id else seen for seen in review.upstream]})


def _latest(reviews: tuple[Review, ...]) -> dict[str, Review]:
    latest: dict[str, Review] = {}
    for review in reviews:
        there = latest.get(review.record)
        if there is None or there.on <= review.on:
            latest[review.record] = review
    return latest


def _standing(record: Record, review: Review | None, playbook: Playbook, misread: frozenset[str]) -> Standing:
    last = review.on if review else record.effective
    due = last + datetime.timedelta(days=record.review_every.days) if last and record.review_every else None
    if review is None:
        state = State.UNREVIEWED if record.based_on else State.REVIEWED
        return Standing(state, last, due=due)
    seen = _seen(record, review, playbook)
    read = [id_ for id_ in record.based_on if id_ not in misread]
    moved = tuple(id_ for id_ in read if _has_moved(playbook.entries.get(id_), seen.get(id_)))
    gone = tuple(id_ for id_ in read if id_ in seen and id_ not in playbook.entries)
    state = State.SUSPECT if moved else State.REVIEWED
    then = {id_: seen[id_].text or "" for id_ in moved if id_ in seen}
    return Standing(state, last, review.by, due, moved, moved, then, gone)


def _seen(record: Record, review: Review, playbook: Playbook) -> dict[str, Stamp]:
    """The stamps by the ids of today: a record that says what one said that is gone has only got another id."""
    seen = {stamp.id: stamp for stamp in review.upstream}
    lost = {stamp.fingerprint: stamp for stamp in review.upstream if stamp.id not in playbook.entries}
    for id_ in record.based_on if lost else ():
        upstream = playbook.entries.get(id_)
        if id_ not in seen and isinstance(upstream, Record):
            stamp = lost.get(fingerprint(upstream)) or _alike(upstream, lost.values())
            if stamp is not None:
                seen[id_] = stamp
    return seen


def _alike(record: Record, lost: Iterable[Stamp]) -> Stamp | None:
    """Of what is gone, that which said most of what this says."""
    words = in_words(record).split()
    shares = ((share_alike((one.text or "").split(), words), one) for one in lost)
    share, stamp = max(shares, key=lambda pair: pair[0])
    return stamp if share >= ALIKE else None


def _has_moved(upstream: object, seen: Stamp | None) -> bool:
    """A deleted upstream is a broken reference, not a change; one that was retired since is a change.

    A stamp of another scheme is compared by its words, so that a new scheme neither lights nor hides anything.
    """
    if not isinstance(upstream, Record):
        return False
    if seen is None:
        return True
    if seen.fingerprint.partition(":")[0] != SCHEME:
        return (seen.text or "") != in_words(upstream)
    return seen.fingerprint != fingerprint(upstream) and not _says_the_same(seen.text or "", upstream)


def _says_the_same(text: str, upstream: Record) -> bool:
    """Whether a stamp from before accents were folded, in parted letters, holds the words of today."""
    return not unicodedata.is_normalized("NFC", text) and unicodedata.normalize("NFC", text) == in_words(upstream)


def _with_path(id_: str, direct: Mapping[str, Standing], steps: Mapping[str, int], playbook: Playbook) -> Standing:
    """Affected where anything further up is suspect, with the shortest way there."""
    own = direct[id_]
    if own.state is not State.REVIEWED or not steps.get(id_):
        return own
    path: list[str] = []
    while steps[id_]:
        id_ = min((up for up in _based_on(id_, playbook) if up in steps), key=lambda up: steps[up])
        path.append(id_)
    moved, gone = direct[id_].moved, direct[id_].gone
    return Standing(State.AFFECTED, own.last, own.by, own.due, moved, (*path, *(moved or gone)[:1]), gone=gone)


def _steps(direct: Mapping[str, Standing], playbook: Playbook) -> dict[str, int]:
    """How far it is from each record down to the nearest that is suspect or whose ground is gone, breadth first."""
    resting: dict[str, list[str]] = {}
    for id_ in direct:
        for up in _based_on(id_, playbook):
            resting.setdefault(up, []).append(id_)
    queue = [id_ for id_, found in direct.items() if found.state is State.SUSPECT or found.gone]
    steps = dict.fromkeys(queue, 0)
    for id_ in queue:
        for one in resting.get(id_, ()):
            if one not in steps:
                steps[one] = steps[id_] + 1
                queue.append(one)
    return steps


def _based_on(id_: str, playbook: Playbook) -> list[str]:
    record = playbook.entries.get(id_)
    return record.based_on if isinstance(record, Record) else []


def _meaning(record: Record) -> dict[str, Any]:
    names = [*record.meaning(), *(["status"] if record.status is Status.RETIRED else [])]
    data = record.model_dump(mode="json", include=set(names))
    return {name: _folded(data[name]) for name in names if data.get(name) not in (None, [], {}, "")}


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", " ".join(value.split()))
    if isinstance(value, list):
        return [_folded(item) for item in value]
    if isinstance(value, dict):
        return {key: _folded(item) for key, item in value.items() if item not in (None, [], {}, "")}
    return value


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "; ".join(_plain(item) for item in value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)
