"""Measures precision and recall of drift on labelled cases: `drift_accuracy.py CASES_DIR [--errors]`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from itertools import product
from pathlib import Path

from drift_cases import VERDICTS, Case, Score, findings, load_cases, score

from generator.drift.tuning import DEFAULT, Tuning

FLOORS = (0.49, 0.52, 0.55, 0.58)
SHORT_EXTRAS = (0.28, 0.36, 0.44)
CLAIM_WEIGHTS = (0.5, 1.0)
CLAIM_EASES = (0.05, 0.10, 0.15, 0.20)


def main() -> None:
    """Score the cases of a folder, and if asked the fitted constants on cases they were not fitted to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("--leave-one-out", action="store_true", help="fit the constants to all cases but one, in turn")
    arguments = parser.parse_args()
    cases = load_cases(arguments.cases)
    result = _total(cases, DEFAULT)
    _print("constants as they are", result)
    for source in (source for case in cases for source in case.sources if source.problem):
        print(f"not read: {source.path}: {source.problem}")
    if arguments.errors:
        print(*result.errors, sep="\n")
    if arguments.leave_one_out:
        _leave_one_out(cases)


def _total(cases: list[Case], tuning: Tuning) -> Score:
    total = Score()
    for case in cases:
        total.add(score(case, findings(case, tuning)))
    return total


def _print(title: str, result: Score) -> None:
    print(f"{title}: macro F1 {result.macro():.3f}")
    for verdict in VERDICTS:
        precision, recall, f1 = result.figures(verdict)
        counts = f"{result.right[verdict]} right, {result.wrong[verdict]} wrong, {result.missed[verdict]} missed"
        print(f"  {verdict:8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({counts})")


def _leave_one_out(cases: list[Case]) -> None:
    grid = [
        replace(DEFAULT, floor=floor, short_extra=extra, claim_weight=claim, claim_ease=ease)
        for floor, extra, claim, ease in product(FLOORS, SHORT_EXTRAS, CLAIM_WEIGHTS, CLAIM_EASES)
    ]
    table = [[score(case, findings(case, tuning)) for case in cases] for tuning in grid]
    held_out = Score()
    for left_out, case in enumerate(cases):
        best = max(range(len(grid)), key=lambda row: _rest(table[row], left_out).macro())
        held_out.add(table[best][left_out])
        print(f"  without {case.name}: {_fitted(grid[best])}")
    _print("each case with constants fitted to the others", held_out)
    best = max(range(len(grid)), key=lambda row: _rest(table[row], -1).macro())
    print(f"fitted to all: {_fitted(grid[best])}, macro F1 {_rest(table[best], -1).macro():.3f}")


def _fitted(tuning: Tuning) -> str:
    names = ("floor", "short_extra", "claim_weight", "claim_ease")
    return ", ".join(f"{name} {getattr(tuning, name)}" for name in names)


def _rest(row: list[Score], left_out: int) -> Score:
    total = Score()
    for index, each in enumerate(row):
        if index != left_out:
            total.add(each)
    return total


if __name__ == "__main__":
    main()
