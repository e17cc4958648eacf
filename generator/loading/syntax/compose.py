"""Turns the text of a YAML file into nodes, once, and says in plain words what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.syntax.bullets import SIGNS, bullet_at
from generator.loading.syntax.libyaml import Loader
from generator.loading.syntax.nodes import Mapping, Node, Scalar, Sequence
from generator.loading.syntax.plain import syntax
from generator.loading.syntax.signs import braces
from generator.location import Location

DEEPEST = 60
"""Levels of nesting; the deepest field of the model needs fewer than ten."""
CONFLICT = re.compile(r"^<<<<<<< ", re.MULTILINE)
LARGEST = 1_000_000
"""Values in one file after aliases are written out, which stops alias bombs before they unfold."""


@lru_cache(maxsize=256)
def compose(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The node at the top of `text` and what is wrong with it; no node for an empty or a broken file.

    Kept by text, because a preview reads all files anew after each edit: nobody may change a node.
    """
    if marker := CONFLICT.search(text):
        return None, [_conflict(file, text, marker.start())]
    composer = _Composer(file, text)
    try:
        composer.run(yaml.parse(text, Loader=Loader))
    except yaml.YAMLError as error:
        return None, [*composer.problems, syntax(error, file, text)]
    except _HopelessError as hopeless:
        return None, [*composer.problems, hopeless.problem]
    return composer.top, composer.problems


def _conflict(file: str, text: str, start: int) -> Problem:
    complaint = Complaint(
        Location(file, text.count("\n", 0, start) + 1, 1, 7),
        "two versions of these lines were not merged",
        help="keep one of the two and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
        label="left behind by git",
    )
    return Problem("yaml-syntax", complaint)


class _HopelessError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.complaint.message)
        self.problem = problem


class _Composer:
    """Builds nodes from events with a stack of its own, so that no depth of nesting can hurt."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.top: Node | None = None
        self.problems: list[Problem] = []
        self.stack: list[tuple[Sequence | Mapping, str | None]] = []
        self.pending: list[Scalar | None] = []
        self.anchors: dict[str, Node] = {}

    def run(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                plain = event.style is None or event.style == ""
                self._add(Scalar(self._at(event), event.value, plain and not event.tag, event.tag or ""), event.anchor)
            elif isinstance(event, yaml.MappingStartEvent):
                self._open(Mapping(self._at(event)), event.anchor)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._open(Sequence(self._at(event)), event.anchor)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._close()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent) and self.top is not None:
                self._stop("yaml-syntax", self._at(event), "a second document begins", "delete the line `---`")

    def _at(self, event: yaml.Event) -> Location:
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None  # libyaml marks every event
        width = end.column - start.column if end.line == start.line else 1
        return Location(self.file, start.line + 1, start.column + 1, max(1, width))

    def _open(self, node: Sequence | Mapping, anchor: str | None) -> None:
        if len(self.stack) >= DEEPEST:
            self._stop("yaml-too-deep", node.at, f"more than {DEEPEST} levels of nesting", "flatten the record")
        self.stack.append((node, anchor))
        self.pending.append(None)

    def _close(self) -> None:
        node, anchor = self.stack.pop()
        self.pending.pop()
        if isinstance(node, Mapping):
            _merge(node)
        self._add(node, anchor)

    def _alias(self, event: yaml.AliasEvent) -> None:
        node = self.anchors.get(event.anchor or "")
        at = self._at(event)
        if node is None:
            self._stop(
                "yaml-syntax",
                at,
                f"`*{event.anchor}` stands for nothing: with a `*` first, YAML takes it for the name of another value",
                "put the value in quotes",
                label="no such anchor",
            )
        else:
            self._add(node, None)

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        if not self.stack:
            self.top = node
            return
        parent = self.stack[-1][0]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.pending[-1] is None:
            self.pending[-1] = self._as_key(node)
            return
        else:
            self._put(parent, self.pending[-1], node)
            self.pending[-1] = None
        parent.size += node.size
        if parent.size > LARGEST:
            self._stop(
                "yaml-too-large",
                node.at,
                f"more than {LARGEST:,} values once every `*alias` is written out",
                "write the records out, or split the file",
            )

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        raise _HopelessError(Problem("yaml-syntax", braces(self.text, node.at)))

    def _put(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if (
            key.plain
            and key.text[:1] in SIGNS
            and (said := bullet_at(self.text.splitlines(), self.file, key.at.line - 1))
        ):
            raise _HopelessError(Problem("yaml-syntax", said))
        first = parent.keys.get(key.text)
        if first is None:
            parent.keys[key.text] = key
            parent.values[key.text] = node
            return
        complaint = Complaint(
            key.at,
            f"`{key.text}` stands twice in one record",
            help=f"keep one of the two; the first is in line {first.at.line}",
            label="the second one",
        )
        self.problems.append(Problem("duplicate-key", complaint))

    def _stop(self, rule: str, at: Location, message: str, cure: str, *, label: str = "") -> None:
        raise _HopelessError(Problem(rule, Complaint(at, message, help=cure, label=label)))


def _merge(node: Mapping) -> None:
    """Writes `<<: *anchor` out; what the record says itself wins."""
    merged = node.values.get("<<")
    if merged is None or node.keys["<<"].plain is False:
        return
    sources = merged.items if isinstance(merged, Sequence) else [merged]
    del node.values["<<"], node.keys["<<"]
    for source in sources:
        if isinstance(source, Mapping):
            for key, value in source.values.items():
                node.keys.setdefault(key, source.keys[key])
                node.values.setdefault(key, value)
