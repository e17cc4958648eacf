"""Measures the matcher on one core, that time grows linearly with text, the readers, and checks of whole piles."""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

from drift_cases import AS_OF
from drift_mutations import choose
from drift_piles import machine, measure_documents, measure_formats, peak_megabytes
from drift_prose import blocks, sentences, two_piles
from rapidfuzz import fuzz, process

from generator.drift.match import Matcher
from generator.drift.wording import Wording
from generator.model.block import Block

Result = TypeVar("Result")
AIMS = {20: 20, 100: 15, 500: 10}
"""Megabytes a second to reach, by number of messages."""


def main() -> None:
    """Print all of it, or what `--only` names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--megabytes", type=int, default=9)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--only", choices=("matcher", "formats", "documents"))
    arguments = parser.parse_args()
    if arguments.only in (None, "matcher"):
        _measure_matcher(arguments.folder, arguments.megabytes)
    if arguments.only in (None, "formats"):
        measure_formats()
    if arguments.only in (None, "documents"):
        measure_documents(arguments.documents)


def _measure_matcher(folder: Path | None, megabytes: int) -> None:
    print(machine())
    pile, carriers = two_piles(folder)
    text = _at_least(carriers, megabytes)
    pool = sentences(pile)
    for count, aim in AIMS.items():
        wordings = _wordings(pool, count)
        matcher, prepared = _timed(lambda chosen=wordings: Matcher(chosen))
        speed = _speed(matcher, text)
        fuzzy = _fuzzy_speed(wordings, carriers[: len(carriers) // 4])
        print(
            f"{len(wordings)} messages: {speed:.1f} MB/s (aim {aim}), prepared in {prepared * 1000:.0f} ms; "
            f"rapidfuzz by sentence {fuzzy:.2f} MB/s, {speed / fuzzy:.1f} times slower"
        )
    matcher = Matcher(_wordings(pool, 100))
    for parts in (8, 4, 2, 1):
        share = text[: len(text) // parts]
        print(f"  {_size(share):5.1f} MB of text: {_speed(matcher, share):.1f} MB/s")
    print(f"peak memory {peak_megabytes():.0f} MB, the text itself and rapidfuzz included")


def _at_least(carriers: list[str], megabytes: int) -> list[Block]:
    once = blocks(carriers)
    return once * max(1, round(megabytes / _size(once)))


def _size(text: list[Block]) -> float:
    return sum(len(block.text.encode()) for block in text) / 1e6


def _wordings(pool: list[str], count: int) -> list[Wording]:
    chosen = choose(pool, -(-count // 3), Random(7))
    return [Wording(f"m{number:04}", each) for number, each in enumerate(chosen[:count])]


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def _speed(matcher: Matcher, text: list[Block]) -> float:
    """Best of three, as other work on the machine can only slow it down."""
    return _size(text) / min(_timed(lambda: matcher.scan(text, as_of=AS_OF))[1] for _ in range(3))


def _fuzzy_speed(wordings: list[Wording], carriers: list[str]) -> float:
    size = sum(len(part.encode()) for part in carriers) / 1e6
    messages = [each.text.lower() for each in wordings]

    def compare() -> None:
        split = [each.lower() for part in carriers for each in re.split(r"(?<=[.!?])\s+", part)]
        process.cdist(messages, split, scorer=fuzz.ratio, score_cutoff=70)

    return size / _timed(compare)[1]


if __name__ == "__main__":
    main()
