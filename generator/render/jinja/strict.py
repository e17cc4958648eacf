"""Refuses a filter or a test that nobody knows while a template is compiled, wherever in it that stands."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import TemplateAssertionError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from generator.loading.words import is_slip, nearest

OF_MKDOCS = ("url", "script_tag")
"""Filters that MkDocs adds for its themes."""


class StrictGenerator(CodeGenerator):
    """Jinja itself lets both pass inside an `if`, and fails on the page where that branch is taken."""

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802  (Jinja's name)
        self._known("filter", node, self.environment.filters)
        super().visit_Filter(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        self._known("test", node, self.environment.tests)
        super().visit_Test(node, frame)

    def _known(self, kind: str, node: nodes.Filter | nodes.Test, known: Iterable[str]) -> None:
        if node.name not in known:
            self.fail(_unknown(kind, node.name, nearest(node.name, known)), node.lineno)


def refuse_slips(template: nodes.Template, name: str, file: str) -> None:
    """Of the theme's blocks: a filter or a test that is nearly one of Jinja's own; other plugins may bring more."""
    for node in template.find_all((nodes.Filter, nodes.Test)):
        kind, known = ("filter", FILTERS) if isinstance(node, nodes.Filter) else ("test", TESTS)
        near = nearest(node.name, known)
        if node.name not in {*known, *OF_MKDOCS} and is_slip(node.name, near):
            raise TemplateAssertionError(_unknown(kind, node.name, near), node.lineno, name, file)


def _unknown(kind: str, name: str, near: str) -> str:
    return f"no {kind} named '{name}'; {f'use `{near}`' if near else 'take it out'}"
