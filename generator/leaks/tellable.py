"""What changed, as far as today's readers may know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.derive.history.changes import Change
from generator.derive.history.releases import Release
from generator.leaks.silence import telling_nothing
from generator.model.playbook import Playbook


class _Piece(NamedTuple):
    """A change's own words, or those of one of its fields, where `field` is its place among them."""

    change: int
    field: int | None
    text: str


def tellable(releases: Sequence[Release], whole: Playbook, seen: Playbook) -> list[Release]:
    """Without what is secret by now: what everybody could read two versions ago may not be for all today."""
    pieces = [piece for release in releases for change in release.changes for piece in _pieces(change)]
    open_ = set(telling_nothing(pieces, lambda piece: piece.text, whole, seen))
    told = (replace(release, changes=tuple(_open(release.changes, open_, whole, seen))) for release in releases)
    return [release for release in told if release.changes]


def tellable_changes(changes: Sequence[Change], whole: Playbook, seen: Playbook) -> list[Change]:
    """The same for the changes of one step."""
    pieces = [piece for change in changes for piece in _pieces(change)]
    return list(_open(changes, set(telling_nothing(pieces, lambda piece: piece.text, whole, seen)), whole, seen))


def _pieces(change: Change) -> Iterator[_Piece]:
    own = (change.label, change.id, change.was_id, change.note, *(text for pair in change.instead for text in pair))
    yield _Piece(id(change), None, "\n".join(own))
    for place, field in enumerate(change.fields):
        yield _Piece(id(change), place, f"{field.was}\n{field.now}")


def _open(changes: Sequence[Change], open_: set[_Piece], whole: Playbook, seen: Playbook) -> Iterator[Change]:
    for change in changes:
        own, *fields = _pieces(change)
        if own in open_ and (change.id in seen.entries or change.id not in whole.entries):
            kept = tuple(change.fields[piece.field or 0] for piece in fields if piece in open_)
            affects = tuple(target for target in change.affects if target in seen.entries)
            yield replace(change, fields=kept, affects=affects)
