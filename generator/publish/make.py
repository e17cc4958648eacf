"""What those who know playbooks do for a release: build the site, read what will be published, tell what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.publish.draft import Draft, RefusedError, Work
from generator.publish.git import Git
from generator.publish.history import is_here


def build(draft: Draft, work: Work) -> Draft:
    """Builds the site. Files that changed meanwhile would not be what is tagged."""
    if not draft.builds:
        return draft
    made = work.build(draft.folder / "site", draft.when)
    if draft.here("rev-parse", "HEAD") != draft.commit or draft.here("status", "--porcelain"):
        raise RefusedError("the playbook changed while it was built; nothing was published, release again")
    work.say("built", f"{sum(1 for _ in made.site.rglob('*.html'))} pages")
    return replace(draft, made=made)


def read(draft: Draft, work: Work) -> Draft:
    """Reads everything that will be published: an older version says what was no secret then and is one now."""
    if not draft.changes:
        return draft
    folder = draft.folder / "all"
    folder.mkdir()
    tree = {"GIT_INDEX_FILE": str(draft.folder / "index"), "GIT_WORK_TREE": str(folder)}
    there = Git(folder, {**draft.aside.env, **tree})
    there("read-tree", f"refs/heads/{draft.wanted.branch}")
    there("checkout-index", "--all")
    files, said = work.read(folder)
    if files:
        raise RefusedError(f"{said}\nnothing was published; {_cure(draft, files)}", judged=True)
    work.say("leaks", f"none in {len(draft.versions)} version{'' if len(draft.versions) == 1 else 's'}")
    return draft


def _cure(draft: Draft, files: Sequence[str]) -> str:
    inside = {file.partition("/")[0] for file in files}
    older = [known.version for known in draft.versions if known.version in inside - {draft.wanted.version}]
    if not older:
        return "take it out and release again"
    drops = " ".join(f"--drop {version}" for version in reversed(older))
    return f"add `{drops}` to take the older versions away, and `--squash-history` to take them out of history too"


def tell(draft: Draft, work: Work) -> Draft:
    """The notes: what is new since the version before."""
    if not draft.wanted.version:
        return draft
    before = next((known for known in draft.versions if known.version != draft.wanted.version), None)
    return replace(draft, notes=work.notes(before if before and is_here(draft, before.commit) else None))
