"""The state of the playbook as a badge for a README: so many of twelve areas in tune, in words, sign and colour."""

from __future__ import annotations

from html import escape

from generator.derive.state.lamps import in_tune
from generator.reports.status.report import Dashboard

LETTER = 6.6
"""Mean width of a letter at 11 px in the faces that readers have."""
COLOURS = ((1.0, "#1a7040", "✓"), (0.75, "#855500", "◷"), (0.0, "#b3261e", "◆"))
"""From which share of lamps in tune; white text on each has a contrast of at least 5."""
SAID = "playbook"


def render(board: Dashboard) -> str:
    return badge(in_tune(board.lamps), len(board.lamps))


def badge(good: int, all_: int) -> str:
    """The drawing, without any font or picture from elsewhere."""
    colour, sign = next((c, s) for share, c, s in COLOURS if not all_ or good / all_ >= share)
    text = f"{sign} {good} of {all_} in tune"
    left, right = len(SAID) * LETTER + 12, len(text) * LETTER + 12
    title = escape(f"{SAID}: {good} of {all_} in tune")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right:.0f}" height="20" role="img" '
        f'aria-label="{title}"><title>{title}</title>'
        f'<rect width="{left:.0f}" height="20" fill="#3a4350"/>'
        f'<rect x="{left:.0f}" width="{right:.0f}" height="20" fill="{colour}"/>'
        f'<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f'<text x="6" y="14">{SAID}</text><text x="{left + 6:.0f}" y="14">{text}</text></g></svg>\n'
    )
