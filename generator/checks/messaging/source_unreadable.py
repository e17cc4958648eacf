"""A source, or a part of it, could not be read.

What nobody can read is never shown as fine: the messages it must carry are unknown. The cause is named: no such file,
a password, a scan without text, a page that a script fills, a host that does not answer, a call in which nobody of
`speakers:` speaks. Put a readable copy into
`materials/`, or mend `files:`. A part that could not be read while the rest could is a note.

A web page may take 1.8 seconds before it begins to answer, all pages that forward to it included. Once it has begun it
must not drip: less than 16 kB in 1.8 seconds, while there is more to come, ends the visit, and so do 15 seconds in any
case. Three such pages end a sitemap. A page that takes longer to begin can be saved to a file and named in `files:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.sources import Source
from generator.checks.quoted import mender
from generator.derive.drift import Unread
from generator.derive.facts import Facts
from generator.finding import Complaint, Level
from generator.location import Location
from generator.readers.address import NOT_FOLLOWED

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for unread in facts.drift.unread:
        source = facts.playbook.entries[unread.source]
        if isinstance(source, Source):
            how = "was not read in full" if unread.partly else "could not be read"
            what = f"`{unread.file}` {how}" if unread.file else "nothing to read"
            yield Complaint(
                _place(source, unread),
                f"source `{source.id}`: {what}: {unread.why.rstrip('.')}",
                help=_cure(unread),
                notes=mender(facts, source),
                level=Level.NOTE if unread.partly else None,
                source=source.id,
                match=unread.file,
            )


def _place(source: Source, unread: Unread) -> Location:
    """The field to mend, or the entry of `files:` that names the file, or else the first."""
    if unread.field:
        return source.at(unread.field)
    if "://" in unread.file or not source.files:
        return source.at("address") if source.address else source.at()
    named = [position for position, file in enumerate(source.files) if unread.file.endswith(file)]
    return source.at("files", named[0] if named else 0)


def _cure(unread: Unread) -> str:
    if unread.field == "speakers":
        return "write the names as the transcript does"
    if not unread.file:
        return "name its files in `files:` or its address in `address:`"
    if unread.file.startswith(("http://", "https://")):
        if unread.why.startswith(NOT_FOLLOWED):
            return "give a page of another host a source of its own"
        return f'run "tuneup drift --fetch {unread.source}" where the network is, and commit the capture'
    if "://" in unread.file:
        return "write the address of a page on the web, or copy the file into `materials/` and name it in `files:`"
    return "put a copy that can be read into `materials/`, or mend `files:`"
