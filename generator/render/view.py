"""A record as templates see it: every text harmless, every reference a link, and what was shown is noted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import Enum
from typing import Any, Protocol

from markupsafe import Markup

from generator.model.record import Entry, Part
from generator.model.shape import Shape
from generator.model.words import Period
from generator.render.jinja.labels import Labels
from generator.render.kinds import is_choice, shapes_by_name
from generator.render.text.prose import Choice, Prose


class Around(Protocol):
    """What a view needs of the page that it is on: words for its texts, and the other entries."""

    labels: Labels

    def prose(self, text: str, *, markdown: bool = True) -> Prose: ...

    def label_of(self, id: str) -> str: ...

    def resolve(self, id: str, quoted: bool) -> str: ...

    def view(self, id: str) -> View | None: ...

    def view_of(self, entry: Entry) -> View: ...


class Link(str):
    """The id of another entry; printed in a template it is a link with the entry's label."""

    desk: Around

    def __new__(cls, id: str, desk: Around) -> Link:
        made = super().__new__(cls, id)
        made.desk = desk
        return made

    def __html__(self) -> Markup:
        return Markup(self.desk.resolve(str(self), False))

    @property
    def label(self) -> Prose:
        return self.desk.prose(self.desk.label_of(str(self)))

    @property
    def to(self) -> View | None:
        """The entry itself, where it exists."""
        return self.desk.view(str(self))


class View:
    """Wraps one part of the playbook. A template reads `r.field`; the view converts it and notes that it was shown.

    `id`, `label`, `quote` and other properties of the model come through as well. What a template
    did not touch is left for the `rest` macro, so that no filled field is lost.
    """

    def __init__(self, part: Part, desk: Around) -> None:
        self._part = part
        self._desk = desk
        self._touched: set[str] = set()
        self._made: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name in shapes_by_name(type(self._part)):
            self._touched.add(name)
            return self._peek(name)
        value = getattr(self._part, name)
        return self._desk.prose(value) if type(value) is str else value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and other._part is self._part

    def __hash__(self) -> int:
        return id(self._part)

    def __repr__(self) -> str:
        return f"View({self._part!r})"

    def _peek(self, name: str) -> Any:
        """The value without a note that it was shown."""
        if name not in self._made:
            self._made[name] = self._converted(name)
        return self._made[name]

    def _converted(self, name: str) -> Any:
        value = getattr(self._part, name)
        shape = shapes_by_name(type(self._part))[name]
        if shape.many == "list" and isinstance(value, list | tuple):
            return [self._one(shape, item) for item in value]
        if shape.many == "dict" and isinstance(value, dict):
            return {key: self._one(shape, item) for key, item in value.items()}
        return self._one(shape, value)

    def _one(self, shape: Shape, value: Any) -> Any:
        if isinstance(value, Part):
            return self._desk.view_of(value) if isinstance(value, Entry) else View(value, self._desk)
        if not isinstance(value, str):
            return value
        if isinstance(value, Enum):
            return Choice(value.value, self._desk.labels.value(str(value.value)))
        if shape.ref is not None:
            return Link(value, self._desk)
        if shape.text is None and is_choice(type(self._part), shape.name):
            return Choice(value, self._desk.labels.value(value))
        return self._desk.prose(value, markdown=shape.text is not None)


def part_of(view: View) -> Part:
    """The model behind a view."""
    return view._part


def is_entry(value: Any) -> bool:
    """Whether it has a label and a place of its own; other parts only have fields, even where one is called `id`."""
    return isinstance(value, View) and isinstance(value._part, Entry)


def peek(view: View, name: str) -> Any:
    """A field's converted value, looked at and not shown."""
    return view._peek(name)


def touched(view: View) -> set[str]:
    """The fields that the template has read so far; whoever shows others adds them."""
    return view._touched


def children(value: Any) -> Iterator[View]:
    """The views directly inside a converted value."""
    if isinstance(value, View):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from children(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from children(item)


def printed(value: Any, labels: Any) -> Any:
    """What Jinja prints for a value that is no text: nothing for None, dates and numbers as the reader writes them."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return labels("value.yes" if value else "value.no")
    if isinstance(value, datetime.date):
        return labels.day(value)
    if isinstance(value, Period):
        return labels.period(value.count, value.unit)
    if isinstance(value, int | float):
        return labels.number(value)
    if isinstance(value, View):
        return value.label.__html__()
    return value
