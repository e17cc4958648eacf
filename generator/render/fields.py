"""The filled fields of any record, with headings, so that a page can show what it knows nothing about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.model.area import Area
from generator.model.record import Entry, Record
from generator.render.kinds import default, shapes_by_name
from generator.render.text.prose import Prose
from generator.render.view import Link, View, children, part_of, peek, touched

FURNITURE = ("id", "title", "name", "owner", "audience", "status", "review_every")
"""Shown as heading, anchor or trust line on every page."""
SHORT = 48
"""Characters up to which the items of a list stand in one line."""
WORDY = 24
"""Characters that a narrow column of a table breaks over several lines."""
MANY = 12
"""Parts that nobody reads one by one."""
_SENTENCE = re.compile(r",|[.?!]$")


@dataclass(frozen=True)
class Field:
    """One filled field. `form` is text, list, links, words, table, part, parts, map or value.

    `own` is False for what every record can have: dates, facets, what it rests on.
    """

    name: str
    heading: Markup
    form: str
    value: Any
    own: bool = True

    @property
    def leads(self) -> bool:
        """Whether it can say what its part is called: words or a record, no number, day or choice."""
        return self.form == "value" and isinstance(self.value, Prose | Link)


def filled(view: View) -> list[Field]:
    """Every filled field, in the order of the model, furniture left out."""
    return _shown(view, list(_fields(view, _names(view))))


def left(view: View) -> list[Field]:
    """The filled fields that the template has not touched, also those of the parts inside touched fields."""
    seen = set(touched(view))
    found = _shown(view, list(_fields(view, [name for name in _names(view) if name not in seen])))
    for name, shape in shapes_by_name(type(part_of(view))).items():
        if name in seen and shape.part is not None:
            for child in children(peek(view, name)):
                found += [_within(child, field) for field in left(child)]
    return found


def columns(views: Sequence[View]) -> list[tuple[str, Markup]]:
    """The fields that at least one of the parts has filled: the columns of a table of them."""
    found: dict[str, Markup] = {}
    order = _names(views[0]) if views else []
    for view in views:
        found.update({field.name: field.heading for field in _fields(view, order)})
    return [(name, found[name]) for name in order if name in found]


def _names(view: View) -> list[str]:
    return list(shapes_by_name(type(part_of(view))))


def _shown(view: View, fields: list[Field]) -> list[Field]:
    touched(view).update(field.name for field in fields)
    return fields


def _fields(view: View, names: Sequence[str]) -> Iterator[Field]:
    part = part_of(view)
    for name in names:
        raw = getattr(part, name)
        if raw is None or raw == [] or raw == {} or (name in FURNITURE and isinstance(part, Entry | Area)):
            continue
        if isinstance(raw, int | float) and raw == default(type(part), name):
            continue
        value = peek(view, name)
        own = not (isinstance(part, Record) and name in Record.model_fields and name != "change_note")
        yield Field(name, view._desk.labels.field(type(part), name), _form(view, name, value), value, own)


def _form(view: View, name: str, value: Any) -> str:
    shape = shapes_by_name(type(part_of(view)))[name]
    if shape.part is not None:
        if shape.many == "list":
            return "table" if _tabular(value) else "parts"
        return "map" if shape.many == "dict" else "part"
    if shape.many == "dict":
        return "map"
    if shape.many == "list":
        if shape.ref is not None:
            return "links"
        return "words" if len(value) <= 6 and all(_is_word(str(item)) for item in value) else "list"
    return "text" if shape.text is not None and shape.text.block else "value"


def _is_word(item: str) -> bool:
    """Whether it can stand in a line with others, commas between them."""
    return len(item) <= SHORT and not _SENTENCE.search(item.strip())


def _tabular(views: Sequence[View]) -> bool:
    """Parts make a table where nothing in them has parts of its own and their columns find room beside each other;
    many of them always do, as the rows of a CRM.
    """
    if not views:
        return False
    names = [name for name, _ in columns(views)]
    own = shapes_by_name(type(part_of(views[0])))
    if any(own[name].part is not None or own[name].many == "dict" for name in names):
        return False
    longest = [max(len(str(getattr(part_of(view), name) or "")) for view in views) for name in names]
    wide = sum(length > WORDY for length in longest)
    fits = 2 <= len(names) <= 6 and max(longest) <= 160 and (len(names) < 5 or wide < 3)
    return (fits or len(views) > MANY) and not issubclass(type(part_of(views[0])), Record)


def _within(child: View, field: Field) -> Field:
    label = getattr(part_of(child), "label", None)
    heading = Markup("{}: {}").format(child._desk.prose(label), field.heading) if label else field.heading
    return Field(field.name, heading, field.form, field.value, field.own)
