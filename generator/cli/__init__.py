"""The command line: finds its verbs by their files, and imports one only when it is called."""

from __future__ import annotations

import gc
import importlib
import io
import os
import pkgutil
import sys
from typing import cast

import click

from generator.cli import verbs
from generator.loading.site.options import OptionError
from generator.loading.words import nearest

MANY_THINGS = 100_000
"""New things after which Python looks for rings of garbage. A run keeps nearly all that it makes, so that the usual 700
cost a tenth of its time and find next to nothing."""


class Verbs(click.Group):
    """Finds the verbs by their files and loads the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's own signature)
        return sorted(module.name for module in pkgutil.iter_modules(verbs.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        return cast(click.Command, importlib.import_module(f"{verbs.__name__}.{cmd_name}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            near = nearest(args[0], known)
            ctx.fail(
                f"no verb is called `{args[0]}`; " + (f"use `{near}`" if near else f"use one of: {', '.join(known)}")
            )
        return super().resolve_command(ctx, args)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="tuneup", prog_name="tuneup")
def tuneup() -> None:
    """A sales playbook kept as data in git, built into a website, and in tune by itself."""


def main() -> None:
    """Runs a verb. Exit 0: clean. 1: findings at or above --fail-on. 2: could not run."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    gc.set_threshold(MANY_THINGS)
    try:
        code = tuneup(standalone_mode=False) or 0
        gc.freeze()  # what is left goes with the process; to look through it once more takes a tenth of a small run
        sys.exit(code)
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (OptionError, OSError) as error:
        click.echo(f"tuneup: {_plain(error)}", err=True)
        sys.exit(2)


def _open_what_is_closed() -> None:
    """A shell can start us without an output (`>&-`); what is written there goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), encoding="utf-8"))


def _plain(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror.lower()}" if error.filename else error.strerror.lower()
    return str(error)
