"""Finds templates by name, and says of one that is no text where it is and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2

from generator.loading.syntax.text import decode


class TemplateLoader(jinja2.FileSystemLoader):
    """As Jinja's own, but a file in another encoding is a mistake in its line and not a failure of the program."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise self._unreadable(template) from error

    def _unreadable(self, template: str) -> jinja2.TemplateSyntaxError:
        path = next(found for folder in self.searchpath if (found := Path(folder) / template).is_file())
        _, problems = decode(path.read_bytes(), str(path))
        (said,) = [problem.complaint for problem in problems]
        return jinja2.TemplateSyntaxError(
            f"{said.message}; {said.help}", max(said.location.line, 1), template, str(path)
        )
