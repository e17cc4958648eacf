"""The only steps that can be seen: one commit and one tag, shown there in one move and then here."""

from __future__ import annotations

from dataclasses import replace

from generator.publish.draft import Draft, RefusedError, Work
from generator.publish.git import Git, GitError


def commit(draft: Draft, _work: Work) -> Draft:
    """Branch and tag as objects, to which nothing leads yet."""
    wanted, when = draft.wanted, draft.when.isoformat()
    dated = Git(draft.aside.folder, {**draft.aside.env, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when})
    head, tag = draft.base, draft.tag
    if draft.changes:
        parents = ["-p", draft.base] if draft.base and not wanted.squash else []
        tree = dated("rev-parse", f"refs/heads/{wanted.branch}^{{tree}}")
        head = dated("commit-tree", tree, *parents, put=_message(draft))
    if wanted.version and not tag:
        said = f"{wanted.version}\n\n{draft.notes}"
        dated(
            "tag", "--annotate", "--no-sign", "--cleanup=verbatim", "--file=-", wanted.version, draft.commit, put=said
        )
        tag = dated("rev-parse", f"refs/tags/{wanted.version}")
    return replace(draft, head=head, tag=tag)


def push(draft: Draft, work: Work) -> Draft:
    """Branch and tag together, and only where both still are as they were found."""
    wanted = draft.wanted
    branch, tag = f"refs/heads/{wanted.branch}", f"refs/tags/{wanted.version}"
    moves = {branch: (draft.theirs, draft.head)} if draft.head != draft.theirs else {}
    if wanted.version and not draft.tagged_there:
        moves[tag] = ("", draft.tag)
    if not wanted.remote or wanted.dry_run or not moves:
        return draft
    leases = [f"--force-with-lease={name}:{old}" for name, (old, _) in moves.items()]
    shown = [f"{new}:{name}" for name, (_, new) in moves.items()]
    try:
        draft.here("push", "--quiet", "--atomic", *leases, wanted.remote, *shown)
    except GitError as error:
        raise RefusedError(f"{wanted.remote} did not take it ({error}); {_cure(wanted.branch, str(error))}") from error
    work.say("pushed", f"{wanted.branch}{f' and the tag {wanted.version}' if tag in moves else ''} to {wanted.remote}")
    return draft


def _cure(branch: str, said: str) -> str:
    """A rule of the other side stays; only a branch that moved meanwhile is cured by another try."""
    if "[remote rejected]" in said and "cannot lock ref" not in said:
        return f"a rule there forbids it: allow whoever releases to push `{branch}` and tags, then release again"
    if "--atomic" in said:
        return "it must take branch and tag in one move, as GitHub and others do; with --no-push it is left out"
    return "release again: that looks first at what is published by then"


def record(draft: Draft, work: Work) -> Draft:
    """The same here, in one move. A branch that nobody has here is not made where it is published elsewhere."""
    wanted = draft.wanted
    if wanted.dry_run:
        return draft
    lines = _moves_here(draft)
    if not lines:
        return draft
    try:
        draft.here("update-ref", "--stdin", put="\n".join(("start", *lines, "prepare", "commit", "")))
    except GitError as error:
        out = f"it is published at {wanted.remote}, but " if wanted.remote else ""
        raise RefusedError(f"{out}the repository here has changed meanwhile ({error}); release again") from error
    work.say("recorded", f"{'tag and ' if wanted.version else ''}branch in this repository")
    return draft


def _moves_here(draft: Draft) -> list[str]:
    wanted, moves = draft.wanted, []
    if wanted.version and not draft.tagged_here:
        moves.append(f"create refs/tags/{wanted.version} {draft.tag}")
    if draft.mine != draft.head and (draft.mine or not wanted.remote):
        moves.append(f"update refs/heads/{wanted.branch} {draft.head} {draft.mine or '0' * len(draft.head)}")
    looked_up = f"refs/remotes/{wanted.remote}/{wanted.branch}"
    if wanted.remote and draft.here.finds("rev-parse", "--verify", "--quiet", looked_up) != draft.head:
        moves.append(f"update {looked_up} {draft.head}")
    return moves


def _message(draft: Draft) -> str:
    wanted = draft.wanted
    gone = f"take away {', '.join(wanted.drop)}" if wanted.drop else ""
    new = f"Release {wanted.version}" if draft.builds else ""
    said = ", ".join(filter(None, (new, gone)))
    return f"{said[:1].upper()}{said[1:]}\n\nFrom {draft.commit}\n"
