"""A number as a claim makes it, and in what it differs from another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.drift.numbers.clock import CLOCK, HALF_A_DAY, as_times, told_time
from generator.drift.numbers.figure import CENTS, DURATIONS, MONTHS, SOME_MONEY, measures

SAME_SIZE = 10
"""A number more than so many times another counts something else."""
_CALENDAR = {"month": 2.6e6, "quarter": 7.9e6, "year": 3.2e7}
"""Seconds, to tell long from short."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a claim makes it. `low` and `high` hold every value it may be read as (1.200 is 1200 or 1.2).

    `is_worded`: whether words bound it (`more than 1,400`), not a sign or what stands after it (`1,400+`).
    `sign` is the sign that says so; `counted_in` the unit that stands within the number: `an hour and a half`, whose
    last word then stands for it. `mark` is the last mark within the digits, which may part decimals or thousands.
    `behind` are the characters behind what it counts that bound it: `or more` in `five years or more`.
    `edge` is whether the words of a bound leave the number itself out (`less than`) or not (`up to`).
    `shared_by`: the word that a share in percent needs where `9 out of 10` has none: `90 % of`.
    `also` are the words for the month and the year within the number or before it: `March` in `March 1`.
    `year` is that of a day: `1 March 2027`.
    `days` are the days and months that figures such as `10/12` may be, where a day with its month in words is meant.
    `is_spoken`: whether it is said as prices are, without a word for the money: `four ninety`.
    `first_unit` is that of the first of two amounts where it is another than that of the second: `2.5 % to €14m`.
    `power` is the value of a ten whose raised digits are its power, of which two may differ: `10⁶` and `10⁷`.
    """

    start: int
    end: int
    low: frozenset[float]
    high: frozenset[float]
    unit: str
    qualifier: str
    is_worded: bool = False
    shared_by: str = ""
    sign: str = ""
    counted_in: str = ""
    mark: str = ""
    behind: tuple[int, int] = (0, 0)
    edge: str = ""
    power: float = 0.0
    also: tuple[str, ...] = ()
    year: str = ""
    first_unit: str = ""
    days: tuple[tuple[float, str], ...] = ()
    is_spoken: bool = False

    def __str__(self) -> str:
        if self.unit == CLOCK:
            return "-".join(dict.fromkeys(told_time(max(end)) for end in (self.low, self.high)))
        ends = dict.fromkeys(f"{max(end):,.6f}".rstrip("0").rstrip(".") for end in (self.low, self.high))
        return " ".join(part for part in (self.qualifier, "-".join(ends), self.unit, self.year) if part)

    @property
    def seconds(self) -> float:
        """About how long it lasts, if it measures time; else the number itself."""
        unit = self.unit.removeprefix("working ")
        return abs(max(self.low)) * (_CALENDAR.get(unit) or DURATIONS.get(unit, 1))

    def is_of_size(self, other: Quantity) -> bool:
        """Whether both are of one size as written or, as times, in length: `one day`, `24 hours`."""
        return _are_of_size(abs(max(self.low)), abs(max(other.low))) or self.lasts_about(other)

    def lasts_about(self, other: Quantity) -> bool:
        """Whether the one is not many times as long as the other."""
        return _are_of_size(self.seconds, other.seconds)

    def differs(self, other: Quantity) -> tuple[str, ...]:
        """The parts in which two numbers differ, most important first."""
        parts = []
        if self._lasts_as_long(other) or self.may_be_on(other) or other.may_be_on(self):
            return () if self.qualifier == other.qualifier else ("qualifier",)
        mine, theirs = self, other
        if self.unit != other.unit:
            mine, theirs = _in_unit_of(other, self), _in_unit_of(self, other)
        is_same = mine.is_one(mine.low, theirs, theirs.low) and mine.is_one(mine.high, theirs, theirs.high)
        if not is_same or (self.year and other.year and self.year != other.year):
            parts.append("value")
        if mine.unit != theirs.unit or self.first_unit != other.first_unit:
            parts.append("unit")
        if self.qualifier != other.qualifier or (self.edge and other.edge and self.edge != other.edge):
            parts.append("qualifier")
        return tuple(parts)

    def may_be_on(self, other: Quantity) -> bool:
        """Whether figures may be the day that the other names with its month: `10/12` beside `October 12`."""
        is_named = other.unit in MONTHS and not other.days and other.low == other.high
        is_year = not (self.year and other.year) or self.year == other.year
        return is_named and is_year and (max(other.low), other.unit) in self.days

    def is_one(self, mine: frozenset[float], other: Quantity, theirs: frozenset[float]) -> bool:
        """Whether two ends are the same. `2,500` is two and a half only beside a decimal comma."""
        if self.power and other.power:
            return self.power == other.power
        return (
            bool(mine & theirs)
            and _may_mean(mine, self.mark, theirs, other.mark)
            and (_may_mean(theirs, other.mark, mine, self.mark))
        )

    def _lasts_as_long(self, other: Quantity) -> bool:
        """`14 days` and `two weeks`: the same in other words."""
        mine, theirs = DURATIONS.get(self.unit), DURATIONS.get(other.unit)
        if mine is None or theirs is None or self.unit == other.unit:
            return False
        low, high = ({value * mine for value in end} for end in (self.low, self.high))
        return bool(low & {value * theirs for value in other.low} and high & {value * theirs for value in other.high})


def _are_of_size(one: float, other: float) -> bool:
    return min(one, other) == 0 or max(one, other) <= SAME_SIZE * min(one, other)


def _may_mean(values: frozenset[float], mark: str, others: frozenset[float], their_mark: str) -> bool:
    """Whether digits that may be thousands (`2,500`) can mean what they share with the others."""
    if not mark or len(sizes := {abs(value) for value in values}) == 1:
        return True
    return max(sizes) in {abs(value) for value in others} or (their_mark or ".") == mark


def _in_unit_of(other: Quantity, number: Quantity) -> Quantity:
    """The number in the unit of the other, where it may mean that: `25 cents` in a currency, `9.30` as a time."""
    if other.unit in CENTS.get(number.unit, ()):
        return _scaled(number, 0.01, other.unit)
    if (number.unit == SOME_MONEY or (number.is_spoken and not number.unit)) and measures(other.unit) == "money":
        return replace(number, unit=other.unit)
    if (number.unit, other.unit) == ("quarter", "%"):
        return _scaled(number, 25, "%")
    if not number.unit and other.unit == CLOCK:
        return _as_clock(number)
    return number


def _as_clock(number: Quantity) -> Quantity:
    low, high = as_times(number.low), as_times(number.high)
    if low and high and max(high) < max(low):  # `9 to 5`
        high = frozenset(each + HALF_A_DAY for each in high)
    return replace(number, low=low, high=high, unit=CLOCK) if low and high else number


def _scaled(number: Quantity, scale: float, unit: str) -> Quantity:
    low, high = (frozenset(round(value * scale, 6) for value in end) for end in (number.low, number.high))
    return replace(number, low=low, high=high, unit=unit)
