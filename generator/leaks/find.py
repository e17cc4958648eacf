"""Reads all of a built site for what is said only above its audience."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.derive.audiences.audience import seen_by
from generator.derive.audiences.secrets import Secret, secrets_above, still_secret
from generator.leaks.readings import readings
from generator.leaks.search import Search
from generator.leaks.voice import voice
from generator.model.playbook import Playbook
from generator.model.words import Audience

Known = Callable[[str, bytes], bool]
"""Whether a file, by its path in the site, is the same for every playbook, as those of the theme are."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret that stands in a file of the site, whose path is relative to the site; `said` is what was found."""

    file: str
    said: str
    secret: Secret

    def __str__(self) -> str:
        of = f" of `{self.secret.entry}`" if self.secret.entry else ""
        place = f" ({self.secret.place})" if self.secret.place.file else ""
        return f"{self.file}: says “{self.said}”, which is above its readers: `{self.secret.field}`{of}{place}"


def find_leaks(
    site: Path,
    playbook: Playbook,
    audience: Audience,
    *,
    not_secret: Iterable[str] = (),
    days: Collection[datetime.date] = frozenset(),
    known: Known = lambda _path, _data: False,
) -> list[Leak]:
    """One for each file and secret, in the order of the paths. `playbook` is the whole one, nothing taken out.

    `days` are those that a site says though nobody wrote them, such as that of its version.
    Folders are read to the bottom, so a branch with several versions of a site can be read at once: the same page of
    each version after the other, since most of its lines come again, and are remembered for as long as that.
    """
    seen = seen_by(playbook, audience)
    search = Search(still_secret(secrets_above(playbook, seen), seen, (*voice(), *not_secret), days))
    found: dict[tuple[str, Secret], Leak] = {}
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    for name in sorted(names, key=_without_version):
        if name.startswith(".git/"):
            continue
        data = (site / name).read_bytes()
        if known(name, data):
            continue
        for text in (name, *readings(name, data)):
            for run, secret in search.found_in(text):
                found.setdefault((name, secret), Leak(name, " ".join(run), secret))
    return sorted(found.values(), key=lambda leak: leak.file)


def _without_version(name: str) -> tuple[str, str]:
    """The path below the folder of a version, then that folder."""
    version, _, rest = name.partition("/")
    return rest, version
