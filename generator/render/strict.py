"""Refuses a filter or a test that nobody knows while a template is compiled, wherever in it that stands."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from generator.loading.words import nearest


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
            near = nearest(node.name, known)
            cure = f"use `{near}`" if near else "take it out"
            self.fail(f"no {kind} named '{node.name}'; {cure}", node.lineno)
