"""Names units that are read in two words: `40 m²` is `40 square metres`, `80 kWh` is `80 kilowatt hours`."""

from __future__ import annotations

_LENGTHS = {
    "m": ("metre", "meter"), "km": ("kilometre", "kilometer"), "cm": ("centimetre", "centimeter"),
    "mm": ("millimetre", "millimeter"), "ft": ("foot", "feet"),
}  # fmt: skip
_RAISED = {"²": ("square", "2", "sq"), "³": ("cubic", "3", "cu")}
_WORKS = {"wh": "watt", "kwh": "kilowatt", "mwh": "megawatt", "gwh": "gigawatt"}
_PARTED = {"kilowatt", "megawatt", "gigawatt", "watt", *(word for words in _RAISED.values() for word in words[::2])}

READ_AS = {
    f"{length}{sign}": f"{words[0]} {'feet' if length == 'ft' else f'{names[0]}s'}"
    for length, names in _LENGTHS.items()
    for sign, words in _RAISED.items()
} | {sign: f"{power} hours" for sign, power in _WORKS.items()}
"""Each such unit by its sign, and the two words it is read in."""

FORMS = {
    f"{before}{form}": f"{length}{sign}"
    for length, names in _LENGTHS.items()
    for sign, words in _RAISED.items()
    for before in (words[0], words[2])
    for form in (length, *names, *(f"{name}s" for name in names))
} | {
    f"{length}{digit}": f"{length}{sign}"
    for length in _LENGTHS
    for sign, words in _RAISED.items()
    for digit in (sign, words[1])
} | {
    f"{power}hour{ending}": sign for sign, power in _WORKS.items() for ending in ("", "s")
} | {sign: sign for sign in _WORKS} | {
    "sqm": "m²", "kvm": "m²", "qm": "m²", "cbm": "m³", "kvadratmeter": "m²", "quadratmeter": "m²",
    "quadratmetern": "m²", "kubikkmeter": "m³", "kubikmeter": "m³", "sqft": "ft²", "sqkm": "km²",
    "millisecond": "ms", "milliseconds": "ms", "millisekunde": "ms", "millisekunden": "ms", "millisekund": "ms",
    "millisekunder": "ms", "db": "db", "decibel": "db", "decibels": "db", "dezibel": "db", "desibel": "db",
    "hz": "hz", "hertz": "hz", "khz": "khz", "kilohertz": "khz", "mhz": "mhz", "megahertz": "mhz", "ghz": "ghz",
    "gigahertz": "ghz",
    "kilowattimer": "kwh", "kilowattstunden": "kwh", "megawattstunden": "mwh", "megawattimer": "mwh",
    "kw": "kw", "kilowatt": "kw", "kilowatts": "kw", "mw": "mw", "megawatt": "mw", "megawatts": "mw", "kn": "kn",
}  # fmt: skip
"""Every form of such a unit, without spaces and hyphens, with the unit's sign."""


def may_go_on(word: str) -> bool:
    """Whether a word may be the first of a unit in two."""
    return word.lower() in _PARTED
