"""Reads digits with marks between them, which mean thousands here and decimals there."""

from __future__ import annotations

import re


def readings_of(plain: str) -> set[float]:
    """The values that digits without spaces may have: `1,250` is 1250 or 1.25."""
    if plain.isdigit():
        return {float(plain)}
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+", plain):
        return {float(plain.replace(",", ""))}
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+", plain):
        return {float(plain.replace(".", "").replace(",", "."))}
    values = {float(plain.replace(",", "."))} if plain.count(",") + plain.count(".") == 1 else set()
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain):
        thousands = float(re.sub(r"[.,]", "", plain))
        values = {thousands} if plain.endswith("000") else {*values, thousands}
    return values or {float(re.sub(r"[.,]", "", plain))}
