"""Measures how long planning takes for 250 to 4,000 modules, with room and without: `plan_speed.py`."""

from __future__ import annotations

import random
import time

from generator.derive.curriculum import Curriculum, Moment, Task, plan

SIZES = (250, 500, 1000, 2000, 4000)
RUNS = 3


def main() -> None:
    """Print the best of three runs for each size and kind."""
    print(
        f"{'modules':>8} {'with room':>10} {'by hand':>10} {'in circles':>10} {'no room':>10}   seconds, best of {RUNS}"
    )
    for size in SIZES:
        kinds = (
            curriculum(size),
            curriculum(size, by_hand=0.8),
            curriculum(size, circles=0.1),
            curriculum(size, pressed=True),
        )
        print(f"{size:>8} " + " ".join(f"{best(kind):>10.3f}" for kind in kinds))


def curriculum(size: int, *, by_hand: float = 0, circles: float = 0, pressed: bool = False) -> Curriculum:
    """Modules of 30 to 120 minutes that need up to three earlier ones, for a client moment in each fifth week.

    `pressed` halves the time until each moment, so that about half of the modules come too late. `circles` is the
    share of modules that also need a later one.
    """
    chance = random.Random(size)
    weeks = size * 75 // 300 + 10
    day = 5 if pressed else 10
    moments = tuple(Moment(f"moment-{number}", number * day * 5 // 2) for number in range(1, weeks // 5 * 2 + 1))
    tasks = []
    for number in range(size):
        earlier = chance.sample(range(max(0, number - 50), number), min(number, chance.randrange(4)))
        later = [min(size - 1, number + 5)] if chance.random() < circles else []
        due = min(len(moments) - 1, number * len(moments) // size + 1)
        tasks.append(
            Task(
                f"m{number:05}",
                chance.randrange(30, 121, 15),
                tuple(f"m{need:05}" for need in {*earlier, *later} - {number}),
                moments[due].id,
                number * weeks * 5 // size + 1 if chance.random() < by_hand else None,
                f"coach-{chance.randrange(12)}",
                chance.randrange(0, 61, 15),
                (7, 30, 90),
            )
        )
    coaches = {f"coach-{number}": 240 for number in range(12)}
    return Curriculum(tuple(tasks), moments, 300, 225, 3, weeks=weeks, coaches=coaches)


def best(given: Curriculum) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        plan(given)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
