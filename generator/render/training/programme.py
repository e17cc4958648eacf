"""The programme of each role as its pages' scripts need it: days, modules, moments, gates and the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from generator.areas.rap import Module, Track
from generator.areas.rap.track import ClientMoment, Gate
from generator.derive.curriculum import Plan, calendar_of
from generator.derive.hires.sign_offs import alike, taught
from generator.render.book import Book
from generator.render.desk import Desk
from generator.render.jinja.filters import slug
from generator.render.jinja.told import words
from generator.render.training.practice import drilled, wordings
from generator.render.training.track_name import track_name
from generator.render.training.weeks import loads_of

FOLDER = "onboarding"


class Programme:
    """Everything in plain words: a browser puts it on the page as text, never as HTML.

    Dates are not in it: a working day has its number, and the browser lays the numbers over the calendar, from
    the day that the hire has chosen.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._desk = Desk(book)
        self._placed: dict[str, dict[str, int]] = {}
        self._modules: dict[tuple[str, bool], dict[str, Any]] = {}

    def today(self) -> dict[str, Any]:
        """For the pages of today and of this week: all tracks, since the hire chooses there."""
        told = self._told("today", self._book.current(Track), whole=True)
        events = {f"event-{key}": word for key, word in words(self._book.labels, "plan.event").items()}
        told["words"] |= events
        said = {one["id"]: one["title"] for one in wordings(self._book)}
        there = {"cards": self._book.cards, "recite": said, "drill": drilled(self._book)}
        return {**told, "recite": said, "practice": [page for page, made_of in there.items() if made_of]}

    def shared(self) -> dict[str, Any]:
        """For the page that a manager opens: the same, with the signers as others call them."""
        told = self.today()
        modules = {id: one | {"signs": self._signs(id, "hire.signers")} for id, one in told["modules"].items()}
        return told | {"modules": modules}

    def mine(self, track: Track) -> dict[str, Any]:
        """For the page of one track, which shows the modules itself."""
        return self._told("plan", [track], whole=False)

    def one(self, module: Module) -> dict[str, Any]:
        """For a module's own page: no more than itself, what it needs and its day on each track."""
        tracks = [track for track in self._book.current(Track) if module.id in self._days(track)]
        needs = [id for id in module.prerequisites if id in self._book.shown]
        return {
            "site": self._site,
            "formerly": self._formerly,
            "id": module.id,
            "quiz": _quiz(module),
            "mark": module.assessment.pass_mark if module.assessment else None,
            "tracks": {
                track.id: {"day": self._days(track)[module.id], "calendar": self._calendar(track)} for track in tracks
            },
            "modules": {id: self._module(id, whole=False) for id in (module.id, *needs)},
            "words": self._module_words,
        }

    def cards(self) -> dict[str, Any]:
        """For the flash cards: when each track teaches what they ask, so that no new card is ahead of its module."""
        return {
            "site": self._site,
            "formerly": self._formerly,
            "tracks": {
                track.id: {"days": self._days(track), "calendar": self._calendar(track)}
                for track in self._book.current(Track)
            },
            "words": words(self._book.labels, "hire.all", "hire.cards"),
        }

    @cached_property
    def _formerly(self) -> dict[str, str]:
        """The id of today of each module by the ones it had."""
        modules = self._book.current(Module)
        return {old: one.id for one in modules for old in one.formerly if old not in self._book.shown}

    @cached_property
    def _module_words(self) -> dict[str, Any]:
        return words(self._book.labels, "hire.all", "hire.module")

    @property
    def _site(self) -> str:
        return slug(self._book.company.name)

    def _told(self, page: str, tracks: Iterable[Track], *, whole: bool) -> dict[str, Any]:
        shown = list(tracks)
        wanted = dict.fromkeys(id for track in shown for id in self._days(track))
        return {
            "site": self._site,
            "formerly": self._formerly,
            "version": self._book.settings.version,
            "tracks": {track.id: self._track(track) for track in shown},
            "modules": {id: self._module(id, whole=whole) for id in wanted},
            "words": words(self._book.labels, "hire.all", f"hire.{page}"),
        }

    def _days(self, track: Track) -> dict[str, int]:
        if track.id not in self._placed:
            plan = self._book.plans.get(track.id)
            self._placed[track.id] = {one.module: one.day for one in plan.placements} if plan else {}
        return self._placed[track.id]

    def _track(self, track: Track) -> dict[str, Any]:
        plan = self._book.plans[track.id] if track.id in self._book.plans else Plan(track.id)
        moments = [self._book.shown[moment.id] for moment in plan.moments if moment.id in self._book.shown]
        days = {moment.id: moment.day for moment in plan.moments}
        return {
            "role": self._plain(track_name(self._book, track)),
            "path": f"{FOLDER}/{track.id}.md",
            "weeks": max(track.weeks, plan.last_week),
            "days": {one.module: one.day for one in plan.placements},
            "again": [[one.module, one.after, one.day, one.minutes] for one in plan.refreshers],
            "loads": loads_of(plan),
            "moments": [
                {"id": one.id, "day": days[one.id], "title": self._plain(one.label)}
                for one in sorted(moments, key=lambda one: days[one.id])
                if isinstance(one, ClientMoment)
            ],
            "gates": [self._gate(gate) for gate in track.gates],
            "calendar": self._calendar(track),
        }

    def _calendar(self, track: Track) -> dict[str, Any]:
        calendar = calendar_of(self._book.playbook, track)
        return {
            "weekdays": sorted(calendar.weekdays),
            "off": {day.isoformat(): name for day, name in calendar.off.items()},
            "until": calendar.until.isoformat() if calendar.until else None,
        }

    def _gate(self, gate: Gate) -> dict[str, Any]:
        return {
            "key": gate_key(gate),
            "day": gate.day,
            "measure": self._plain(gate.measure),
            "target": gate.target,
            "unit": gate.unit or "",
            "otherwise": self._plain(gate.otherwise or ""),
        }

    def _module(self, id: str, *, whole: bool) -> dict[str, Any]:
        """Asked for by the module's page, by those that need it and by every track."""
        if (id, whole) not in self._modules:
            module = self._book.shown[id]
            assert isinstance(module, Module)
            self._modules[id, whole] = (
                {**self._module(id, whole=False), **self._more(module)} if whole else self._short(module)
            )
        return self._modules[id, whole]

    def _short(self, module: Module) -> dict[str, Any]:
        coach = self._book.shown.get(module.coach or "")
        says = taught(self._book.facts, module)
        return {
            "title": self._plain(module.label),
            "path": f"{FOLDER}/modules/{module.id}.md",
            "minutes": module.minutes,
            "signs": self._signs(module.id, "hire.signs"),
            "coach": self._plain(coach.label) if coach else "",
            "needs": [need for need in module.prerequisites if need in self._book.shown],
            "moment": module.needed_by or "",
            "says": says,
            "alike": alike(self._book.facts, module.id, says),
        }

    def _more(self, module: Module) -> dict[str, Any]:
        return {
            "why": self._plain(module.why_now or ""),
            "do": [self._plain(line) for line in module.do],
            "say": [self._plain(line) for line in module.say],
            "outcome": self._plain(module.outcome or ""),
            "open": [
                {
                    "title": self._plain(one.title),
                    "minutes": one.minutes,
                    "path": self._place(one.record) if one.record else "",
                    "address": one.address or "",
                }
                for one in module.resources
            ],
        }

    def _signs(self, id: str, called: str) -> str:
        """The coach by name; manager and leader differ from hire to hire. Empty where the hire ticks it alone."""
        module = self._book.shown[id]
        assert isinstance(module, Module)
        coach = self._book.shown.get(module.coach or "")
        if module.signer == "self":
            return ""
        if module.signer == "coach" and coach is not None:
            return self._plain(coach.label)
        return str(self._book.labels(f"{called}.{module.signer}"))

    def _place(self, id: str) -> str:
        place = self._book.places.get(id)
        return f"{place}#{id}" if place else ""

    def _plain(self, text: str) -> str:
        return " ".join(self._desk.prose(text).plain.split())


def gate_key(gate: Gate) -> str:
    """What a hire's own figures are kept under; the day and the words, for a gate has no id."""
    return f"{gate.day}-{slug(gate.measure)}"


def _quiz(module: Module) -> list[list[bool]]:
    """Which option of each question is right."""
    questions = module.assessment.questions if module.assessment else []
    return [[option.right for option in question.options] for question in questions]
