"""An area of the playbook: one YAML file, or a folder of files of the same shape."""

from __future__ import annotations

from typing import ClassVar

from generator.location import Location
from generator.model.record import Placed
from generator.model.words import Audience, Duration, PersonRef


def in_words(key: str) -> str:
    """A key as people write it: `ideal-client` is Ideal client."""
    return key.replace("-", " ").capitalize()


class Area(Placed):
    """One of the twelve areas of the tune-up, or one of the lists that they share.

    A subclass has one field for each list or part at the top of its file; every one has a
    default, since a file of a folder holds only some of them.
    """

    KEY: ClassVar[str] = ""
    """The name of the file or folder in `content/`, without `.yml`; set from the module's name."""
    NAME: ClassVar[str] = ""
    """What people call it; its key in words where nothing else is said."""
    ORDER: ClassVar[int] = 0
    """1 to 12 for the areas of the tune-up, 0 for lists that all areas share."""
    AUDIENCE: ClassVar[Audience] = Audience.SALES
    """Who may read the records that say nothing about it."""

    owner: PersonRef | None = None
    """The person who keeps the records of this area true, unless a record names its own."""
    review_every: Duration | None = None
    """How often each record of this area is looked at, unless a record says otherwise."""

    def at(self, *path: str | int) -> Location:
        """An area that nobody has written yet is placed where it would stand."""
        return super().at(*path) if self._origin else Location(f"content/{self.KEY}.yml")

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.KEY = cls.__module__.rpartition(".")[2].replace("_", "-")
        if "NAME" not in vars(cls):
            cls.NAME = in_words(cls.KEY)
