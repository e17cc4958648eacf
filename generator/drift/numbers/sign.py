"""Reads the sign of a number: `-20`, `minus 20`, `+4`."""

from __future__ import annotations

import re

MINUS = "-‐‑–−"
SIGN = rf"(?:(?<![\w)\]%°/+±])[{MINUS}+](?=[\d.$€£¥₹])|(?<!plus or\s)(?<!plus\s)(?<!eller\s)(?<![/+±])\bminus\s+)?"
"""A sign stands right before its digits and after nothing that could make it a hyphen or a range, or is a word."""
_SIGNED_DEGREES = re.compile(r"\s?(?P<sign>minus|kulde|pluss?|varme)(?=grade?(?:n|r)?\b)", re.IGNORECASE)
_BULLET = re.compile(r"[\n\x00\x1e][ \t]*[-‐‑–]\Z")
"""What may be the mark of a list as well: `⏎–40 countries`."""


def sign(written: str | None) -> str:
    """`-` for a minus in any writing, `+` for a plus, or nothing."""
    said = (written or "").strip().lower()
    return "-" if said == "minus" or (said and said in MINUS) else "+" if said else ""


def sign_of_degrees(text: str, end: int) -> tuple[str, int, int]:
    """The sign within the word behind a number, and where it stands there: `25 minusgrader`."""
    found = _SIGNED_DEGREES.match(text, end)
    if found is None:
        return "", end, end
    return "-" if found["sign"].lower() in ("minus", "kulde") else "+", *found.span("sign")


def is_bullet(text: str, at: int) -> bool:
    return _BULLET.search(text, max(0, at - 8), at + 1) is not None


def signed(values: frozenset[float], sign: str, *, may_be_none: bool) -> frozenset[float]:
    if sign != "-":
        return values
    return frozenset(-value for value in values) | (values if may_be_none else frozenset())
