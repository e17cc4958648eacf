"""Reads the files of one content folder into the trees of its areas."""

from __future__ import annotations

from pathlib import Path

from generator.areas import discover
from generator.finding import Complaint
from generator.loading.folders.files import files_of, passed_over, shown
from generator.loading.folders.lay import beside
from generator.loading.problem import Problem, empty_file
from generator.loading.syntax.comments import lost, swallowed
from generator.loading.syntax.compose import compose
from generator.loading.syntax.curly import curly
from generator.loading.syntax.nodes import Mapping, Node, Scalar
from generator.loading.syntax.text import read_text
from generator.loading.words import found, nearest, one_of
from generator.location import Location


def trees_of(folder: Path, root: Path, problems: list[Problem], files: dict[str, str]) -> dict[str, Mapping]:
    """The areas of one content folder: files and folders of files, laid side by side. Their texts go into `files`."""
    trees: dict[str, Mapping] = {}
    if not folder.is_dir():
        name = shown(folder, root)
        complaint = Complaint(
            Location(name), f"the folder `{name}` does not exist", help="create it, or mend `content:` in mkdocs.yml"
        )
        problems.append(Problem("file-unreadable", complaint))
    strange: dict[str, list[str]] = {}
    there = list(files_of(folder))
    for key, path in there:
        file = shown(path, root)
        if key not in discover():
            strange.setdefault(key, []).append(file)
            continue
        node = top_of(path, file, problems, files)
        if node is not None and key in trees:
            trees[key], doubles = beside(trees[key], node)
            problems += doubles
        elif node is not None:
            trees[key] = node
    files_there = {other: path.relative_to(folder).parts[0] for other, path in there}
    problems += [_stranger(key, of_key, files_there) for key, of_key in strange.items()]
    problems += [_passed_over(shown(path, root)) for path in passed_over(folder)]
    return trees


def top_of(path: Path, file: str, problems: list[Problem], files: dict[str, str]) -> Mapping | None:
    """What a file holds, where that is names; anything else is a problem, and None. Its text goes into `files`."""
    text, unreadable = read_text(path, file)
    problems += unreadable
    files[file] = text
    if unreadable:
        return None
    node, wrong = compose(text, file)
    problems += [*wrong, *swallowed(text, file, node)]
    if isinstance(node, Mapping):
        problems += [*lost(text, file), *curly(node)]
        return node
    if node is None or (isinstance(node, Scalar) and node.data is None):
        if not wrong:
            problems.append(empty_file(file))
        return None
    problems.append(_shapeless(file, node))
    return None


def _stranger(key: str, files: list[str], there: dict[str, str]) -> Problem:
    near = nearest(key, discover())
    alone = Path(files[0]).stem == key
    rename = f"rename it to `{near}.yml`" if alone else f"rename the folder to `{near}`"
    cure = (
        (f"take what only it says over into `{there[near]}`, then delete it" if near in there else rename)
        if near
        else f"use one of: {one_of(list(discover()))}; other files belong in `pages/` or `materials/`"
    )
    notes = (f"files of it: {one_of(files)}",) if len(files) > 1 else ()
    complaint = Complaint(Location(files[0]), f"no area is called `{key}`", help=cure, notes=notes)
    return Problem("unknown-file", complaint)


def _passed_over(file: str) -> Problem:
    name = Path(file).name
    cure = f"rename it to `{Path(name.removesuffix('.txt')).stem.lower()}.yml`"
    return Problem(
        "unknown-file",
        Complaint(Location(file), f"`{name}` is not read, since its name does not end in `.yml`", help=cure),
    )


def _shapeless(file: str, node: Node) -> Problem:
    said = f"the file begins with {found(node.data)} where names of lists are needed"
    return Problem(
        "yaml-syntax",
        Complaint(
            Location(file, node.at.line, node.at.column),
            said,
            help="begin with a name such as `objectives:` and indent the records under it",
        ),
    )
