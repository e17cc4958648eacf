"""Shows how a group of fields is written, where a company wrote something else in its place."""

from __future__ import annotations

from typing import Any, get_args

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.records.salvage import class_at
from generator.loading.syntax.comments import quoted
from generator.loading.syntax.nodes import Mapping, Scalar, Sequence
from generator.loading.words import nearest, noun, slug
from generator.model.record import Entry, Part
from generator.model.shape import Path, shapes

UNSAFE = set(",{}[]:#&*!|>'\"%@`\n")
"""Signs with which a text within `{ }` needs quotes."""


def example(cls: type[Part], words: str = "", title: str = "") -> str:
    """`{id: …, title: …}` with the fields that one must have, else the first; `words` stand where they fit."""
    needed = [name for name, field in cls.model_fields.items() if field.is_required()]
    names = needed or list(cls.model_fields)[:1]
    texts = {shape.name for shape in shapes(cls) if shape.text is not None and not shape.many}
    held: dict[str, str] = {}
    for name in names:
        if name == "id" and title:
            held[name] = slug(title)
        elif name == "title" and title:
            held[name] = _safe(title)
        elif words and (name in texts or words in get_args(cls.model_fields[name].annotation)):
            held[name], words = _safe(words), ""
    return "{" + ", ".join(f"{name}: {held.get(name, '…')}" for name in names) + "}"


def instead(cls: type[Part], path: Path, value: Any) -> str:
    """What to write where the value is none of the groups of fields that are needed."""
    names = [place for place, step in enumerate(path) if isinstance(step, str)]
    if not names:
        return f"write `- {example(cls)}`" if issubclass(cls, Entry) else ""
    name, holder = path[names[-1]], class_at(cls, path[: names[-1]])
    shape = next((shape for shape in shapes(holder) if shape.name == name), None)
    if shape is None or shape.part is None or shape.many == "dict":
        return ""
    item = isinstance(path[-1], int)
    return _in_place_of(shape.part, str(name), value, many=bool(shape.many), item=item)


def stray_word(cls: type[Part], node: Mapping) -> Problem | None:
    """Said of a word and what it means, in place of a record."""
    if not is_stray(cls, node):
        return None
    (word, key), held = next(iter(node.keys.items())), next(iter(node.values.values()))
    shown = example(cls, held.text if isinstance(held, Scalar) else "", word)
    said = f"`{word}` stands where the fields of {noun(cls)} are needed"
    complaint = Complaint(key.at, said, help=f"write `- {shown}`", label="no field", record=slug(word))
    return Problem("wrong-value", complaint)


def is_stray(cls: type[Part], node: Mapping) -> bool:
    """Whether it is no record but a word and what it means, as in `- churn: clients who leave`."""
    return (
        issubclass(cls, Entry)
        and len(node.keys) == 1
        and all(isinstance(value, Scalar) for value in node.values.values())
        and not any(nearest(key.partition(":")[0], cls.model_fields) for key in node.keys)
    )


def list_for(cls: type[Part], node: Mapping, key: str) -> str:
    """The list that is not there and to whose records those below `key` are most alike, by their fields."""
    held = node.values[key]
    items = held.items if isinstance(held, Sequence) else []
    fields = {name for item in items if isinstance(item, Mapping) for name in item.keys}
    open_ = [shape for shape in shapes(cls) if shape.part and shape.many == "list" and shape.name not in node.keys]
    alike = {shape.name: len(fields & shape.part.model_fields.keys()) for shape in open_ if shape.part}
    best = max(alike, key=lambda name: alike[name], default="")
    return best if best and 2 * alike[best] > len(fields) else ""


def _in_place_of(part: type[Part], field: str, value: Any, *, many: bool, item: bool) -> str:
    """What to write where `value` stands in place of a list (`many`), of an item of one, or of a group of fields."""
    words = value.strip() if isinstance(value, str) else ""
    if item:
        return f"write `{example(part, words)}`"
    if not many:
        return f"write `{field}: {example(part, words)}`"
    if not isinstance(value, dict):
        return f"write `{field}: [{example(part, words)}]`"
    if part.model_fields.keys() & value.keys():
        return "put `- ` before the first of these lines, and indent the others as far as its text"
    key, held = next(iter(value.items()), ("", ""))
    return f"write one item a line: `- {example(part, held if isinstance(held, str) else '', str(key))}`"


def _safe(words: str) -> str:
    return quoted(words) if UNSAFE & {*words} or words[0] in "-?=" else words
