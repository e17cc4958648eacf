"""How it is found out whether a module was learnt: quiz, recital, role-play, work sample, live."""

from __future__ import annotations

from typing import Literal

from generator.model.record import Part
from generator.model.words import Amount, AnyRef, Line, MessageRef, Share, Text, Word


class Option(Part):
    """One of the answers to choose from."""

    text: Line
    """The answer."""
    right: bool = False
    """Whether it is right."""
    because: Line | None = None
    """Why it is right or wrong."""


class QuizQuestion(Part):
    """A question of a quiz."""

    question: Line
    """The question."""
    options: list[Option] = []
    """The answers to choose from; leave out where the hire answers freely."""
    answer: Text | None = None
    """The right answer with its reason, shown afterwards."""
    about: AnyRef | None = None
    """The record the answer rests on."""
    field: Word | None = None
    """The field of that record that the answer rests on, for example `target`; `score.0.points` looks inside."""
    holds_while: Line | None = None
    """What that field said when the question was written; once it differs, the question is outdated."""


class RubricLine(Part):
    """One thing a coach judges."""

    criterion: Line
    """What is judged."""
    points: Amount
    """The most points it can give; all lines together make 100."""
    observable: Line | None = None
    """What a coach sees or hears when it is done well."""


class Assessment(Part):
    """How it is found out whether a module was learnt."""

    sort: Literal["quiz", "recital", "role-play", "work-sample", "live"]
    """A quiz, a recital of a message, a role-play with a coach, a piece of work, or live with a client."""
    questions: list[QuizQuestion] = []
    """The questions of a quiz."""
    recite: list[MessageRef] = []
    """The messages to be recited."""
    scenario: Text | None = None
    """The situation of a role-play, the task of a work sample, or what to look for live."""
    rubric: list[RubricLine] = []
    """What a coach judges."""
    pass_mark: Share | None = None
    """The share needed to pass, in percent."""
