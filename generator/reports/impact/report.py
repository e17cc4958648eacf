"""What every report of an impact is given, and the words that they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.history.worddiff import changed_fields
from generator.derive.state.impact import Change, How, Impact, Touched
from generator.derive.state.reviews import State


@dataclass(frozen=True)
class Reach:
    """An impact, what it was measured from (`since v1.2`), the names of people by id, and the name of each record."""

    impact: Impact
    since: str
    people: Mapping[str, str]
    labels: Mapping[str, str]
    first: bool = False
    """Whether there was no playbook before."""

    @property
    def heading(self) -> str:
        """The answer in one line: `2 of 3 records that rest on 1 change must be looked at`."""
        if self.first:
            return "everything is new, so nothing that anybody looked at has moved"
        changes, rest = len(self.impact.changes), self.impact.concerned
        what = f"{changes} change{'s' if changes != 1 else ''}"
        if not changes:
            return f"nothing changed {self.since}"
        if not rest:
            return f"nothing rests on {what} {self.since}"
        if any(change.how is How.ASKED for change in self.impact.changes):
            return f"{_records(len(rest))} would have to be looked at"
        first, one = len(self.impact.first), len(rest) == 1
        verb = "rests on" if one else "rest on"
        if any(not each.rests for each in rest):
            verb += " or names" if one else " or name"
        who = f"{first} of {_records(len(rest))} that {verb} {what} {self.since}"
        return f"{who} must be looked at{self._only_waiting()}"

    def _only_waiting(self) -> str:
        count = len(self.impact.waiting) - len(self.impact.first)
        return (
            f"; {count} more wait{'s' if count == 1 else ''} for {'that' if count == 1 else 'those'}" if count else ""
        )

    def by_owner(self, touched: tuple[Touched, ...]) -> dict[str, list[Touched]]:
        """Under the owner's name, the longest list first; nobody's last."""
        found: dict[str, list[Touched]] = {}
        for one in touched:
            found.setdefault(self.people.get(one.record.owner or "", one.record.owner or ""), []).append(one)
        named = sorted(found.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
        return {name or "nobody": ones for name, ones in named}


def what_changed(change: Change) -> list[str]:
    """The fields that differ, word by word; empty for a record that is new, gone or only asked about."""
    return changed_fields(change.was, change.now) if change.was and change.now else []


def way(touched: Touched) -> str:
    """`rests on a → b`, nearest first; `points to a` where the last step is another link."""
    last = " → ".join(touched.path[1:])
    return f"rests on {last}" if touched.rests else f"points to {last}"


def said(touched: Touched) -> str:
    """What its standing means for somebody who is about to release."""
    if touched.gone:
        return "names what was deleted" if len(touched.path) == 2 else WORDS[State.AFFECTED]
    if not touched.rests:
        return ""
    causes = touched.standing.moved
    other = f", because of {causes[0]}" if causes and touched.path[-1] not in causes else ""
    return WORDS[touched.standing.state] + other


WORDS = {
    State.REVIEWED: "looked at since",
    State.SUSPECT: "not looked at since",
    State.AFFECTED: "waits for what it rests on",
    State.UNREVIEWED: "never looked at",
}


def _records(count: int) -> str:
    return f"{count} record{'s' if count != 1 else ''}"
