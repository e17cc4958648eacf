"""Onboarding: what a new seller does today and this week, the programme of each role, and every module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.areas.ideal_client import IdealClients
from generator.areas.messaging import Messaging
from generator.areas.rap import Hire, Module, Rap, Track
from generator.areas.rap.calendar import Calendar
from generator.areas.rap.track import ClientMoment
from generator.derive.curriculum import Plan
from generator.derive.curriculum.dates import WEEKDAYS
from generator.derive.hires.cards import Card
from generator.derive.hires.cohorts import cohorts, find_progress
from generator.model.record import Entry
from generator.model.words import Audience
from generator.render.book import Book
from generator.render.page.leaf import Leaf
from generator.render.training.cohort import grid, repeats, rows, signed_by_hire, spreads
from generator.render.training.payback import payback_of
from generator.render.training.practice import drill, drilled, recital, wordings
from generator.render.training.programme import Programme, gate_key
from generator.render.training.track_name import track_name
from generator.render.training.weeks import weeks_of

ORDER = 20
LATER = 10**6
"""After every week: modules that are on no track."""


def pages(book: Book) -> Iterator[Leaf]:
    programme = Programme(book)
    tracks = book.current(Track)
    yield _today(book, programme, tracks)
    if tracks:
        yield _page(book, "week", {"told": programme.today, "tracks": tracks})
    yield from (_track(book, programme, track) for track in [*tracks, *book.past(Track)])
    yield from _practice(book, programme)
    yield from _modules(book, programme)
    if tracks:
        yield _page(book, "progress", {"told": programme.shared, "tracks": tracks}, boost=0.3)
    yield from _for_managers(book)
    yield from _for_leaders(book)
    yield from _working_days(book)


def _today(book: Book, programme: Programme, tracks: list[Track]) -> Leaf:
    moments: list[ClientMoment] = sorted(book.of(ClientMoment), key=lambda moment: moment.day)
    given = {
        "area": book.area(Rap),
        "tracks": tracks,
        "moments": moments,
        "counts": {track.id: _count(book.plans.get(track.id)) for track in tracks},
        "told": programme.today,
    }
    return Leaf(
        "onboarding/index.md",
        str(book.labels("page.onboarding.title")),
        "onboarding",
        homes=moments,
        area=Rap.KEY,
        given=given,
        boost=1.2,
        wide=True,
    )


def _track(book: Book, programme: Programme, track: Track) -> Leaf:
    plan = book.plans.get(track.id, Plan(track.id))
    made = weeks_of(track, plan, book.shown)
    weeks = [vars(week) | {"lessons": [vars(one) for one in week.lessons]} for week in made]
    return Leaf(
        f"onboarding/{track.id}.md",
        track_name(book, track),
        "track",
        homes=book.whole([track]),
        subject=track,
        listed=not book.is_past(track),
        given={
            "weeks": weeks,
            "paid": not book.is_past(track),
            "keys": [gate_key(gate) for gate in track.gates],
            "told": partial(programme.mine, track),
        },
    )


def _practice(book: Book, programme: Programme) -> Iterator[Leaf]:
    """Cards, the pitch, prospects to judge: made from what the playbook says today."""
    cards = book.cards
    group = str(book.labels("group.practice"))
    if cards:
        yield _page(book, "cards", {"decks": _decks(cards), "told": programme.cards}, group=group)
    said = wordings(book)
    if said:
        yield _page(
            book, "recite", {"wordings": said, "told": partial(recital, book)}, group=group, gathers=(Messaging.KEY,)
        )
    if drilled(book):
        yield _page(book, "drill", {"told": partial(drill, book)}, group=group, gathers=(IdealClients.KEY,))


def _decks(cards: list[Card]) -> dict[str, list[Card]]:
    return {name: [card for card in cards if card.deck == name] for name in dict.fromkeys(one.deck for one in cards)}


def _modules(book: Book, programme: Programme) -> Iterator[Leaf]:
    modules = book.current(Module)
    weeks = _first_weeks(book)
    opens = _opens(modules)
    walks = _walks(book)
    for module in [*sorted(modules, key=lambda one: weeks.get(one.id, LATER)), *book.past(Module)]:
        yield Leaf(
            f"onboarding/modules/{module.id}.md",
            module.title,
            "module",
            homes=book.whole([module]),
            subject=module,
            group=str(book.labels("group.modules")),
            part=str(book.labels("page.track.week", number=weeks[module.id])) if module.id in weeks else "",
            given={
                "coached": module.coached,
                "grounded": not set(module.based_on) <= set(module.teaches),
                "opens": opens.get(module.id, []),
                "walks": walks.get(module.id, []),
                "told": partial(programme.one, module),
            },
            onward=not any(module.id in plan.by_module for plan in book.plans.values()),
        )
        yield from (_moved(old, module) for old in module.formerly if old not in book.shown)


def _moved(old: str, module: Module) -> Leaf:
    """What stands at an address that a module had before."""
    path = f"onboarding/modules/{old}.md"
    return Leaf(path, module.title, "moved", gathers=(Rap.KEY,), listed=False, onward=False, given={"to": module})


def _opens(modules: Sequence[Module]) -> dict[str, list[Module]]:
    """By module those that ask for it first."""
    found: dict[str, list[Module]] = {}
    for module in modules:
        for needed in dict.fromkeys(module.prerequisites):
            found.setdefault(needed, []).append(module)
    return found


def _walks(book: Book) -> dict[str, list[dict[str, object]]]:
    """By module for each role that learns it: which of its modules it is, and the ones before and after."""
    found: dict[str, list[dict[str, object]]] = {}
    for track in book.current(Track):
        plan = book.plans.get(track.id, Plan(track.id))
        ids = [one.module for one in plan.placements if one.module in book.shown]
        for number, (id, before, after) in enumerate(zip(ids, ["", *ids], [*ids[1:], ""], strict=False), start=1):
            walk = {"track": track, "number": number, "of": len(ids)}
            beside = {"before": book.shown.get(before), "after": book.shown.get(after)}
            found.setdefault(id, []).append({**walk, **beside})
    return found


def _first_weeks(book: Book) -> dict[str, int]:
    """The week of each module; of one on several tracks, the first."""
    weeks: dict[str, int] = {}
    for plan in book.plans.values():
        for one in plan.placements:
            weeks[one.module] = min(one.week, weeks.get(one.module, one.week))
    return weeks


def _for_managers(book: Book) -> Iterator[Leaf]:
    """How far each hire has come. What describes fewer people than five together is for leaders."""
    area = book.area(Rap)
    progress = find_progress(book.facts, book.outdated)
    if progress or (book.current(Track) and book.settings.audience.rank >= Audience.MANAGER.rank):
        given = {
            "hires": rows(progress, book.shown),
            "repeats": repeats(book.outdated, book.shown),
            "grid": grid(progress, book.plans, book.shown),
            "cohorts": spreads(cohorts(progress), book.shown) if book.settings.audience is Audience.LEADER else [],
        }
        yield _page(book, "cohort", given, homes=book.of(Hire))
    if area.sign_offs:
        signed = signed_by_hire(area.sign_offs, book.outdated, book.shown)
        yield _page(book, "sign-offs", {"signed": signed, "words": area.only_words})


def _for_leaders(book: Book) -> Iterator[Leaf]:
    """What a hire costs and brings; the audience of the figures decides who has the page."""
    paid = [{"track": track, "payback": payback_of(track)} for track in book.current(Track) if track.economics]
    if paid:
        yield _page(book, "payback", {"tracks": paid})


def _working_days(book: Book) -> Iterator[Leaf]:
    area = book.area(Rap)
    if area.calendars or area.days_off or area.coaches:
        calendars = book.of(Calendar)
        given = {"area": area, "calendars": [(one, *_worked(book, one)) for one in calendars]}
        yield _page(book, "working-days", given, homes=calendars, boost=0.5)


def _worked(book: Book, calendar: Calendar) -> tuple[list[str], str]:
    """The days of the week on which people work, and the country, both by name."""
    days = [book.labels.weekday(WEEKDAYS.index(day)) for day in calendar.working_days]
    return days, book.labels.country(calendar.country) if calendar.country else ""


def _page(
    book: Book,
    name: str,
    given: Mapping[str, object],
    *,
    homes: Sequence[Entry] = (),
    group: str = "",
    boost: float = 1.0,
    gathers: Sequence[str] = (Rap.KEY,),
) -> Leaf:
    title = str(book.labels(f"page.{name}.title"))
    path = f"onboarding/{name}.md"
    return Leaf(path, title, name, homes=homes, gathers=gathers, group=group, given=given, boost=boost, wide=True)


def _count(plan: Plan | None) -> tuple[int, int]:
    """Modules and minutes."""
    placed = plan.placements if plan else ()
    return len(placed), sum(one.minutes for one in placed)
