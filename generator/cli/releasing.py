"""What a release asks of this playbook: its site, the words that must not be in it, and what is new."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterator
from pathlib import Path

import click

from generator.build import Look
from generator.cli.common import OpenErrorsError, exit_code, speak_or_stop
from generator.cli.verbs.changes import told_between
from generator.cli.verbs.leaks import leaks_in, not_looked_for
from generator.finding import Level
from generator.model.settings import Settings
from generator.model.words import Audience
from generator.publish import Made, Published, RefusedError
from generator.publish.git import Git


class Builder:
    """What a release asks of this playbook."""

    def __init__(self, settings: Settings, as_of: datetime.date | None) -> None:
        from generator.mkdocs_plugin.make import Order  # slow to import

        self._settings = settings
        self._order = Order(settings.root, as_of, settings.audience, version=settings.version)

    def build(self, folder: Path, when: datetime.datetime) -> Made:
        """As `tuneup build`, but as a version, with the dates of its commit."""
        from generator.mkdocs_plugin.make import BuildStoppedError, build_site, configured
        from generator.render.page.version import gone_page

        try:
            with _dated(when):
                site = build_site(self._order, site_dir=folder, tell=_judge, say=_say_of_site)
            config = configured(self._order, _judge)
        except OpenErrorsError as error:
            raise RefusedError("nothing was published; mend the errors and release again", judged=True) from error
        except BuildStoppedError as error:
            raise RefusedError(f"nothing was published: {error}", judged=True) from error
        if not config.site_url:
            say(
                "hint",
                "with `site_url` in mkdocs.yml the version menu leads to the same page, not to the start, and readers "
                "can follow the changes in a feed",
            )
        if Git(self._settings.root).finds("rev-parse", "--is-shallow-repository") == "true":
            say(
                "hint",
                'without history the page of changes lacks older versions; "git fetch --unshallow --tags" brings it',
            )
        gone = gone_page(self._settings, config.site_name, config.site_url or "")
        return Made(site, gone, findable=self._settings.audience is Audience.PUBLIC)

    def read(self, folder: Path) -> tuple[list[str], str]:
        if unknown := not_looked_for(self._settings):
            say("hint", unknown)
        return leaks_in(folder, self._settings)

    def notes(self, before: Published | None) -> str:
        """In Markdown, for the readers of the site."""
        settings = self._settings
        if before is None:
            return f"The first version that is published: {settings.version}\n"
        return told_between(before.commit, None, settings, names=(before.version, settings.version), report="markdown")


def say(step: str, came_of_it: str) -> None:
    click.echo(f"  {step:<10}{came_of_it}", err=True)


def _judge(seen: Look, settings: Settings) -> None:
    """Tells what stands in the way, and of the rest how much there is."""
    if exit_code(seen.findings, "error"):
        errors = [finding for finding in seen.findings if finding.level is Level.ERROR and finding.accepted is None]
        speak_or_stop(Look(seen.facts, errors), settings)
    for finding in seen.findings:
        if finding.rule == "release-blocked-by-suspect" and finding.accepted is None:
            say("suspect", f"{finding.complaint.message}; {finding.complaint.help}")
    levels = [finding.level for finding in seen.findings if finding.accepted is None]
    many = ((levels.count(level), level.value) for level in (Level.WARNING, Level.NOTE))
    say("checked", ", ".join(("no errors", *(f"{count} {word}{'' if count == 1 else 's'}" for count, word in many))))


def _say_of_site(level: str, message: str) -> None:
    say(level, message)


@contextlib.contextmanager
def _dated(when: datetime.datetime) -> Iterator[None]:
    """MkDocs dates the pages by this variable (https://reproducible-builds.org/specs/source-date-epoch/)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before
