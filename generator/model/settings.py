"""Where a playbook lies and how it is read: folders, date, audience, language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    closed: tuple[tuple[Path, Audience], ...] = ()
    """Those of the later content folders that not everybody may read, and who may at least."""

    def moved(self, root: Path, folders: Mapping[Path, Path]) -> Settings:
        """With the content in other places; a folder that has none is left out."""
        content = tuple(folders[folder] for folder in self.content if folder in folders)
        closed = tuple((folders[folder], readers) for folder, readers in self.closed if folder in folders)
        return replace(self, root=root, content=content, closed=closed)

    @property
    def elsewhere(self) -> tuple[Path, ...]:
        """The content folders that lie outside the root, as `../leader-content` does."""
        root = self.root.resolve()
        return tuple(folder for folder in self.content if not folder.resolve().is_relative_to(root))
