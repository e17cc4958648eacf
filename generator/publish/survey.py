"""Looks where a release starts from. Nothing is kept from one release to the next but what stands in git."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from verspec.loose import LooseVersion

from generator.publish.draft import Draft, Published, RefusedError, Wanted, Work
from generator.publish.git import Git, GitError
from generator.publish.history import refuse_older
from generator.publish.refuse import (
    refuse_changes,
    refuse_checked_out,
    refuse_name,
    refuse_other_playbook,
    refuse_versions,
)

VERSIONS = "versions.json"
"""Mike's list of what is on the branch."""
COMMIT = "commit"
"""The property of a version in that list that names what it was built from."""
FOLDER = "folder"
"""And in which folder of the repository that playbook lies."""


def survey(draft: Draft, work: Work) -> Draft:
    """Finds commit, branch and tag, and refuses what could not end well."""
    wanted, here = draft.wanted, draft.here
    refuse_name(wanted)
    refuse_changes(here)
    refuse_checked_out(wanted, here)
    commit = here("rev-parse", "--verify", "HEAD^{commit}")
    when = datetime.datetime.fromtimestamp(int(here("log", "-1", "--format=%ct", commit)), datetime.UTC)
    below = here("rev-parse", "--show-prefix").rstrip("/") or "."
    draft = _branch(replace(draft, commit=commit, when=when, below=below))
    versions = _versions(here, draft.base)
    draft = replace(draft, versions=versions, is_out=_is_out(draft, versions))
    refuse_other_playbook(draft)
    refuse_versions(draft)
    refuse_older(draft, work)
    work.say("commit", f"{commit[:7]} of {when:%Y-%m-%d}")
    return _tag(draft) if wanted.version else draft


def _branch(draft: Draft) -> Draft:
    """As it is published, or as it is here where that holds more."""
    wanted, here = draft.wanted, draft.here
    mine = here.finds("rev-parse", "--verify", "--quiet", f"refs/heads/{wanted.branch}")
    theirs = _fetched(wanted, here) if wanted.remote else ""
    draft = replace(draft, mine=mine, theirs=theirs)
    if not (mine and theirs):
        return replace(draft, base=mine or theirs)
    shared = here.finds("merge-base", mine, theirs)
    if shared not in (mine, theirs):
        raise RefusedError(
            f"the branch {wanted.branch} here and at {wanted.remote} have parted; look at both and keep one: "
            f'"git branch -f {wanted.branch} {wanted.remote}/{wanted.branch}" takes theirs'
        )
    return replace(draft, base=theirs if shared == mine else mine)


def _fetched(wanted: Wanted, here: Git) -> str:
    branch = f"refs/heads/{wanted.branch}"
    try:
        found = here("ls-remote", wanted.remote, branch).partition("\t")[0]
        if found:
            there = f"refs/remotes/{wanted.remote}/{wanted.branch}"
            here("fetch", "--quiet", "--no-write-fetch-head", "--no-tags", wanted.remote, f"+{branch}:{there}")
    except GitError as error:
        raise RefusedError(f"{wanted.remote} cannot be reached ({error}); with --no-push it is left out") from error
    return found


def _versions(here: Git, base: str) -> tuple[Published, ...]:
    text = here.finds("show", f"{base}:{VERSIONS}") if base else ""
    try:
        listed = [
            Published(str(item["version"]), *_origin(item.get("properties") or {})) for item in json.loads(text or "[]")
        ]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RefusedError(f"{VERSIONS} on the branch cannot be read ({error}); mend it there by hand") from error
    return tuple(sorted(listed, key=lambda known: LooseVersion(known.version), reverse=True))


def _origin(properties: Mapping[str, object]) -> tuple[str, str]:
    return str(properties.get(COMMIT, "")), str(properties.get(FOLDER, ""))


def _is_out(draft: Draft, versions: Iterable[Published]) -> bool:
    return (draft.wanted.version, draft.commit) in {(known.version, known.commit) for known in versions}


def _tag(draft: Draft) -> Draft:
    """The tag where there is one, as when a tag starts the release; one at another commit is not moved."""
    wanted, here = draft.wanted, draft.here
    name = f"refs/tags/{wanted.version}"
    mine = here.finds("rev-parse", "--verify", "--quiet", name)
    theirs = here("ls-remote", wanted.remote, name).partition("\t")[0] if wanted.remote else ""
    if theirs and theirs != mine:
        here("fetch", "--quiet", "--no-write-fetch-head", "--no-tags", wanted.remote, name)
    for tag in filter(None, (mine, theirs)):
        if here("rev-parse", f"{tag}^{{commit}}") != draft.commit:
            at = here("rev-parse", "--short", f"{tag}^{{commit}}")
            raise RefusedError(
                f"the tag `{wanted.version}` stands at {at}, not at {draft.commit[:7]}, which is checked out; "
                f'release that with "git checkout {wanted.version}", or give this one the next number'
            )
    return replace(draft, tag=theirs or mine, tagged_here=bool(mine), tagged_there=bool(theirs))
