"""The story of a release: each step adds to a draft, and only the last two can be seen by anybody.

Whoever is stopped before them has published nothing and starts again. The push takes branch and tag there in one move,
or neither; the record does the same here. Whoever is stopped between the two finds the version out on the next run,
and only the record is left to do. Two releases at once need no lock: each names what it found, the later is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from generator.loading.git.scratch import scratch
from generator.publish.branch import lay
from generator.publish.draft import Draft, RefusedError, Wanted, Work
from generator.publish.git import Git, GitError
from generator.publish.make import build, read, tell
from generator.publish.refs import commit, push, record
from generator.publish.survey import survey

Step = Callable[[Draft, Work], Draft]

STEPS: tuple[Step, ...] = (survey, build, lay, read, tell, commit, push, record)


def release(wanted: Wanted, work: Work) -> Draft:
    """Publishes, or raises `RefusedError` and leaves the branch, the tags and the remote as they were."""
    with scratch() as folder:
        try:
            draft = _begin(wanted, folder)
            for step in STEPS:
                draft = step(draft, work)
        except GitError as error:
            raise RefusedError(f"git: {error}; nothing was published") from error
    return draft


def _begin(wanted: Wanted, folder: Path) -> Draft:
    here = Git(wanted.root)
    if not here.finds("rev-parse", "--git-dir"):
        raise RefusedError(f"{wanted.root} is not in a git repository, and versions are kept in one")
    common = Path(here("rev-parse", "--path-format=absolute", "--git-common-dir"))
    aside = folder / "aside"
    here("init", "--quiet", "--bare", f"--object-format={here('rev-parse', '--show-object-format')}", str(aside))
    if (common / "shallow").is_file():  # where history was cut off; git would look for what is not there
        (aside / "shallow").write_bytes((common / "shallow").read_bytes())
    env = {"GIT_DIR": str(aside), **_objects(common, wanted), **_who(here)}
    return Draft(wanted, folder, here, Git(aside, env))


def _objects(common: Path, wanted: Wanted) -> dict[str, str]:
    """What is made lies where it is pushed from; in a dry run it only looks there."""
    name = "GIT_ALTERNATE_OBJECT_DIRECTORIES" if wanted.dry_run else "GIT_OBJECT_DIRECTORY"
    return {name: str(common / "objects")}


def _who(here: Git) -> dict[str, str]:
    """Who releases, as the company's repository says."""
    said = re.fullmatch(r"(.*) <(.*)> \d+ \S+", here.finds("var", "GIT_COMMITTER_IDENT"))
    if not said:
        raise RefusedError(
            "git does not know who releases; say it with "
            '"git config user.name NAME" and "git config user.email ADDRESS"'
        )
    return {
        f"GIT_{role}_{part}": said[n] for role in ("AUTHOR", "COMMITTER") for n, part in ((1, "NAME"), (2, "EMAIL"))
    }
