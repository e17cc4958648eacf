"""What is set in a symbol font is no letter, whatever letter stands in its place in the file: `ü` is a tick."""

from __future__ import annotations

import re

_FONTS = re.compile(
    r"wingdings(?: [23])?|webdings|symbol|(?:itc )?zapf ?dingbats(?: .*)?|marlett|mt extra|bookshelf symbol \d", re.I
)
_FROM = 0xF000
"""Where programs put the characters of symbol fonts: so far above the letter that stands for them."""
_SYMBOL = {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xA2: "′", 0xB9: "≠", 0xBB: "≈"}
"""Signs of the font Symbol that stand at numbers. Its digits and its signs up to `~` are those of any font."""
_ALONE = re.compile(r"(?<![^\W\d_])[\x80-\xff\uf020-\uf0ff]+(?![^\W\d_])")


def is_symbol_font(name: str) -> bool:
    return _FONTS.fullmatch(name.strip()) is not None


def as_read(text: str, font: str) -> str:
    """The text as a reader sees it in the font: of a symbol font the signs that stand at numbers, else spaces."""
    return "".join(_sign(ord(char), font) for char in text) if is_symbol_font(font) else text


def beside_letters(text: str, font: str) -> str:
    """The text of which only the signs are set in the symbol font, as PowerPoint writes `10 à 20` for an arrow."""
    return _ALONE.sub(lambda found: as_read(found[0], font), text) if is_symbol_font(font) else text


def _sign(code: int, font: str) -> str:
    plain = code - _FROM if _FROM + 0x20 <= code <= _FROM + 0xFF else code
    if font.strip().lower() != "symbol":
        return " "
    is_common = plain < 0x7F and not chr(plain).isalpha()
    return chr(plain) if is_common else _SYMBOL.get(plain, " ")
