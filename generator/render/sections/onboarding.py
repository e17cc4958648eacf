"""Onboarding: the programme of each role week by week, every module, and when people work."""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.rap import Module, Rap, Track
from generator.areas.rap.calendar import Calendar
from generator.areas.rap.track import ClientMoment
from generator.render.book import Book
from generator.render.leaf import Leaf
from generator.render.weeks import weeks

ORDER = 20


def pages(book: Book) -> Iterator[Leaf]:
    t = book.labels
    area = book.area(Rap)
    tracks, modules = book.current(Track), book.current(Module)
    moments: list[ClientMoment] = sorted(book.of(ClientMoment), key=lambda moment: moment.day)
    yield Leaf(
        "onboarding/index.md",
        str(t("page.onboarding.title")),
        "onboarding",
        homes=moments,
        area=Rap.KEY,
        given={
            "area": area,
            "tracks": tracks,
            "modules": modules,
            "moments": moments,
            "counts": _counts(book, tracks),
        },
        boost=1.2,
    )
    for track in [*tracks, *book.past(Track)]:
        yield Leaf(
            f"onboarding/{track.id}.md",
            _name(book, track),
            "track",
            homes=book.whole([track]),
            subject=track,
            listed=track in tracks,
            given={"weeks": weeks(book, track)},
        )
    for module in [*modules, *book.past(Module)]:
        yield Leaf(
            f"onboarding/modules/{module.id}.md",
            module.title,
            "module",
            homes=book.whole([module]),
            subject=module,
            group=str(t("group.modules")),
            given={"opens": [other for other in modules if module.id in other.prerequisites]},
        )
    if area.sign_offs:
        signed = sorted(area.sign_offs, key=lambda one: (one.on, one.hire), reverse=True)
        yield Leaf("onboarding/sign-offs.md", str(t("page.sign-offs.title")), "sign-offs", given={"signed": signed})
    if area.calendars or area.days_off or area.coaches:
        calendars = book.of(Calendar)
        yield Leaf(
            "onboarding/working-days.md",
            str(t("page.working-days.title")),
            "working-days",
            homes=calendars,
            given={"area": area, "calendars": calendars},
            boost=0.5,
        )


def _name(book: Book, track: Track) -> str:
    role = book.shown.get(track.role)
    return role.label if role is not None else track.title


def _counts(book: Book, tracks: list[Track]) -> dict[str, tuple[int, int]]:
    """Modules and minutes of each track."""
    found = {track.id: [module for week in weeks(book, track) for _, module in week.modules] for track in tracks}
    return {id: (len(own), sum(module.minutes for module in own)) for id, own in found.items()}
