"""Whether an entry is still what `tuneup new` wrote: then nobody has said anything yet."""

from __future__ import annotations

from generator.areas.company import Company
from generator.derive.state.reviews import in_words
from generator.loading.starter import COMPANY, starter_playbook, starter_titles
from generator.model.playbook import Playbook
from generator.model.record import Entry, Record


def is_untouched(entry: Entry, playbook: Playbook) -> bool:
    """Word for word, but for the name of the company."""
    if (entry.id, entry.label) not in starter_titles():
        return False
    other = starter_playbook().entries.get(entry.id)
    name = playbook.area(Company).name or COMPANY
    return other is not None and _said(entry) == _said(other).replace(COMPANY, name)


def _said(entry: Entry) -> str:
    return f"{entry.label}\n{in_words(entry)}" if isinstance(entry, Record) else entry.model_dump_json()
