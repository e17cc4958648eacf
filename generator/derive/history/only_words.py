"""What modules teach, compared with an earlier version: whether only words changed where a sign-off lapsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.areas.rap import Module
from generator.derive.facts import Facts
from generator.derive.hires.sign_offs import holds, numbers_in, outdated, taught, taught_records
from generator.derive.history.typo import more_than_words
from generator.derive.state.reviews import in_words
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Wording:
    """What a module taught and teaches, as digests. `more` are the changed fields of which more than words differ."""

    module: str
    was: str
    now: str
    more: tuple[str, ...]


def wordings(before: Facts, now: Facts, upstream: str) -> list[Wording]:
    """Of each module that is `upstream` or teaches it, and on which somebody was signed off before the change."""
    old = {module.id: module for module in before.playbook.of(Module)}
    found = []
    for module in now.playbook.of(Module):
        if module.id not in old or upstream not in (module.id, *taught_records(now, module)):
            continue
        was, digest = taught(before, old[module.id]), taught(now, module)
        lapsed = [one.sign_off for one in outdated(now) if one.sign_off.module == module.id]
        if was != digest and any(holds(now, sign_off, was) for sign_off in lapsed):
            found.append(Wording(module.id, was, digest, tuple(_more(before, now, old[module.id], module))))
    return found


def _more(before: Facts, now: Facts, old: Module, module: Module) -> Iterator[str]:
    """A record that is taught anew or no longer is more than words; so is another number in the module's sentences."""
    then, today = set(taught_records(before, old)), set(taught_records(now, module))
    yield from (f"`{module.id}` teaches `{id_}`" for id_ in sorted(today - then))
    yield from (f"`{module.id}` no longer teaches `{id_}`" for id_ in sorted(then - today))
    for id_ in sorted(then & today):
        was, new = before.playbook.entries.get(id_), now.playbook.entries.get(id_)
        if isinstance(was, Record) and isinstance(new, Record):
            yield from more_than_words(in_words(was), new) if in_words(was) != in_words(new) else ()
        elif was is not None and new is not None and was.quote != new.quote:
            yield f"{id_}: {was.quote} → {new.quote}"
    yield from more_than_words(in_words(old), module) if _numbers(old) != _numbers(module) else ()


def _numbers(module: Module) -> list[str]:
    return numbers_in(" ".join((*module.know, *module.do, *module.say)))
