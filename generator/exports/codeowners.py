"""CODEOWNERS: whoever owns records in a file is asked to look at changes of it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.areas.company import Company, Person
from generator.derive.facts import Facts
from generator.exports.export import repository
from generator.loading.folders.files import shown
from generator.loading.site.options import CONFIG
from generator.model.record import Record
from generator.model.settings import Settings

SUFFIX = ".txt"
PLACE = ".github/CODEOWNERS"
HEAD = "# Written by `tuneup export codeowners` from the owners and e-mails in {}content/; edit those.\n"
END = "# End of what `tuneup export codeowners` wrote for {}content/.\n"
NOBODY = """\
# Nobody yet: no record has an owner with an `email`.
"""


def export(facts: Facts, settings: Settings) -> bytes:
    """One line a file, with the e-mail addresses by which the forge knows the owners.

    Files are named from the top of the repository, as the forge reads them; those that lie outside it are left out.
    Lines that people or another playbook wrote there stay.
    """
    emails = {person.id: person.email for person in facts.playbook.of(Person) if person.email and person.left is None}
    owners: dict[str, dict[str, None]] = {}
    top = repository(settings.root)
    below = settings.root.resolve().relative_to(top).as_posix()
    for file, owner in [*_whole(facts, settings), *_files(facts)]:
        path = posixpath.normpath(posixpath.join(below, file)) + ("/" if file.endswith("/") else "")
        if file and not path.startswith(("/", "../")) and (email := emails.get(owner)):
            owners.setdefault(path, {})[email] = None
    lines = [f"/{_escaped(file)} {' '.join(sorted(those))}\n" for file, those in owners.items()]
    kept = (top / PLACE).read_text(encoding="utf-8") if (top / PLACE).is_file() else ""
    return _beside(kept, "" if below == "." else f"{below}/", "".join(lines) or NOBODY).encode()


def _whole(facts: Facts, settings: Settings) -> Iterator[tuple[str, str]]:
    """What belongs to no area, whoever owns company.yml is asked about. Comes first: of two lines the later holds."""
    owner = facts.playbook.area(Company).owner or ""
    folders = (f"{shown(folder, settings.root)}/" for folder in (*settings.content, *settings.templates))
    yield from ((file, owner) for file in (CONFIG, *folders))


def _files(facts: Facts) -> list[tuple[str, str]]:
    """Each file of an area with those who own it or something in it, by name."""
    areas = facts.playbook.areas
    found = {(area.at().file, area.owner or "") for area in areas.values()}
    for entry in facts.playbook.entries.values():
        own = entry.owner if isinstance(entry, Record) else None
        found.add((entry.at().file, own or areas[facts.playbook.home(entry)].owner or ""))
    return sorted(found)


def _beside(kept: str, folder: str, lines: str) -> str:
    """The file with these lines in the place of those of last time, or at its end."""
    head, end = HEAD.format(folder), END.format(folder)
    before, found, rest = kept.partition(head)
    after = rest.partition(end)[2] if found else ""
    gap = "" if not before or before.endswith("\n") else "\n"
    return f"{before}{gap}{head}{lines}{end}{after}"


def _escaped(file: str) -> str:
    return file.replace(" ", "\\ ")
