"""The releases that git knows of, and the playbook of each."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.loading.git.versions import Version, at_version, versions
from generator.loading.load import load
from generator.loading.site.options import OptionError
from generator.model.playbook import Playbook
from generator.model.settings import Settings

NUMBERED = re.compile(r"v?\d+(\.\d+)*")


def released(settings: Settings) -> list[Version]:
    """The tags with a number on the way to what is checked out, oldest first; none where there is no repository."""
    try:
        tags = versions(settings.root, merged=True)
    except OptionError:  # no git, no repository, or no commit: then nothing was released
        return []
    return [tag for tag in tags if NUMBERED.fullmatch(tag.name)]


@lru_cache(maxsize=16)
def playbook_at(settings: Settings, version: Version) -> Playbook | None:
    """None where it holds no playbook. A preview reads each version once."""
    try:
        with at_version(settings, version.name) as there:
            return load(there).playbook
    except OptionError:  # the folders were called otherwise then, or were not there
        return None
