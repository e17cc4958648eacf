"""The Revenue Accelerator Program: what a new salesperson must know, when, and how soon the hire pays back."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.areas.rap.assessment import Assessment
from generator.areas.rap.calendar import Calendar, CoachTime, Holiday, Load
from generator.areas.rap.hire import Hire, ModuleRef, OnlyWords, SignOff
from generator.areas.rap.track import ClientMoment, MomentRef, Track, TrackRef
from generator.model.area import Area
from generator.model.record import Part, Record
from generator.model.words import AnyRef, Audience, Count, Id, Line, PersonRef, ShownTo, Tally, Word

__all__ = [
    "Assessment",
    "Calendar",
    "ClientMoment",
    "CoachTime",
    "Hire",
    "Holiday",
    "Load",
    "Module",
    "OnlyWords",
    "Rap",
    "SignOff",
    "Track",
]

WITH_COACH = ("talk", "shadow", "role-play", "live")
"""The formats in which the coach is there all the time."""


class Resource(Part):
    """Something to read, watch or open."""

    title: Line
    """What it is."""
    address: Word | None = None
    """Where it is."""
    record: AnyRef | None = None
    """The record of this playbook that it is, in place of an address."""
    minutes: Count | None = None
    """How long it takes."""


class Module(Record):
    """Something a new salesperson learns in one go."""

    MEANING: ClassVar[tuple[str, ...]] = ("know", "do", "say", "teaches", "outcome", "assessment")
    tracks: list[TrackRef] = []
    """The tracks it belongs to; all of them where nothing is said."""
    know: list[Line] = []
    """What the hire knows afterwards."""
    do: list[Line] = []
    """What the hire can do afterwards."""
    say: list[Line] = []
    """What the hire is able to say afterwards; quote messages with `[[=id]]`."""
    teaches: list[AnyRef] = []
    """The ids of the messages, objectives, clients, differentiators, competencies and others it teaches."""
    why_now: Line | None = None
    """Why it is learnt now and not later."""
    needed_by: MomentRef | None = None
    """The client moment before which it must be learnt."""
    minutes: Count = 60
    """How long it takes, in minutes."""
    format: Literal["read", "watch", "listen", "exercise", "talk", "shadow", "role-play", "live"] = "read"
    """How it is learnt: read, watch, listen, exercise, talk, shadow, role-play or live."""
    prerequisites: list[ModuleRef] = []
    """The modules that must be learnt before."""
    day: Count | None = None
    """The working day it must lie on, counted from the first; leave out and the plan finds one."""
    coach: PersonRef | None = None
    """The person who helps and judges."""
    coach_minutes: Tally | None = None
    """The minutes of the coach's time that each hire takes. Left out, all of `minutes` where the coach is there or
    signs (`format` talk, shadow, role-play or live, or `sign_off: coach`), else none."""
    resources: list[Resource] = []
    """What to read, watch or open."""
    outcome: Line | None = None
    """What the hire has in hand when done, and others can see."""
    assessment: Assessment | None = None
    """How it is found out whether it was learnt."""
    sign_off: Literal["self", "coach", "manager", "leader"] = "self"
    """Who signs that it was learnt: the hire, the coach, the manager or the leader."""
    formerly: list[Id] = []
    """The ids it had before: ticks in browsers and sign-offs stay, and the old address leads to the page of today."""
    refreshers: list[Count] = []
    """The days after which it is repeated, for example 7, 30 and 90."""

    @property
    def signer(self) -> str:
        """Who signs; the manager where a coach should and none is named."""
        return "manager" if self.sign_off == "coach" and not self.coach else self.sign_off

    @property
    def coached(self) -> int:
        """The minutes that a hire takes of the coach's time; none where there is no coach."""
        if not self.coach:
            return 0
        if self.coach_minutes is not None:
            return self.coach_minutes
        return self.minutes if self.format in WITH_COACH or self.sign_off == "coach" else 0


class Rap(Area):
    """What a new salesperson must know, and when."""

    NAME: ClassVar[str] = "Onboarding programme"
    ORDER: ClassVar[int] = 9

    tracks: list[Track] = []
    """The tracks: one for each role, or several of one role, for example one for each country."""
    moments: list[ClientMoment] = []
    """The client moments that modules must be learnt for, in the order they come."""
    modules: list[Module] = []
    """The modules, in the order they are best learnt."""
    load: Load = Load()
    """How much a new salesperson can take in."""
    calendars: list[Calendar] = []
    """The holidays, by country."""
    days_off: list[Holiday] = []
    """The days on which the whole company is closed."""
    coaches: list[CoachTime] = []
    """How much time coaches have."""
    hires: Annotated[list[Hire], ShownTo(Audience.MANAGER)] = []
    """Who has begun, usually as rows of data/hires.csv. For managers and leaders only."""
    sign_offs: Annotated[list[SignOff], ShownTo(Audience.MANAGER)] = []
    """What hires have learnt, and who signed. For managers and leaders only."""
    only_words: list[OnlyWords] = []
    """Changes of what modules teach that were only words, so that sign-offs hold."""
