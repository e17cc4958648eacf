"""Says in plain words, and with a cure, what makes a text not YAML."""

from __future__ import annotations

import re
from functools import partial

import yaml

from generator.finding import Complaint
from generator.loading.problem import Problem
from generator.loading.syntax.brackets import bracket
from generator.loading.syntax.bullets import bullet
from generator.loading.syntax.lost_key import colon_in_text, nameless_list, nameless_text
from generator.loading.syntax.signs import unquoted_sign
from generator.loading.syntax.slips import misplaced_line, unclosed_quote
from generator.loading.syntax.spaces import missing_space
from generator.location import Location

PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "a second `:` in one line",
        "put the text after the first `:` in quotes",
    ),
    (
        "cannot start any token",
        "a character that cannot begin a value",
        "put the value in quotes",
    ),
    (
        "could not find expected ':'",
        "a line without the `:` that a key needs",
        "write `key: value`, or indent the line under the text it belongs to",
    ),
    (
        "did not find expected key",
        "a line that is not indented like its neighbours",
        "line the keys of one record up under each other",
    ),
    (
        "did not find expected '-' indicator",
        "a line that is not indented like the list it stands in",
        "line the `-` signs up under each other",
    ),
    (
        "block sequence entries are not allowed",
        "a `-` where no list can begin",
        "start the list on a line of its own, or put the text in quotes",
    ),
    (
        "while scanning a quoted scalar",
        "a quote that is never closed",
        "close the quote, or double it inside the text",
    ),
    (
        "found undefined alias",
        "a `*` at the start of a value, which YAML takes for an alias",
        "put the value in quotes",
    ),
    (
        "found unknown escape",
        "a backslash that YAML does not know in double quotes",
        "use single quotes",
    ),
    (
        "control characters are not allowed",
        "an invisible control character",
        "delete the character",
    ),
    (
        "special characters are not allowed",
        "an invisible control character",
        "delete the character",
    ),
    (
        "did not find expected node content",
        "nothing stands where a value is needed",
        "write the value, or delete the `,` or the bracket before it",
    ),
    (
        "did not find expected <document start>",
        "text after the end of the record",
        "line the keys up under each other",
    ),
)
"""A phrase of libyaml's, what it means, what to do."""


def syntax(error: yaml.YAMLError, file: str, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    slip = _slip(error, text, file, mark.line) if mark else None
    if slip is not None:
        return Problem("yaml-syntax", slip)
    said = " ".join(filter(None, (getattr(error, "context", None), getattr(error, "problem", None)))) or str(error)
    if "could not find expected ':'" in said:  # reading went on to the next line
        mark = getattr(error, "context_mark", None) or mark
    at = Location(file, mark.line + 1, mark.column + 1) if mark else _invisible(file, text)
    message, cure = _cause(said, text.splitlines()[mark.line : mark.line + 1] if mark else [], at.column)
    return Problem("yaml-syntax", Complaint(at, message, help=cure, label="here"))


def _slip(error: yaml.YAMLError, text: str, file: str, stopped: int) -> Complaint | None:
    looks = (
        unclosed_quote,
        partial(bracket, error),
        partial(bullet, error),
        unquoted_sign,
        missing_space,
        partial(nameless_text, error),
        misplaced_line,
        partial(nameless_list, error),
        partial(colon_in_text, error),
    )
    return next((found for look in looks if (found := look(text, file, stopped))), None)


def _cause(said: str, line: list[str], column: int) -> tuple[str, str]:
    if line and "\t" in line[0][:column]:
        return "a tab where spaces are needed", "indent with spaces"
    if line and "did not find expected" in said and line[0][: column - 1].rstrip().endswith(("'", '"')):
        return (
            "text that goes on after its quote is closed",
            "double the quote inside the text, or quote with the other kind",
        )
    for phrase, message, cure in PLAIN_WORDS:
        if phrase in said:
            return message, cure
    return f"this is not YAML: {said}", "compare the line with its neighbours"


def _invisible(file: str, text: str) -> Location:
    found = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]", text)
    if not found:
        return Location(file, 1, 1)
    line = text.count("\n", 0, found.start()) + 1
    return Location(file, line, found.start() - text.rfind("\n", 0, found.start()))
