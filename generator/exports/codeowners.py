"""CODEOWNERS: whoever owns records in a file is asked to look at changes of it."""

from __future__ import annotations

from generator.areas.company import Person
from generator.derive.facts import Facts

SUFFIX = ".txt"
HEAD = "# Written by `tuneup export codeowners` from the owners in content/; edit those.\n"


def export(facts: Facts, *, language: str) -> bytes:  # noqa: ARG001
    """One line a file, with the e-mail addresses by which the forge knows the owners."""
    emails = {person.id: person.email for person in facts.playbook.of(Person) if person.email and person.left is None}
    owners: dict[str, dict[str, None]] = {}
    for record in facts.playbook.records():
        owner = record.owner or facts.playbook.areas[facts.playbook.home(record)].owner or ""
        if email := emails.get(owner):
            owners.setdefault(record.at().file, {})[email] = None
    lines = [f"/{_escaped(file)} {' '.join(sorted(those))}\n" for file, those in sorted(owners.items()) if file]
    return (HEAD + "".join(lines)).encode()


def _escaped(file: str) -> str:
    return file.replace(" ", "\\ ")
