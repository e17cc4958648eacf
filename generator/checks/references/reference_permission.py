"""A reference client is used in a way they do not allow, or do not allow any more.

A client who finds their name in a brochure they never saw is a reference no longer. Ask them, and write in
`permission:` what they allow and until when. What is looked at: quotations, records that are public, uses on record,
and messages that name the client. A note comes `soon` days before a permission ends.

soon: 30 days, since the client's lawyers need some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.areas.messaging import Message
from generator.areas.references import Permission, Reference, Use
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.model.words import Audience

LEVEL = Level.ERROR


def check(facts: Facts, *, soon: int = 30) -> Iterator[Complaint]:
    references = current(facts, Reference)
    for reference in references:
        permission = reference.permission or Permission()
        if permission.expires is not None:
            yield from _ending(reference, (permission.expires - facts.today).days, soon)
        yield from _shown(reference, permission)
        for position, use in enumerate(reference.uses):
            if not getattr(permission, use.kind) or _was_over(permission, use):
                yield _complaint(
                    reference, f"was used for a {use.kind} on {use.on}", use.kind, "uses", position, "kind"
                )
    yield from _named(facts, {r.company.strip(): r for r in references if not (r.permission and r.permission.name)})


def _ending(reference: Reference, left: int, soon: int) -> Iterator[Complaint]:
    if left <= soon:
        assert reference.permission is not None
        ended = "ended" if left < 0 else "ends"
        yield Complaint(
            reference.at("permission", "expires"),
            f"the permission of reference `{reference.id}` {ended} on {reference.permission.expires}",
            help="ask them again and move `expires`, or set `status: retired`",
            label=f"{-left} days ago" if left < 0 else f"in {left} days",
            record=reference.id,
            level=None if left < 0 else Level.NOTE,
        )


def _shown(reference: Reference, permission: Permission) -> Iterator[Complaint]:
    if reference.quotation and not permission.quote:
        yield _complaint(reference, "is quoted", "quote", "quotation")
    if reference.audience is Audience.PUBLIC and not permission.name:
        yield _complaint(reference, "is public", "name", "audience")


def _named(facts: Facts, nameless: dict[str, Reference]) -> Iterator[Complaint]:
    """Messages that name one of the clients of `nameless`, by their company's name."""
    longest_first = sorted(nameless, key=len, reverse=True)
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for message in current(facts, Message) if nameless else ():
        found = names.search(message.text)
        if found:
            yield Complaint(
                message.at("text"),
                f"message `{message.id}` names reference `{nameless[found[0]].id}`, who does not allow their name",
                help="take the name out, or ask them and set `name: true` in their permission",
                label="named without permission",
                record=message.id,
            )


def _was_over(permission: Permission, use: Use) -> bool:
    return permission.expires is not None and use.on > permission.expires


def _complaint(reference: Reference, said: str, kind: str, *path: str | int) -> Complaint:
    return Complaint(
        reference.at(*path),
        f"reference `{reference.id}` {said} without permission",
        help=f"ask them and set `{kind}: true` in `permission:`, or do without",
        label="not allowed",
        record=reference.id,
    )
