"""What was published before, beside what is checked out: whether it is known here, and which of both came first."""

from __future__ import annotations

import datetime

from generator.publish.draft import LATEST, Draft, RefusedError, Work


def is_here(draft: Draft, commit: str) -> bool:
    """A clone that lacks it fetches it; only one without history fetches it alone, or it would lose its own."""
    here, remote = draft.here, draft.wanted.remote
    if remote and not here.finds("cat-file", "-t", commit):
        depth = ["--depth=1"] if here("rev-parse", "--is-shallow-repository") == "true" else []
        here.finds("fetch", "--quiet", "--no-write-fetch-head", "--no-tags", *depth, remote, commit)
    return here.finds("cat-file", "-t", commit) == "commit"


def refuse_older(draft: Draft, work: Work) -> None:
    """A higher number on older content would take readers back to what is no longer said.

    Only what does not build on the newest version is judged by its day: a clone may have no history to look in.
    """
    newest = draft.versions[0] if draft.versions else None
    if not draft.builds or newest is None or not newest.commit or not is_here(draft, newest.commit):
        return
    here = draft.here
    seconds = int(here("log", "-1", "--format=%ct", newest.commit))
    then = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    base = here.finds("merge-base", newest.commit, draft.commit)
    if base == newest.commit or newest.commit == draft.commit:
        return
    if base != draft.commit and draft.when >= then:
        if base:
            work.say("hint", f"what is checked out lacks {newest.commit[:7]}, from which `{newest.version}` was built")
        return
    raise RefusedError(
        f"{draft.commit[:7]} of {draft.when:%Y-%m-%d}, which is checked out, is older than what `{newest.version}` was "
        f"built from, {newest.commit[:7]} of {then:%Y-%m-%d}, and `{LATEST}` would go back; pull what came after it, "
        'or go back on purpose with "git revert" and release that'
    )
