"""`tuneup export`: the playbook for other programs, such as flash cards for Anki."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import click

from generator.cli.common import settings_for, where_and_when, write_bytes
from generator.derive.audiences.audience import seen_by
from generator.derive.facts import Facts
from generator.exports.export import exports, file_of, place
from generator.loading import load

STDOUT = Path("-")


@click.command()
@click.argument("what", metavar="FORMAT")
@where_and_when
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Default: playbook.*; llms.txt; a folder for a calendar; .github/CODEOWNERS. With -: the terminal.",
)
def command(
    what: str, root: Path | None, as_of: datetime.date | None, audience: str | None, output: Path | None
) -> None:
    """Write the playbook for another program.

    FORMAT is anki for flash cards, calendar for each owner's reviews, codeowners for who is asked about which file,
    llms for assistants that write, or playbook for the approved messaging as JSON with its schema.
    """
    if what not in exports():
        raise click.BadParameter(
            f"no format is called `{what}`; use one of: {', '.join(exports())}", param_hint="FORMAT"
        )
    settings = settings_for(root, as_of, audience)
    kept = place(what, settings)
    whole = load(settings).playbook
    playbook = whole if kept else seen_by(whole, settings.audience)  # the repository holds all of it anyway
    made = exports()[what].export(Facts(playbook, settings.today), settings)
    if output == STDOUT:
        click.echo(_one(what, made), nl=False)
        return
    path = output or kept or Path.cwd() / _name(what, made)
    for file, content in {path: made}.items() if isinstance(made, bytes) else _inside(path, made):
        write_bytes(file, content)
    click.echo(f"{what} written to {path}", err=True)


def _name(what: str, made: bytes | Mapping[str, bytes]) -> str:
    """Several files that are known by their names lie here, others in a folder of their own."""
    if file := file_of(what):
        return file if isinstance(made, bytes) else "."
    return f"playbook{exports()[what].SUFFIX}" if isinstance(made, bytes) else f"playbook-{what}"


def _one(what: str, made: bytes | Mapping[str, bytes]) -> bytes:
    if isinstance(made, bytes):
        return made
    if (file := file_of(what)) in made:
        return made[file]
    raise click.BadParameter(f"{what} is several files; name a folder for them", param_hint="--output")


def _inside(folder: Path, files: Mapping[str, bytes]) -> list[tuple[Path, bytes]]:
    return [(folder / name, content) for name, content in files.items()]
