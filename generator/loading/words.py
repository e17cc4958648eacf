"""Puts what the model will not take into words that a marketer can act on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from generator.loading.syntax.bullets import SIGNS
from generator.model.described import described
from generator.model.record import Entry, Part


def noun(cls: type[Part]) -> str:
    """`a module`, `an objective`: what people call one of these."""
    word = cls.KIND if issubclass(cls, Entry) else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()
    if word.endswith("s"):  # no one can have `an economics`; the field is called as the class is
        return f"`{word.replace(' ', '_')}`"
    return f"{'an' if word[0] in 'aeiou' and not word.startswith('use') else 'a'} {word}"


def about(cls: type[Part], name: str) -> str:
    """What a field is for, in the model's words."""
    return described(cls).get(name, "").partition("\n")[0]


ALIKE = 0.85
"""Of two words of which one letter in seven differs; `icp-hospital` and `hospital` are two words."""
SURE = 0.75
"""`ingrit` is `ingrid` (0.83); `powerpoint` is not `print` (0.67), nor `first-objective` `first-time` (0.72)."""
MANY = 2_000
"""Words among which the nearest is looked for in a few milliseconds."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was most likely meant to be, in capitals or not; empty where none is near.

    Among very many only those that begin alike are compared: a help line is not worth a minute.
    """
    word, written = word.lower(), {each.lower(): each for each in known}
    alike = list(written)
    if len(alike) > MANY:
        alike = [each for each in alike if each[:2] == word[:2]][:MANY]
    return next((written[each] for each in difflib.get_close_matches(word, alike, n=1, cutoff=0.6)), "")


def is_slip(word: str, known: str) -> bool:
    """Whether `word` is `known` with letters swapped or one in seven wrong, and not another word much like it.

    An id is no slip of one that has its words and more: `icp-hospital` and `m09-icp-hospital`.
    """
    word, known = word.lower(), known.lower()
    if set(word.split("-")) < set(known.split("-")):
        return False
    return sorted(word) == sorted(known) or difflib.SequenceMatcher(None, word, known).ratio() >= ALIKE


def is_sure(word: str, known: str) -> bool:
    """Whether `known` can be told to take as it is: of five letters one is wrong. What is farther is one of several."""
    word, known = word.lower(), known.lower()
    return sorted(word) == sorted(known) or difflib.SequenceMatcher(None, word, known).ratio() >= SURE


def found(value: Any) -> str:
    """A value as a person would name it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        short = value.strip().replace("\n", " ")
        return f"`{short[:57] + '…' if len(short) > 58 else short}`" if short else "an empty text"
    return "a list" if isinstance(value, list) else "a group of fields"


def message(
    error: ErrorDetails, field: str, about: str, instead: str = "", *, ids: bool = False
) -> tuple[str, str, str]:
    """Message, help and label for one of pydantic's errors about the value of `field`, which is for `about`.

    `instead` says what to write where a group of fields is needed, `ids` whether the field holds ids.
    """
    value, kind, context = error["input"], error["type"], error.get("ctx", {})
    if value is None:
        return f"`{field}` has no value", f"give `{field}` a value, or delete the line", "nothing follows"
    if kind in ("enum", "literal_error"):
        return _choice(field, value, str(context.get("expected", "")))
    if kind == "string_type":
        return (
            f"`{field}` holds {found(value)} where text is needed",
            _as_text(field, value, error["loc"], ids=ids),
            "not a text",
        )
    if kind == "string_pattern_mismatch":
        return _pattern(field, str(value), str(context.get("pattern", "")), about)
    if kind == "string_too_long":
        return f"{found(value)} is too long", f"keep it to {context.get('max_length')} characters", "too long"
    if kind in BOUNDS:
        least_or_most, cure = BOUNDS[kind]
        bound = f"{next(iter(context.values())):g}"
        return (
            f"`{field}` holds {found(value)}; {least_or_most} {bound}",
            f"write {bound} {cure}",
            f"{least_or_most} {bound}",
        )
    if kind == "value_error":
        said, _, cure = str(context.get("error", error["msg"])).partition("; ")
        return f"{found(value)} {said}" if said.startswith("is ") else said, cure, ""
    needed, cure = NEEDED.get(kind, ("", ""))
    if isinstance(value, str):
        cure = _rewritten(kind, value.strip()) or cure
    if needed:
        cure = instead or cure
        return f"`{field}` holds {found(value)} where {needed} is needed", cure, f"not {needed}"
    said = error["msg"][0].lower() + error["msg"][1:]
    return f"`{field}` holds {found(value)}: {said}", "change the value", ""


BOUNDS = {
    "greater_than_equal": ("the least is", "or more"),
    "less_than_equal": ("the most is", "or less"),
}
NEEDED = {
    "int_type": ("a whole number", "write digits alone, without a unit or quotes"),
    "int_from_float": ("a whole number", "leave the decimals out"),
    "float_type": ("a number", "write digits alone, with a point for decimals and no unit or quotes"),
    "bool_type": ("`true` or `false`", "write `true` or `false`"),
    "list_type": ("a list", "write `[one, two]`, or one `- item` a line"),
    "model_type": ("a group of fields", "indent its fields under it"),
    "model_attributes_type": ("a group of fields", "indent its fields under it"),
    "dict_type": ("a group of fields", "indent its fields under it"),
}


def one_of(options: Sequence[str]) -> str:
    """The first options in a line, and how many more there are."""
    shown = ", ".join(options[:12])
    return shown + (f" and {len(options) - 12} more" if len(options) > 12 else "")


def _is_id(text: str) -> bool:
    return slug(text) == text


def _rewritten(kind: str, text: str) -> str:
    """What to write for a text where a list or a number is needed; empty where that is not sure."""
    if kind == "list_type":
        ids = re.split(r"\s*[;,]\s*", text)
        listed = f"write `[{', '.join(ids)}]`" if all(map(_is_id, ids)) else ""
        if text[:1] in SIGNS and text[1:2].isspace():
            return f"write `-` in place of each `{text[0]}`"
        return "put a space after each `-`" if text.startswith("-") else listed
    number = _number(text) if kind in ("float_type", "int_type") else ""
    return f"write `{number}`" if number and (kind == "float_type" or "." not in number) else ""


def _number(text: str) -> str:
    """The number in a text with a decimal comma or a unit, as a file writes it; empty where it may be another one."""
    found = re.fullmatch(r"(?:[A-Z]{3}|[€$£])? ?(-?\d+)(?:[.,](\d{1,2}|\d{4,}))? ?(?:%|[A-Z]{3}|[€$£])?", text.strip())
    return ".".join(part for part in found.groups() if part) if found else ""


def _as_text(field: str, value: Any, loc: tuple[str | int, ...], *, ids: bool) -> str:
    """How to make a text of a number, or of what stands in brackets, which YAML takes for a list."""
    if isinstance(value, int | float):
        return f"put it in quotes: `{field}: '{value}'`"
    inner = value[0] if isinstance(value, list) and len(value) == 1 else None
    link = inner[0] if isinstance(inner, list) and len(inner) == 1 else None
    listed = bool(loc) and isinstance(loc[-1], int)
    if ids and isinstance(link or (not listed and inner), str):
        return f"write the id alone, without brackets: `{str(link or inner).removeprefix('=')}`"
    if ids and listed and isinstance(value, list) and all(isinstance(each, str) for each in value):
        return f"take one pair of brackets away: `[{', '.join(value)}]`"
    if isinstance(link, str):
        return f"put it in quotes: `'[[{link}]]'`"
    if not isinstance(inner, str):
        return "write text here"
    if listed:
        return f"take one pair of brackets away: `[{inner}]`"
    return f"write `{field}: {inner}`, or put quotes round the brackets: `'[{inner}]'`"


def _choice(field: str, value: Any, expected: str) -> tuple[str, str, str]:
    options = re.findall(r"'([^']*)'", expected)
    near = nearest(str(value), options)
    cure = f"use `{near}`" if is_sure(str(value), near) else f"use one of: {one_of(options)}"
    return f"{found(value)} is not a value of `{field}`", cure, f"one of: {one_of(options)}"


def _pattern(field: str, value: str, pattern: str, about: str) -> tuple[str, str, str]:
    if not value.strip():
        return f"`{field}` has no value", f"give `{field}` a value, or delete the line", "nothing follows"
    if pattern.startswith("^[a-z0-9]+"):
        return (
            f"{found(value)} is not an id",
            f"use lower-case letters, digits and hyphens: `{slug(value)}`",
            "not an id",
        )
    if "\n" in value.strip():
        return f"`{field}` holds several lines where one is needed", "write it as one line", "more than one line"
    return (
        f"{found(value)} is nothing that `{field}` can hold",
        about and f"write {about[0].lower()}{about[1:].rstrip('.')}",
        "",
    )


def slug(text: str) -> str:
    """The id that a text was most likely meant to be."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")
