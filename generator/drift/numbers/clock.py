"""Reads times of day in every notation: `9:30`, `half past nine`, `9.30 a.m.`, `9–5 pm`; `9.30` beside one of these."""

from __future__ import annotations

import re

CLOCK = "o'clock"
"""The unit of a time of day, whose value is the minutes since midnight."""

_HALF = r"[^\S\n]?[ap]\.?m(?:\.(?!\s+(?-i:[A-Z])|\s*\Z)|\b)"
_SIGNED = r"(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]|[.,]\d|\s(?:seconds|minutes|mins?|hours)\b)"
_TIME = rf"(?:{_SIGNED}(?:{_HALF})?|(?:0?\d|1[0-2])(?:\.[0-5]\d)?{_HALF})"
_FIRST = rf"(?:{_SIGNED}|\d{{1,2}}(?:\.[0-5]\d)?)(?:{_HALF})?"
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR = rf"(?:{'|'.join(_HOURS)}|1[0-2]|[1-9])\b"
_SPOKEN = rf"\b(?:(?:half|quarter)\s+past|quarter\s+to)\s+{_HOUR}(?!\s*[%:.,]\d)|(?<![\w.,:/-]){_HOUR}\s+o['’]clock\b"
TIME_OF_DAY = rf"(?:{_SPOKEN}|(?<![\w.,:/-])(?:{_FIRST}(?:\s?[-‐‑–—]\s?|\s+(?:to|until|til|bis)\s+))?{_TIME})"
"""A time, or two with what lies between them; the first may go without a sign: `9 to 5 pm`. Or one in words."""
_SAID = re.compile(rf"(?:(?P<side>half past|quarter past|quarter to) )?(?P<hour>{_HOUR})(?: o.clock)?", re.IGNORECASE)
_MINUTES = {"half past": 30, "quarter past": 15, "quarter to": -15}
_PART = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap](?=\.?m))?", re.IGNORECASE)
HALF_A_DAY = 12 * 60


def times(written: str) -> tuple[frozenset[float], frozenset[float]]:
    """What a time of day, or the first and the last of two, may be: `9–5 pm` begins in the morning.

    `half past five` may be in the morning or in the afternoon.
    """
    if said := _SAID.fullmatch(" ".join(written.lower().split())):
        hour = int(said["hour"]) if said["hour"].isdigit() else _HOURS.index(said["hour"]) + 1
        minutes = float(60 * hour + _MINUTES.get(said["side"] or "", 0)) % HALF_A_DAY
        return (both := frozenset({minutes, minutes + HALF_A_DAY})), both
    parts = list(_PART.finditer(written))
    end = _minutes(parts[-1], parts[-1]["half"])
    if len(parts) == 1:
        return frozenset({end}), frozenset({end})
    halves = {parts[0]["half"]} if parts[0]["half"] else {None, parts[-1]["half"]}
    begins = frozenset(_minutes(parts[0], half) for half in halves)
    return frozenset(each for each in begins if each < end) or begins, frozenset({end})


def _minutes(part: re.Match[str], half: str | None) -> float:
    minutes = 60.0 * int(part["hour"]) + int(part["minute"] or 0)
    if half in ("a", "A") and minutes >= HALF_A_DAY:
        return minutes - HALF_A_DAY
    return minutes + (HALF_A_DAY if half in ("p", "P") and minutes < HALF_A_DAY else 0)


def as_times(values: frozenset[float]) -> frozenset[float]:
    """The times of day that plain figures may be: half past nine for `9.30`, nine for `9`."""
    hours = {value: int(value) for value in values if 0 <= value <= 24}
    minutes = {value: round(100 * (value - hour), 4) for value, hour in hours.items()}
    return frozenset(60 * hour + minutes[value] for value, hour in hours.items() if minutes[value] in range(60))


def told_time(minutes: float) -> str:
    """A time of day as it is told: `9:30`."""
    return f"{int(minutes) // 60}:{int(minutes) % 60:02}"
