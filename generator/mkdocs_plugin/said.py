"""Puts what MkDocs says into words with a place and a cure, as all messages of this program have them."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugins

from generator.loading.folders.files import shown
from generator.loading.site.options import CONFIG, config_node
from generator.loading.syntax.nodes import Mapping, Node, Scalar, Sequence
from generator.loading.syntax.text import read_text
from generator.loading.words import nearest, one_of
from generator.location import Location

Say = Callable[[str, str], None]
"""Is told the level, `note`, `warning` or `error`, and the message of what MkDocs has to say."""

_VALUE = re.compile(r"Config value '([^']*)': ")
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_LINK = re.compile(r"Doc file '([^']*)' contains (?:a link|an unrecognized relative link) '([^']*)', (.*)")
_TYPES = {"str": "a text", "list": "a list", "dict": "a group of settings", "bool": "true or false", "int": "a number"}


class Speaker(logging.Handler):
    """Takes the place of MkDocs' own log."""

    def __init__(self, say: Say, root: Path) -> None:
        super().__init__(logging.WARNING)
        self._say, self._root = say, root

    def emit(self, record: logging.LogRecord) -> None:
        self._say(record.levelname.lower(), in_our_words(record.getMessage(), self._root))


def in_our_words(said: str, root: Path) -> str:
    """Files are named from the playbook's folder."""
    said = said.replace(f"{root}/", "").replace(f"{root}\\", "")
    if value := _VALUE.match(said):
        return _of_value(value[1], said[value.end() :].split("\n")[0].rstrip("."), root)
    if link := _LINK.match(said):
        return _of_link(link[1], link[2], link[3], root)
    return said


def _of_value(option: str, rest: str, root: Path) -> str:
    if rest == "Required configuration not provided":
        return f"{CONFIG}: `{option}`: this line is missing; add it"
    place = _place(config_node(root), option, [one or other for one, other in _QUOTED.findall(rest)])
    return f"{place or CONFIG}: {_plainly(option, rest)}"


def _plainly(option: str, rest: str) -> str:
    if found := re.match(r"Unrecognised theme name: '(.*)'\. The available installed themes are: (.*)", rest):
        return f"no theme called `{found[1]}` is installed; {_use(found[1], found[2].split(', '))}"
    if found := re.match(r'The "(.*)" plugin is not installed', rest):
        return f"no plugin called `{found[1]}` is installed; {_use(found[1], list(get_plugins()))}"
    if found := re.match(r"Expected type: <class '(\w+)'> but received: <class '(\w+)'>", rest):
        return f"`{option}` holds {_TYPES.get(found[2], found[2])} where {_TYPES.get(found[1], found[1])} is needed"
    if rest.startswith("Unrecognised configuration name"):
        near = nearest(option, list(MkDocsConfig()))
        return f"MkDocs knows no `{option}`, and passes over it; {f'use `{near}`' if near else 'take it out'}"
    return f"`{option}`: {rest[:1].lower() + rest[1:]}"


def _use(word: str, known: list[str]) -> str:
    near = nearest(word, known)
    return f"use `{near}`" if near else f"install it, or use one of: {one_of(sorted(known))}"


def _place(config: Mapping | None, option: str, words: list[str]) -> Location | None:
    """Where one of the words stands below the option, or else the option itself."""
    if config is None or option not in config.keys:
        return None
    found = (at for word in words for written, at in _written(config.values[option]) if written == word)
    return next(found, config.keys[option].at)


def _written(node: Node) -> Iterator[tuple[str, Location]]:
    if isinstance(node, Scalar):
        yield node.text, node.at
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _written(item)
    else:
        for key, value in node.values.items():
            yield key, node.keys[key].at
            yield from _written(value)


def _of_link(page: str, link: str, why: str, root: Path) -> str:
    """`page` is named from the folder of own pages; one that was generated has no line that anybody could mend."""
    config = config_node(root)
    folder = config.values.get("docs_dir") if config else None
    path = root / (folder.text if isinstance(folder, Scalar) else "docs") / page
    if not path.is_file():
        return f"page `{page}`: the link `{link}` leads nowhere: {why}"
    file = shown(path, root)
    lines = read_text(path, file)[0].split("\n")
    number = next((number for number, line in enumerate(lines, 1) if f"({link}" in line or f": {link}" in line), 0)
    at = Location(file, number, lines[number - 1].index(link) + 1) if number else Location(file)
    why_not, cure = "there is no such file", "mend it, or take it out"
    if "anchor" in why:
        why_not = f"there is no heading `#{link.partition('#')[2]}` on that page"
    elif why.startswith("it was left"):
        why_not, cure = "it names a folder", "name the file of the page, ending in `.md`"
    return f"{at}: the link `{link}` leads nowhere: {why_not}; {cure}"
