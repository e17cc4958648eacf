"""Where a playbook lies and how it is read: folders, date, audience, language."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from generator.model.words import Audience


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything about a run that is not written in the playbook itself.

    `content` holds one folder or more, each laid over the ones before it; the first holds `pages/`,
    `materials/`, `data/` and `reviews.lock.yml`. `templates` are a company's own, looked in before
    the built-in ones.
    """

    root: Path
    today: datetime.date
    content: tuple[Path, ...]
    templates: tuple[Path, ...] = ()
    audience: Audience = Audience.SALES
    language: str = "en"
    version: str = ""
    edit_base: str = ""
    """The forge's address of the edit page of a file at the root, ending in `/`; empty where unknown."""
    issues_base: str = ""
    """The forge's address for a new issue; empty where unknown."""
    site_url: str = ""
    """Where the site will stand; empty where nobody has said."""

    @property
    def elsewhere(self) -> tuple[Path, ...]:
        """The content folders that lie outside the root, as `../leader-content` does."""
        root = self.root.resolve()
        return tuple(folder for folder in self.content if not folder.resolve().is_relative_to(root))
