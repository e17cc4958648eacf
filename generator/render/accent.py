"""The one accent colour, made readable on white and on dark paper."""

from __future__ import annotations

import colorsys

ACCENT = "#0f5e5a"
"""The colour of a company that has named none."""
CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3: text against its background."""
DARK_CONTRAST = 7.0
"""On dark paper a colour at the limit glows without being clear; 7 is the same guideline's enhanced level."""
PAPER = {"light": "#f6f7f8", "dark": "#1a1f27"}
"""The darkest of the light and the lightest of the dark papers that a link can stand on."""


def accent_css(colour: str) -> str:
    """Custom properties for the two palettes of the theme."""
    light, dark = readable(colour, PAPER["light"]), readable(colour, PAPER["dark"], DARK_CONTRAST)
    return (
        f':root, [data-md-color-scheme="default"] {{ --tu-accent: {light}; --tu-on-accent: {_on(light)}; }}\n'
        f'@media screen {{ [data-md-color-scheme="slate"] {{ --tu-accent: {dark}; --tu-on-accent: {_on(dark)}; }} }}\n'
    )


def readable(colour: str, paper: str, at_least: float = CONTRAST) -> str:
    """`colour`, or the nearest lighter or darker one of its hue that can be read on `paper`."""
    hue, light, depth = colorsys.rgb_to_hls(*_parts(colour))
    step = -0.01 if luminance(paper) > 0.5 else 0.01
    while contrast(colour, paper) < at_least and 0 <= light <= 1:
        light += step
        colour = _hex(colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), depth))
    return colour


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of an sRGB colour, 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _on(colour: str) -> str:
    return max(("#ffffff", "#14181e"), key=lambda ink: contrast(ink, colour))


def _parts(colour: str) -> tuple[float, float, float]:
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))  # type: ignore[return-value]


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
