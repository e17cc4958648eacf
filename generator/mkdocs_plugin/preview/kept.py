"""Keeps results by what they were made of, so that only what has changed is made again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """Results of pure work, in memory only: tools and their versions cannot change while the program runs."""

    def __init__(self) -> None:
        self._results: dict[bytes, Any] = {}
        self._used: set[bytes] = set()
        self.made = 0
        """How often something had to be made."""

    def get(self, parts: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives, made once for equal `parts`; they must be told apart by their `repr`."""
        key = digest(parts)
        self._used.add(key)
        if key not in self._results:
            self.made += 1
            self._results[key] = make()
        found: T = self._results[key]
        return found

    def forget_unused(self) -> None:
        """Drops what nobody has asked for since the last call."""
        self._results = {key: self._results[key] for key in self._used & self._results.keys()}
        self._used = set()


def digest(parts: object) -> bytes:
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
