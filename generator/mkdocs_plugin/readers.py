"""Holds a site back from readers it is not meant for: where it would stand, and what it says."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data

from generator.build import days_of_site
from generator.leaks import Leak, find_leaks
from generator.loading.folders.files import shown
from generator.loading.site.front import read_front
from generator.loading.site.options import CONFIG
from generator.loading.syntax.text import decode, read_text
from generator.model.playbook import Playbook
from generator.model.settings import Settings
from generator.model.words import Audience

SHOWN = 10
"""Leaks that are told one by one; who has mended these sees the next."""


def is_preview(config: MkDocsConfig) -> bool:
    """Whether `mkdocs serve` asks, by the name of the folder that it serves from.

    `on_startup` would say so, but MkDocs keeps a plugin that has it from one configuration to the next.
    """
    site = Path(config.site_dir)
    return site.parent == Path(tempfile.gettempdir()) and site.name.startswith("mkdocs_")


def refuse_place(published: str, settings: Settings) -> None:
    """`published` says in mkdocs.yml who can open the place where the site will stand."""
    if not published:
        return
    if published not in list(Audience):
        known = ", ".join(Audience)
        raise Abort(f"tuneup: {CONFIG}: `published: {published}` is not known; use one of: {known}")
    if settings.audience.rank > Audience(published).rank:
        raise Abort(
            f"tuneup: a site for {settings.audience} must not stand where it is open to {published} "
            f"(`published: {published}` in {CONFIG}); build with `--audience {published}`, "
            "or publish it from a configuration of its own"
        )


def leave_out_above(files: Files, settings: Settings) -> list[str]:
    """A company's own page may say in its front matter who may read it: `audience: manager`.

    Returns what is wrong with the pages of which nobody can tell; no site may be made with them.
    """
    wrong: list[str] = []
    for file in list(files.documentation_pages()):
        front, mistakes = _front(file, shown(_path(file), settings.root))
        said = str(front.get("audience") or Audience.PUBLIC)
        if said not in list(Audience):
            if not mistakes:
                known = ", ".join(Audience)
                mistakes.append(
                    f"{shown(_path(file), settings.root)}: `audience: {said}` is not known; use one of: {known}"
                )
        elif Audience(said).rank > settings.audience.rank:
            files.remove(file)
        wrong += mistakes
    return wrong


def _path(file: File) -> Path:
    """One that another plugin made has none of its own."""
    return Path(file.abs_src_path or file.src_uri)


def _front(file: File, name: str) -> tuple[dict[str, object], list[str]]:
    """What stands at the head of a page, and what is wrong with it; MkDocs also knows a head without `---`."""
    text, problems = read_text(Path(file.abs_src_path), name) if file.abs_src_path else decode(file.content_bytes, name)
    front, wrong = read_front(text, name)
    mistakes = [
        f"{one.complaint.location}: {one.complaint.message}; {one.complaint.help}" for one in (*problems, *wrong)
    ]
    _, bare = get_data("\n".join(text.splitlines()) + "\n")
    return {**bare, **front}, mistakes


def refuse_leaks(whole: Playbook, settings: Settings, config: MkDocsConfig, not_secret: Iterable[str]) -> None:
    """Reads all that was built; the files that come with the theme say the same of every playbook."""
    leaks = find_leaks(
        Path(config.site_dir),
        whole,
        settings.audience,
        not_secret=not_secret,
        days=days_of_site(whole, settings),
        known=shipped_with(config.theme.dirs),
    )
    if leaks:
        raise Abort(f"tuneup: {told(leaks, settings.audience)}")


def told(leaks: Sequence[Leak], audience: Audience) -> str:
    """The leaks as lines, with what to do about them."""
    more = [f"and {len(leaks) - SHOWN} more"] if len(leaks) > SHOWN else []
    lines = [f"{len(leaks)} leaks: this site for {audience} says what is meant for those above"]
    lines += [f"  {line}" for line in (*map(str, leaks[:SHOWN]), *more)]
    lines.append(
        "take the words out of the page or template that says them; where they are no secret, "
        f"list them below `not_secret:` of the plugin in {CONFIG}"
    )
    return "\n".join(lines)


def shipped_with(theme: Iterable[str]) -> Callable[[str, bytes], bool]:
    """Whether a file is one of the theme's, unchanged; it may lie in the folder of a version."""
    folders = tuple(Path(folder) for folder in theme)

    def is_shipped(name: str, data: bytes) -> bool:
        ways = [name, name.partition("/")[2]]
        files = (folder / way for folder in folders for way in ways if way)
        return any(file.is_file() and file.read_bytes() == data for file in files)

    return is_shipped
