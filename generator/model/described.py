"""What each field is for, read from the text below it in its class, and only when somebody asks."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator, Mapping
from functools import cache

from generator.model.record import Part


@cache
def described(cls: type[Part]) -> Mapping[str, str]:
    """By the name of each field: its docstring, also of the fields that it has from its parents.

    Parsing the sources costs a fifth of a second, which only schemas, reference pages and messages about
    mistakes need to pay.
    """
    found: dict[str, str] = {}
    for parent in reversed(cls.__mro__):
        if issubclass(parent, Part):
            found |= _docstrings(parent.__module__).get(parent.__name__, {})
    return found


def said_of(cls: type[Part]) -> str:
    """What a class is, in one line."""
    return " ".join((inspect.getdoc(cls) or "").split())


@cache
def _docstrings(module: str) -> Mapping[str, Mapping[str, str]]:
    """By the name of each class of a module: its fields and their docstrings."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    return {node.name: dict(_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _fields(cls: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, text in zip(cls.body, cls.body[1:], strict=False):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str):
            yield field.target.id, inspect.cleandoc(text.value.value)
