"""The branch as it will be: mike lays the site of a version beside the older ones, in a repository of its own."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace

from mike import commands
from mike.git_utils import Commit, FileInfo, walk_real_files

from generator.publish.draft import LATEST, Draft, Made, Published, Work
from generator.publish.git import NOT_OURS
from generator.publish.survey import COMMIT, FOLDER

NOINDEX = b'<meta name="robots" content="noindex">'
"""On each page of a version, so that it is not found by others once it is old."""
UNSAID = "-"
"""Mike's own commits are thrown away; one is made of them all."""


def lay(draft: Draft, work: Work) -> Draft:
    """The new version, `latest`, and the older ones that stay."""
    if not draft.changes:
        return draft
    branch = draft.wanted.branch
    if draft.base:
        draft.aside("update-ref", f"refs/heads/{branch}", draft.base)
    with _inside(draft):
        if draft.made:
            _add(draft, draft.made)
        if gone := _gone(draft):
            commands.delete(gone, branch=branch, message=UNSAID, allow_empty=True)
        names = [str(info.version) for info in commands.list_versions(branch)]
    known = {item.version: item for item in draft.versions}
    new = Published(draft.wanted.version, draft.commit, draft.below)
    work.say("versions", ", ".join(names) + (f"; gone: {', '.join(gone)}" if gone else ""))
    return replace(draft, versions=tuple(known.get(name, new) for name in names))


def _add(draft: Draft, made: Made) -> None:
    """Pages of Github follow no symbolic link, so `latest` is a copy."""
    wanted = draft.wanted
    config = {"site_dir": str(made.site), "use_directory_urls": True}
    with commands.deploy(
        config,
        wanted.version,
        aliases=[LATEST],
        update_aliases=True,
        alias_type=commands.AliasType.copy,
        branch=wanted.branch,
        message=UNSAID,
        allow_empty=True,
        set_props=[(COMMIT, draft.commit), (FOLDER, draft.below)],
    ):
        pass  # the site was built before
    commands.set_default(LATEST, branch=wanted.branch, message=UNSAID, allow_empty=True)
    with Commit(wanted.branch, UNSAID, allow_empty=True) as commit:
        commit.add_file(FileInfo("404.html", made.gone))
        for file in walk_real_files(made.site) if made.findable else ():
            if NOINDEX in file.data:
                found = FileInfo(file.path, file.data.replace(NOINDEX, b"", 1), file.mode)
                commit.add_file(found.copy(LATEST, made.site))


def _gone(draft: Draft) -> list[str]:
    names = [str(info.version) for info in commands.list_versions(draft.wanted.branch)]
    return [name for n, name in enumerate(names) if n >= draft.wanted.keep or name in draft.wanted.drop]


@contextlib.contextmanager
def _inside(draft: Draft) -> Iterator[None]:
    """Mike works in the repository that it stands in."""
    before = dict(os.environ)
    for name in NOT_OURS:
        os.environ.pop(name, None)
    os.environ.update(draft.aside.env)
    try:
        with contextlib.chdir(draft.aside.folder):
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)
