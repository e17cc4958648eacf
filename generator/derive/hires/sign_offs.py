"""Who was signed off on what, and whether it is still what the module teaches."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.areas.messaging import Message, RetiredMessage
from generator.areas.objectives import Objective
from generator.areas.rap import Hire, Module, Rap, SignOff
from generator.derive.facts import Facts
from generator.derive.links import Link
from generator.derive.state.reviews import in_words
from generator.model.playbook import Playbook
from generator.model.record import Record

SCHEME = "t1"
"""Changes when the way a digest is taken does, so that old ones are not mistaken for changes."""
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|%")


@dataclass(frozen=True, slots=True)
class Outdated:
    """A sign-off on something that has changed since. `records` are those that changed; empty where unknown."""

    sign_off: SignOff
    position: int
    records: tuple[str, ...] = ()


def latest(facts: Facts) -> Mapping[tuple[str, str], tuple[int, SignOff]]:
    """The last sign-off of each hire on each module, with its position in the list."""
    found: dict[tuple[str, str], tuple[int, SignOff]] = {}
    for position, sign_off in enumerate(facts.playbook.area(Rap).sign_offs):
        there = found.get((sign_off.hire, sign_off.module))
        if there is None or there[1].on <= sign_off.on:
            found[sign_off.hire, sign_off.module] = position, sign_off
    return found


def outdated(facts: Facts) -> list[Outdated]:
    """Those of people still here that must be shown again.

    Without a digest, it is judged by the days on which records say that they changed. A module is passed over while
    what it teaches was not read as written.
    """
    gone = {hire.id for hire in facts.playbook.of(Hire) if hire.left is not None and hire.left <= facts.today}
    modules = {module.id: module for module in facts.playbook.of(Module)}
    digest = cache(lambda id_: taught(facts, modules[id_]))
    found = []
    for position, sign_off in latest(facts).values():
        module = modules.get(sign_off.module)
        if module is None or sign_off.hire in gone:
            continue
        if not facts.misread.isdisjoint((module.id, *taught_records(facts, module))):
            continue
        changed = tuple(_changed_since(facts, module, sign_off.on))
        if sign_off.fingerprint is None:
            old = bool(changed)
        else:
            old = sign_off.fingerprint.startswith(f"{SCHEME}:") and not holds(facts, sign_off, digest(module.id))
        if old:
            found.append(Outdated(sign_off, position, changed))
    return found


def outdated_for(facts: Facts, seen: Playbook) -> list[Outdated]:
    """Those that the readers of `seen` may know of; judged by the whole, since what is cut for them has not changed."""
    signed = seen.area(Rap).sign_offs
    return [
        Outdated(signed[old.position], old.position, tuple(id_ for id_ in old.records if id_ in seen.entries))
        for old in (outdated(facts) if signed else ())
        if old.sign_off.module in seen.entries
    ]


def holds(facts: Facts, sign_off: SignOff, digest: str) -> bool:
    """Whether what was signed off is what the module teaches, but for changes that were only words."""
    return sign_off.fingerprint in (digest, *alike(facts, sign_off.module, digest))


def alike(facts: Facts, module: str, digest: str) -> list[str]:
    """The digests of what the module taught before changes that were only words, up to `digest`."""
    marks = [one for one in facts.playbook.area(Rap).only_words if one.module == module]
    found = [digest]
    for then in found:
        found += [one.was for one in marks if one.now == then and one.was not in found]
    return found[1:]


def taught(facts: Facts, module: Module) -> str:
    """A digest of what a module teaches: the words of the records it teaches, and the numbers in its own sentences.

    So another word or number in a message is a change; a comma, a capital, or the module's own phrasing is none.
    """
    parts = [numbers_in(" ".join((*module.know, *module.do, *module.say)))]
    parts += [[id_, *WORD.findall(_text(facts, id_).casefold())] for id_ in taught_records(facts, module)]
    text = "\n".join(" ".join(words) for words in parts)
    return f"{SCHEME}:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def numbers_in(text: str) -> list[str]:
    return [word for word in WORD.findall(text) if word[0].isdigit()]


def taught_records(facts: Facts, module: Module) -> list[str]:
    """The records that a module teaches, quotes to be said, or has recited."""
    return sorted({link.target for link in facts.links.of(module.id) if _teaches(link)})


def _teaches(link: Link) -> bool:
    return link.path[0] in ("teaches", "say") or link.path[:2] == ("assessment", "recite")


def _text(facts: Facts, id_: str) -> str:
    entry = facts.playbook.entries.get(id_)
    if entry is None:
        return ""
    return in_words(entry) if isinstance(entry, Record) else entry.quote


def _changed_since(facts: Facts, module: Module, day: datetime.date) -> Iterator[str]:
    for id_ in taught_records(facts, module):
        if any(day < changed <= facts.today for changed in _changes(facts, id_)):
            yield id_


def _changes(facts: Facts, id_: str) -> Iterator[datetime.date]:
    """The days on which a record is known to have changed its meaning."""
    entry = facts.playbook.entries.get(id_)
    if isinstance(entry, Objective):
        yield from (change.on for change in entry.changes)
    if isinstance(entry, Message):
        yield from (old.since for old in entry.retired if old.since)
        yield from (one.since for one in facts.playbook.of(RetiredMessage) if one.replaced_by == id_)
