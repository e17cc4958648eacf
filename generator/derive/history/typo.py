"""Whether a change was only words: a typo may be cleared for all that rests on it, another number may not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from generator.derive.history.worddiff import by_field, changed_fields
from generator.derive.state.reviews import in_words
from generator.drift.numbers.qualifier import negations
from generator.drift.numbers.quantity import quantities
from generator.model.record import Part, Record
from generator.model.shape import Shape, shapes

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LINK = re.compile(r"\[\[.*?\]\]")


def more_than_words(was: str, now: Record) -> list[str]:
    """The changed fields, as they changed, of which more than the words differ: a number, a day, a choice, a "not".

    `was` is what the record said then, as `in_words` tells it. So is a field or an item that came or went.
    """
    before, after = by_field(was), by_field(in_words(now))
    kinds = {shape.name: shape for shape in shapes(type(now))}
    found = {
        name
        for name in {**before, **after}
        if before.get(name) != after.get(name)
        and _is_more(before.get(name, ""), after.get(name, ""), kinds.get(name), getattr(now, name, None))
    }
    return [line for line in changed_fields(was, in_words(now)) if line.partition(": ")[0] in found]


def _is_more(was: str, now: str, kind: Shape | None, value: object) -> bool:
    if not was or not now or kind is None or (kind.text is None and kind.part is None):
        return True
    if Counter(_facts(was)) != Counter(_facts(now)):
        return True
    return bool(kind.many) and any(was.count(sign) != now.count(sign) for sign in ("; ", *_choices(value)))


def _facts(text: str) -> Iterator[Hashable]:
    """What no typo changes: numbers in digits and in words with their bounds, links, and what turns a sentence."""
    yield from _DIGITS.findall(text)
    yield from _LINK.findall(text)
    yield from negations([word.lower() for word in _WORD.findall(text)])
    yield from ((number.low, number.high, number.qualifier) for number in quantities(text))


def _choices(value: object) -> Iterator[str]:
    """Of the parts in `value`, each field that holds no text, with what it holds, as `in_words` writes both."""
    for part in value if isinstance(value, Iterable) else (value,):
        if isinstance(part, Part):
            plain = part.model_dump(mode="json")
            for shape in shapes(type(part)):
                if shape.part is not None:
                    yield from _choices(getattr(part, shape.name))
                elif shape.text is None and isinstance(plain[shape.name], str | bool):
                    yield f"{shape.name} {plain[shape.name]}"
                yield f"{shape.name} "
