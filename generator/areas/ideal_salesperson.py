"""The ideal salesperson profile: whom we hire, and how we find out."""

from __future__ import annotations

from typing import ClassVar

from generator.model.area import Area
from generator.model.record import Facet, Part, Record
from generator.model.words import Line, RoleRef, Share, Text


class KnockOut(Part):
    """Something that ends the conversation with a candidate."""

    what: Line
    """What is missing."""
    seen_by: Line | None = None
    """How to find out."""


class Competency(Facet):
    """Something a good salesperson does again and again, and that can be observed."""

    weight: Share
    """How much it counts in the decision, in percent; together they make 100."""
    levels: list[Line] = []
    """What can be observed at each of four levels, lowest first."""
    question: Line | None = None
    """The interview question that brings it to light."""
    follow_up: Line | None = None
    """The question to ask next."""
    red_flag: Line | None = None
    """An answer that should worry us."""
    anchors: list[Line] = []
    """What an answer worth 1, 2, 3, 4 and 5 points sounds like, in this order."""
    work_sample: Text | None = None
    """A task that shows it better than talking."""


class SalespersonProfile(Record):
    """Whom we look for in one role."""

    role: RoleRef
    """The selling role."""
    selling_situation: Text | None = None
    """What selling is like here: who buys, how long it takes, how much help there is."""
    must_haves: list[Line] = []
    """What a candidate must bring."""
    competencies: list[Competency] = []
    """What is judged, with weights that make 100."""
    knock_outs: list[KnockOut] = []
    """What ends the conversation."""
    pass_mark: float | None = None
    """The weighted points from which we hire, out of 5."""
    not_needed: list[Line] = []
    """What others ask for and we do not need."""


class IdealSalesperson(Area):
    """Whom we hire."""

    ORDER: ClassVar[int] = 8

    profiles: list[SalespersonProfile] = []
    """The profiles, one for each role."""
