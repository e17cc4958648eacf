"""What a release refuses before anything is built, and what to do about it."""

from __future__ import annotations

import re

from verspec.loose import LooseVersion

from generator.publish.draft import LATEST, Draft, RefusedError, Wanted
from generator.publish.git import Git

VERSION = re.compile(r"v?\d+(\.\d+)*([-.]?(a|b|rc|alpha|beta)\.?\d*)?", re.ASCII)
SHOWN = 5
"""Files that are named one by one."""


def refuse_name(wanted: Wanted) -> None:
    name = wanted.version
    if not name and not wanted.drop:
        raise RefusedError("no version is named; write for example `tuneup release 2026.4`")
    if name and not VERSION.fullmatch(name):
        raise RefusedError(f"`{name}` is no version that can be put in order; write for example `2026.4` or `v1.2.0`")


def refuse_changes(here: Git) -> None:
    """A version that nobody could build again from its tag is none."""
    if not here.finds("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
        raise RefusedError("there is no commit yet; commit the playbook first")
    changed = [line[3:] for line in here("status", "--porcelain").splitlines()]
    if changed:
        more = f" and {len(changed) - SHOWN} more" if len(changed) > SHOWN else ""
        raise RefusedError(f"not committed: {', '.join(changed[:SHOWN])}{more}; commit or discard it, then release")


def refuse_checked_out(wanted: Wanted, here: Git) -> None:
    """Moving a branch under a working tree would leave its files behind."""
    folder = ""
    for line in here("worktree", "list", "--porcelain").splitlines():
        folder = line.removeprefix("worktree ") if line.startswith("worktree ") else folder
        if line == f"branch refs/heads/{wanted.branch}":
            raise RefusedError(f"the branch {wanted.branch} is checked out in {folder}; switch to another there")


def refuse_versions(draft: Draft) -> None:
    """A number is given once, and numbers go up."""
    wanted, known = draft.wanted, {item.version: item for item in draft.versions}
    _refuse_drops(draft, list(known))
    if not draft.builds or not known:
        return
    if wanted.version in known:
        built = known[wanted.version].commit[:7]
        raise RefusedError(
            f"`{wanted.version}` is published already{f', from {built}' if built else ''}, and people have read it; "
            "give this one the next number"
        )
    newest = draft.versions[0].version
    if wanted.version.startswith("v") != newest.startswith("v"):
        with_, cure = ("with", f"v{wanted.version}") if newest.startswith("v") else ("without", wanted.version[1:])
        raise RefusedError(
            f"the versions that are published are written {with_} a `v`, as `{newest}` is, and beside them "
            f"`{wanted.version}` would stand in the wrong place; write `{cure}`"
        )
    if LooseVersion(wanted.version) <= LooseVersion(newest):
        raise RefusedError(
            f"`{wanted.version}` does not come after `{newest}`, which is published, and `{LATEST}` would go back; "
            "give it a higher number"
        )


def refuse_other_playbook(draft: Draft) -> None:
    """Of two playbooks in one repository the later would take the place of the first."""
    others = {known.folder for known in draft.versions if known.folder} - {draft.below}
    if others:
        branch = f"{re.sub(r'[^a-zA-Z0-9]+', '-', draft.below).strip('-') or 'top'}-pages"
        raise RefusedError(
            f"the branch {draft.wanted.branch} holds the versions of the playbook in `{min(others)}`, not of that in "
            f"`{draft.below}`; publish this one on a branch of its own, such as `--branch {branch}`, or from a "
            "repository of its own (GitHub shows one site for each)"
        )


def _refuse_drops(draft: Draft, known: list[str]) -> None:
    for name in draft.wanted.drop:
        if name not in known:
            raise RefusedError(
                f"`{name}` is not published, so it cannot be dropped; published: {', '.join(known) or 'none'}"
            )
        if name == draft.wanted.version or (not draft.builds and name == known[0]):
            raise RefusedError(f"`{name}` is what `{LATEST}` shows; publish the next version first, then drop it")
