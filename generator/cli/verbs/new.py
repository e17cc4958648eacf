"""`tuneup new DIR`: a new company's playbook, ready to be filled."""

from __future__ import annotations

import os
import shlex
import textwrap
from collections.abc import Mapping
from pathlib import Path

import click

from generator.cli.common import write
from generator.exports.export import repository
from generator.exports.requirement import is_missing
from generator.exports.schema import FOLDER, schemas
from generator.exports.starter import FORGE, for_top, starter


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", metavar="COMPANY", help="The company's name. Default: that of the folder.")
def command(directory: Path, name: str | None) -> None:
    """Begin a playbook in DIR: commented content, mkdocs.yml, workflows and editor settings.

    Inside a git repository the workflows go to its top, where GitHub reads them; nothing there is written over.
    """
    if directory.exists() and any(path.name != ".git" for path in directory.iterdir()):
        raise click.UsageError(f"{directory} is not empty; name a folder that does not exist yet")
    company = _one_line(_in_words(directory.resolve().name) if name is None else name)
    top = repository(directory)
    below = directory.resolve().relative_to(top).as_posix()
    files = {**starter(company), **{f"{FOLDER}/{file}": text for file, text in schemas().items()}}
    forge = {} if below == "." else for_top(files, below)
    files = {path: text for path, text in files.items() if not (forge and path.startswith(FORGE))}
    for file, text in files.items():
        write(directory / file, text)
    click.echo(f"{len(files)} files for {company} in {directory.resolve()}{os.sep}.", err=True)
    if forge:
        _write_at(top, forge, below)
    _say_what_to_bring(directory, files["requirements.txt"])
    steps = (
        ["tuneup serve"] if directory.resolve() == Path.cwd() else [f"cd {shlex.quote(str(directory))}", "tuneup serve"]
    )
    click.echo("\n  ".join(("Now:", *steps)), err=True)


def _write_at(top: Path, files: Mapping[str, str], below: str) -> None:
    """The files for the forge, where the playbook is not a repository of its own; what is there already stays."""
    kept = [file for file in files if (top / file).exists()]
    new = [file for file in files if file not in kept]
    for file in new:
        write(top / file, files[file])
    if new:
        click.echo(f"GitHub reads these at the top of a repository alone, so they are in {top}{os.sep}:", err=True)
        click.echo("\n".join(f"  {file}" for file in new), err=True)
    for file in kept:
        click.echo(f"{file} is there already and stays as it is; add to it for {below}:\n", err=True)
        click.echo(textwrap.indent(files[file], "  "), err=True)


def _say_what_to_bring(directory: Path, requirements: str) -> None:
    wanted = requirements.splitlines()[-1]
    if is_missing(wanted):
        click.echo(
            f"The workflows install {wanted}, which is not there yet: put it into "
            f"{directory.resolve()}{os.sep} and commit it; requirements.txt says how it is made.",
            err=True,
        )


def _one_line(name: str) -> str:
    """The name without the spaces round it; what has no letter or digit is no name."""
    name = " ".join(name.split())
    if not any(letter.isalnum() for letter in name) or not name.isprintable():
        said = f"`{name}` is not the name of a company" if name else "the company's name is empty"
        raise click.UsageError(f"{said}; give it as in --name 'Acme Valves'")
    return name


def _in_words(folder: str) -> str:
    """`acme-valves` is Acme Valves; capitals that somebody has chosen stay."""
    return " ".join(word if word[:1].isupper() else word[:1].upper() + word[1:] for word in folder.split("-"))
