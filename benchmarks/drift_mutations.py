"""Plants changed messages in real prose and measures what is found: `drift_mutations.py [FOLDER] [--messages N]`."""

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from drift_cases import AS_OF
from drift_prose import blocks, sentences, two_piles
from rapidfuzz import fuzz, process

from generator.drift.match import Matcher
from generator.drift.reading.commonness import stop_words
from generator.drift.reading.fold import fold
from generator.drift.result import Match
from generator.drift.wording import Wording
from generator.model.block import Block, Place

LENGTHS = ((4, 8), (9, 20), (21, 60))
FUZZY = 70
"""The usual cut for a sentence-by-sentence fuzzy match."""
COPY = 80
"""What is this much alike in unplanted text is a copy that really stands there, not a false finding."""


@dataclass(frozen=True, slots=True)
class Plant:
    """A changed message in a carrier."""

    message: str
    kind: str
    length: tuple[int, int]
    where: str
    block: Block
    start: int
    end: int


Mutation = Callable[[list[str], list[str], Random], str]


def main() -> None:
    """Measure recall by kind and length, and false findings, for the matcher and for rapidfuzz by sentence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--messages", type=int, default=100, help="messages of each length")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    arguments = parser.parse_args()
    random = Random(7)
    pile, carriers = two_piles(arguments.folder)
    messages = choose(sentences(pile), arguments.messages, random)
    plants = _plants(messages, carriers, random)
    wordings = [Wording(f"m{number:04}", text) for number, text in enumerate(messages)]
    _report_recall(wordings, plants, missed=arguments.missed)
    _report_false(wordings, carriers)


def choose(pool: list[str], count: int, random: Random) -> list[str]:
    """So many sentences of each length that could be messages."""
    chosen = []
    for low, high in LENGTHS:
        fitting = [each for each in pool if low <= len(each.split()) <= high and _is_message(each)]
        chosen += random.sample(fitting, min(count, len(fitting)))
    return chosen


def _is_message(sentence: str) -> bool:
    """Says something (`See below for more.` does not), and is no legal formula, which stands in every package."""
    telling = {fold(word) for word in re.findall(r"[^\W\d_]{2,}", sentence)} - stop_words()
    return len(telling) >= 3 and not re.search(r"(?i)licen[cs]|copyright|warrant|contribution", sentence)


def _plants(messages: list[str], carriers: list[str], random: Random) -> list[Plant]:
    spare = [word for part in carriers for word in re.findall(r"\b[a-z]{5,}\b", part)]
    long_enough = [part for part in carriers if len(part.split()) > 24]
    plants = []
    for message in messages:
        words = message.rstrip(".").split()
        length = next(pair for pair in LENGTHS if pair[0] <= len(words) <= pair[1])
        for kind, mutate in MUTATIONS.items():
            changed = mutate(list(words), spare, random)
            if changed and changed != " ".join(words):
                plants.append(_own(message, kind, length, changed))
                plants.append(_within(message, kind, length, changed, random.choice(long_enough), random))
    return plants


def _own(message: str, kind: str, length: tuple[int, int], changed: str) -> Plant:
    return Plant(message, kind, length, "own paragraph", Block(changed + ".", (Place(),)), 0, len(changed))


def _within(message: str, kind: str, length: tuple[int, int], changed: str, carrier: str, random: Random) -> Plant:
    words = carrier.split()
    cut = random.randint(8, len(words) - 8)
    before = " ".join(words[:cut]).rstrip(".,;:!?") + " "
    after = " " + " ".join(words[cut:])
    start = len(before)
    block = Block(before + changed + after, (Place(),))
    return Plant(message, kind, length, "mid-sentence", block, start, start + len(changed))


def _some(words: list[str], random: Random) -> list[int]:
    """Places of telling words to change: one in about eight, at least one."""
    places = [place for place, word in enumerate(words) if fold(word) not in stop_words() and word.isalpha()]
    return sorted(random.sample(places, min(len(places), max(1, round(len(words) / 8)))))


def _swap(words: list[str], spare: list[str], random: Random) -> str:
    for place in _some(words, random):
        words[place] = random.choice(spare)
    return " ".join(words)


def _insert(words: list[str], spare: list[str], random: Random) -> str:
    for place in reversed(_some(words, random)):
        words.insert(max(1, place), random.choice(spare))
    return " ".join(words)


def _delete(words: list[str], _: list[str], random: Random) -> str:
    for place in reversed(_some(words, random)):
        del words[place]
    return " ".join(words)


def _number(words: list[str], _: list[str], random: Random) -> str:
    text = " ".join(words)
    found = re.search(r"(?<![\w.-])\d{1,6}(?![\w.-])", text)
    return text[: found.start()] + str(int(found[0]) + random.randint(1, 99)) + text[found.end() :] if found else ""


def _reorder(words: list[str], _: list[str], random: Random) -> str:
    cut = random.randint(len(words) // 3, 2 * len(words) // 3)
    return " ".join([*words[cut:], *words[:cut]])


def _truncate(words: list[str], _: list[str], random: Random) -> str:
    return " ".join(words[: max(3, round(len(words) * random.uniform(0.6, 0.75)))])


def _inflect(words: list[str], _: list[str], random: Random) -> str:
    for place in _some(words, random):
        word = words[place]
        words[place] = word[:-1] if word.endswith("s") else word + "s"
    return " ".join(words)


def _hyphenate(words: list[str], _: list[str], random: Random) -> str:
    places = [place for place, word in enumerate(words) if len(word) > 6 and word.isalpha()]
    if not places:
        return ""
    place = random.choice(places)
    middle = len(words[place]) // 2
    words[place] = words[place][:middle] + "-\n" + words[place][middle:]
    return " ".join(words)


def _typography(words: list[str], _: list[str], random: Random) -> str:
    text = " ".join(words).replace("'", "’").replace(" - ", " – ").replace("fi", "ﬁ")
    spaced = re.sub(" ", lambda _: random.choice((" ", "\u00a0", "\n", "  ")), text)
    return spaced.upper() if random.random() < 0.3 else spaced


MUTATIONS: dict[str, Mutation] = {
    "swap": _swap,
    "insert": _insert,
    "delete": _delete,
    "number": _number,
    "reorder": _reorder,
    "truncate": _truncate,
    "inflect": _inflect,
    "hyphenate": _hyphenate,
    "typography": _typography,
}


def _report_recall(wordings: list[Wording], plants: list[Plant], *, missed: bool) -> None:
    matcher = Matcher(wordings)
    ids = {wording.text: wording.id for wording in wordings}
    hits: dict[tuple[str, ...], list[tuple[bool, bool, bool]]] = defaultdict(list)
    for plant in plants:
        found = matcher.scan([plant.block], as_of=AS_OF).matches
        mine = [each for each in found if each.wording.id == ids[plant.message]]
        hit, right = any(_covers(plant, each) for each in mine), any(_fits(plant, each) for each in mine)
        fuzzy = _fuzzy_finds(plant)
        length = f"{plant.length[0]}-{plant.length[1]} words"
        for key in ((plant.kind, ""), ("all", length), ("all", plant.where), (plant.where, length), ("all", "")):
            hits[key].append((hit, right, fuzzy))
        if missed and not hit:
            print(f"missed {plant.kind}, {plant.where}: {plant.message} | {plant.block.text[plant.start : plant.end]}")
    print(f"{len(plants)} planted changes of {len(wordings)} messages: recall, span right, rapidfuzz by sentence")
    for key, results in sorted(hits.items()):
        figures = "  ".join(f"{sum(column) / len(results):.3f}" for column in zip(*results, strict=True))
        print(f"  {' '.join(key):32} {figures}  ({len(results)})")


def _covers(plant: Plant, match: Match) -> bool:
    """Half of what was planted is in the finding, and that is not more than four times as long."""
    start, end = match.spots[0].start, match.spots[0].end
    size = plant.end - plant.start
    return min(end, plant.end) - max(start, plant.start) >= size / 2 and end - start <= 4 * size


def _fits(plant: Plant, match: Match) -> bool:
    """The finding begins and ends where the change was planted, give or take a fifth of its length."""
    start, end = match.spots[0].start, match.spots[0].end
    both = min(end, plant.end) - max(start, plant.start)
    return both / (max(end, plant.end) - min(start, plant.start)) >= 0.8


def _fuzzy_finds(plant: Plant) -> bool:
    split = re.split(r"(?<=[.!?])\s+", " ".join(plant.block.text.split()))
    return any(fuzz.ratio(plant.message.lower(), each.lower()) >= FUZZY for each in split)


def _report_false(wordings: list[Wording], carriers: list[str]) -> None:
    text = blocks(carriers)
    size = sum(len(part.encode()) for part in carriers) / 1e6
    matcher = Matcher(wordings)
    start = time.process_time()
    found = [each for each in matcher.scan(text, as_of=AS_OF).matches if each.verdict != "carried"]
    took = time.process_time() - start
    false = [each for each in found if fuzz.ratio(each.wording.text.lower(), each.quote.lower()) < COPY]
    split = [each.lower() for part in carriers for each in re.split(r"(?<=[.!?])\s+", part)]
    start = time.process_time()
    scores = process.cdist([each.text.lower() for each in wordings], split, scorer=fuzz.ratio, score_cutoff=FUZZY)
    fuzzy_took = time.process_time() - start
    fuzzy = int(((scores >= FUZZY) & (scores < COPY)).sum())
    print(f"unplanted text, {size:.2f} MB: {len(false) / size:.2f} false findings a MB, {size / took:.1f} MB/s;")
    print(f"  rapidfuzz by sentence {fuzzy / size:.2f} a MB, {size / fuzzy_took:.1f} MB/s")
    for each in false[:20]:
        print(f"  {each.similarity:.2f} {each.wording.text[:90]} | {each.quote[:110]}")


if __name__ == "__main__":
    main()
