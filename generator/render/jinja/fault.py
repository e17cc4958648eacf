"""Says where a template is broken, in place of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import jinja2

from generator.loading.folders.files import shown
from generator.location import Location

SUFFIXES = (".j2", ".html")
"""What the names of templates end in: the pages' own and the theme's."""


class TemplateFaultError(Exception):
    """A template that cannot be used; the message says why, without the place."""

    def __init__(self, location: Location, message: str) -> None:
        super().__init__(f"{location.file}:{location.line}: {message}")
        self.location = location
        self.message = message


_FAULTS = (
    jinja2.TemplateError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)


@contextmanager
def places(root: Path) -> Iterator[None]:
    """Errors in a template are raised with their line; what went wrong outside of one is left alone."""
    try:
        yield
    except _FAULTS as error:
        file, line = _place(error)
        if not file:
            raise
        raise TemplateFaultError(Location(shown(Path(file), root), line), _said(error)) from error


def _place(error: Exception) -> tuple[str, int]:
    """The innermost line of a template that was being used; Jinja gives its code the template's name and lines."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    found = ("", 0)
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(SUFFIXES):
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _said(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"no template is called `{error.name}`"
    if isinstance(error, RecursionError):
        return "this template uses itself, directly or by way of another; take out the `include`, `import` or call"
    said = error.message if isinstance(error, jinja2.TemplateError) and error.message else str(error)
    return (said[:1].lower() + said[1:]).rstrip(".")
