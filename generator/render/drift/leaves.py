"""The pages: the matrix with its proofs and calls, and the list of work by owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.areas.sources import Source, Sources
from generator.derive.drift import Drift
from generator.finding import Finding
from generator.model.block import Shown
from generator.render.book import Book
from generator.render.drift.item import TERM, Item, find_items
from generator.render.drift.seen import is_shown
from generator.render.drift.table import by_kind, in_full
from generator.render.page.leaf import Leaf

PAGE = "tune-up/drift.md"
WORK = "tune-up/work-list.md"
SAYING = frozenset({"retired", "number", "expired", TERM})
"""Verdicts on what was right once: the old thing. Other words, silence and hiding are something else."""

BESIDE = "sources-contradict"
"""The rule whose findings are told beside the words that they are about, not as things of their own."""
OLD = "source-capture-old"
UNKNOWN = frozenset({OLD, "source-unreadable"})
"""The rules that say that nothing is known of a source, and why."""
_NUMBERED = re.compile(r"(?:slide|page|paragraph|line) (\d+)")


def drift_page(book: Book) -> str:
    """The path of the page for other pages to link to; empty where the audience has none."""
    return PAGE if is_shown(book.settings) else ""


def drift_leaves(book: Book) -> Iterator[Leaf]:
    if not drift_page(book):
        return
    t = book.labels
    items = find_items(book)
    open_ = [item for item in items if item.is_open]
    given = {
        "drift": book.drift,
        "unknown": [id for id in book.drift.unknown if id not in book.drift.foreign],
        "unread": _unread(book.drift),
        "open": open_,
        "waiting": sorted((item for item in items if item.is_waiting), key=_by_day),
        "known": [item for item in items if item.is_known],
        "beside": sum(finding.rule == BESIDE and _is_known(finding) for finding in book.findings),
        "small": [item for item in items if not item.is_open and not item.accepted],
        "is_old": bool(open_) and all(item.verdict in SAYING for item in open_),
        "by_kind": by_kind(book, items),
        "full": in_full(book, items),
    }
    of = (Sources.KEY,)
    yield Leaf(PAGE, str(t("page.drift.title")), "drift", gathers=of, given=given, wide=True, boost=0.5)
    owners = _by_owner(book, items)
    listed = [item for sources in owners.values() for of_source in sources.values() for item in of_source]
    unread = _to_read_again(book)
    for id in reversed(unread):  # to be done now, as what is open
        of_owner = owners.get(_owner(book, id), {})
        owners[_owner(book, id)] = {id: of_owner.get(id, []), **of_owner}
    work = {
        "owners": _nobody_last(owners),
        "unread": unread,
        "whys": book.drift.unknown,
        "count": len(listed) + len(unread),
        "known": sum(item.is_known for item in listed),
        "spoken": sum(item.is_open or item.accepted is not None for item in items) - len(listed),
        "is_read": any(book.drift.files.values()),
    }
    yield Leaf(WORK, str(t("page.work-list.title")), "work-list", gathers=of, given=work, wide=True, boost=0.3)


def _is_known(finding: Finding) -> bool:
    return finding.accepted is not None and not finding.accepted.until


def _unread(drift: Drift) -> list[tuple[str, str, str]]:
    """Source, file or part, and why: whole sources first, then what is missing of those that could be read."""
    whole = [(id, "", why) for id, why in drift.unknown.items()]
    return whole + [(each.source, each.file, each.why) for each in drift.unread if each.source not in drift.unknown]


def _by_owner(book: Book, items: Sequence[Item]) -> dict[str, dict[str, list[Item]]]:
    """What each has to mend, by source; recordings stay as they are.

    First what is due now, then by day; what is due together in the order in which it stands there.
    """
    recorded = {source.id for source in book.playbook.of(Source) if source.kind == "transcript"}
    found: dict[str, dict[str, list[Item]]] = {}
    for item in sorted(items, key=lambda item: (not item.is_open, _by_day(item), _by_place(item))):
        if item.source not in recorded and (item.is_open or item.accepted):
            found.setdefault(item.owner, {}).setdefault(item.source, []).append(item)
    return found


def _to_read_again(book: Book) -> dict[str, str]:
    """What to do about each source of which nothing is known: `copy` it anew, `fetch` it, put one to `read` there.

    What somebody has looked at and put up with is left out.
    """
    rules = {f.complaint.source: f.rule for f in book.findings if f.rule in UNKNOWN and not f.accepted}
    found = {}
    for id in book.drift.sources:
        source = book.playbook.entries[id]
        if id in book.drift.unknown and id in rules and isinstance(source, Source):
            is_old = rules[id] == OLD
            found[id] = "fetch" if source.address and not source.captured_on else "copy" if is_old else "read"
    return found


def _owner(book: Book, id: str) -> str:
    source = book.playbook.entries[id]
    return (source.owner or "") if isinstance(source, Source) else ""


def _nobody_last(owners: dict[str, dict[str, list[Item]]]) -> dict[str, dict[str, list[Item]]]:
    return dict(sorted(owners.items(), key=lambda pair: (not pair[0], pair[0])))


def _by_day(item: Item) -> str:
    """What has no last day comes at the end."""
    return item.until.isoformat() if item.until else "9999"


def _by_place(item: Item) -> tuple[str, int, bool, int, int, int]:
    """File, slide or page, what is behind it after what it shows, line and column; by message where none is told."""
    if not item.places:
        return ("", 0, False, 0, 0, 0)
    place = item.places[0]
    outer, *inner = [_NUMBERED.fullmatch(part) for part in place.parts] or [None]
    line = next((int(found[1]) for found in inner if found and found[0].startswith("line")), 0)
    return (place.file, int(outer[1]) if outer else 0, place.shown is Shown.HIDDEN, line, place.line, place.column)
