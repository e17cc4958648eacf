"""A field's value as lines for people: the same for two ways of writing the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.derive.audiences.audience import GONE
from generator.model.record import Part
from generator.model.shape import Shape, shapes
from generator.model.words import LINK


def names_of(*parts: Part | None) -> tuple[str, ...]:
    """Their fields, in the order they are declared, each once."""
    return tuple(dict.fromkeys(shape.name for part in parts if part is not None for shape in shapes(type(part))))


def lines_of(part: Part | None, name: str, renamed: Mapping[str, str]) -> str:
    """White space is folded and lists of references are sorted.

    `renamed` gives the new id for an old one, nothing for one to leave out. A part that has no such field says nothing.
    """
    shape = next((one for one in shapes(type(part)) if one.name == name), None) if part is not None else None
    if shape is None:
        return ""
    value = getattr(part, name)
    if shape.ref is not None and isinstance(value, list):
        return "\n".join(sorted(new for id in value if (new := renamed.get(id, id))))
    if isinstance(value, list):
        return "\n".join(_plain(item, shape, renamed) for item in value)
    return _plain(value, shape, renamed)


def _plain(value: Any, shape: Shape, renamed: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, Part):
        said = ((name, lines_of(value, name, renamed)) for name in names_of(value))
        return "; ".join(f"{name.replace('_', ' ')}: {text}".replace("\n", " / ") for name, text in said if text)
    if isinstance(value, dict):
        return "\n".join(f"{key}: {_plain(item, shape, renamed)}" for key, item in sorted(value.items()))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else f"{value:.10g}"
    text = " ".join(str(value).split())
    if shape.ref is not None:
        return renamed.get(text, text)
    return LINK.sub(lambda link: _linked(link[1], renamed.get(link[2], link[2])), text) if "[[" in text else text


def _linked(sign: str, id: str) -> str:
    return f"[[{sign}{id}]]" if id else GONE
