"""The plan of a new salesperson: which module lies on which working day, why, and what does not fit."""

from generator.derive.curriculum.collect import curriculum_of, find_plans
from generator.derive.curriculum.dates import Dates, WorkCalendar, calendar_of
from generator.derive.curriculum.journey import Journey, journey_of
from generator.derive.curriculum.place import plan
from generator.derive.curriculum.result import (
    Cause,
    Clash,
    Misfit,
    Placement,
    Plan,
    Refresher,
    Shortfall,
    Unit,
    Week,
    Why,
)
from generator.derive.curriculum.task import Curriculum, Moment, Task

__all__ = [
    "Cause",
    "Clash",
    "Curriculum",
    "Dates",
    "Journey",
    "Misfit",
    "Moment",
    "Placement",
    "Plan",
    "Refresher",
    "Shortfall",
    "Task",
    "Unit",
    "Week",
    "Why",
    "WorkCalendar",
    "calendar_of",
    "curriculum_of",
    "find_plans",
    "journey_of",
    "plan",
]
