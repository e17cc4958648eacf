"""A page before it is written: where it goes, which template makes it, and which records live on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.record import Entry


@dataclass(frozen=True)
class Leaf:
    """One page. `path` ends in `.md` and is relative to the docs folder.

    `title` is its short name in the navigation. `template` is a name below `templates/pages/`, without
    `.md.j2`; `template` may not exist, then `record` or `area` stands in. `homes` are the entries that have
    their anchor here (those inside them included); `subject` is the one the page is about, where it is one.
    `gathers` are the areas that a page draws from whose records live elsewhere: their owners vouch for it. A page
    without homes and areas is made from all of the playbook.
    `group` names a heading in the navigation below the section; `listed` False keeps a page out of it. `part`
    is the heading below `group` that it goes to where the group is long.
    `onward` False leaves out the theme's links to the pages before and after, where the page has its own.
    `boost` moves the page up (over 1) or down in the search.
    """

    path: str
    title: str
    template: str
    homes: Sequence[Entry] = ()
    subject: Entry | None = None
    area: str = ""
    gathers: Sequence[str] = ()
    group: str = ""
    part: str = ""
    listed: bool = True
    boost: float = 1.0
    wide: bool = False
    front: bool = False
    onward: bool = True
    given: Mapping[str, Any] = field(default_factory=dict)
