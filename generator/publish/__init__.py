"""Publishes a version: lays it beside the older ones on a branch, and shows it in one move or not at all."""

from generator.publish.draft import Draft, Made, Published, RefusedError, Wanted, Work
from generator.publish.release import release

__all__ = ["Draft", "Made", "Published", "RefusedError", "Wanted", "Work", "release"]
