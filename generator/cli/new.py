"""`tuneup new DIR`: a new company's playbook, ready to be filled."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from generator.cli.common import write
from generator.exports.schema import FOLDER, schemas
from generator.exports.starter import starter


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", metavar="COMPANY", help="The company's name. Default: that of the folder.")
def command(directory: Path, name: str | None) -> None:
    """Begin a playbook in DIR: commented content, mkdocs.yml and editor settings."""
    if directory.exists() and any(directory.iterdir()):
        raise click.UsageError(f"{directory} is not empty; name a folder that does not exist yet")
    company = _one_line(_in_words(directory.resolve().name) if name is None else name)
    files = {**starter(company), **{f"{FOLDER}/{file}": text for file, text in schemas().items()}}
    for file, text in files.items():
        write(directory / file, text)
    click.echo(f"{len(files)} files for {company} in {directory}{os.sep}. Now:", err=True)
    click.echo(f"  cd {shlex.quote(str(directory))}\n  tuneup serve", err=True)


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
