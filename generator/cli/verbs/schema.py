"""`tuneup schema`: writes the JSON Schemas that editors complete from."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import write
from generator.exports.schema import FOLDER, schemas
from generator.loading import find_root


@click.command()
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Default: .schemas.")
def command(output: Path | None) -> None:
    """Write a JSON Schema for each area, for completion in editors."""
    folder = output or find_root(Path.cwd()) / FOLDER
    written = schemas()
    for name, text in written.items():
        write(folder / name, text)
    click.echo(f"{len(written)} schemas in {folder}", err=True)
