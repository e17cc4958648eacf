"""What the browser shows while the playbook cannot be built: the findings, over the last good page."""

from __future__ import annotations

from html import escape

from generator.mkdocs_plugin.preview.preview import Outcome

STYLE = (
    "position:fixed;inset:auto 1rem 1rem 1rem;z-index:1000;max-height:60vh;overflow:auto;padding:1rem 1.25rem;"
    "border-left:.4rem solid #c62828;border-radius:.3rem;background:#fff;color:#1a1a1a;"
    "box-shadow:0 .2rem 1.5rem rgba(0,0,0,.4);font:15px/1.5 system-ui,sans-serif"
)
CODE = "font:13px/1.5 ui-monospace,monospace"


def overlay(outcome: Outcome) -> str:
    """A panel to be put at the end of a page; empty where nothing is wrong."""
    if outcome.good:
        return ""
    items = [_item(str(one.location), one.complaint.message, one.complaint.help, one.rule) for one in outcome.faults]
    if outcome.said:
        items.append(_item("", outcome.said, "", ""))
    return (
        f'<section id="tuneup-faults" role="alert" style="{STYLE}"><strong>Not shown yet: mend this first</strong>'
        f'<ul style="margin:.5rem 0 0;padding-left:1.2rem">{"".join(items)}</ul></section>'
    )


def bare_page(said: str = "") -> str:
    """Stands in for a page while there is none; the panel comes on top."""
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title>'
    return f"{head}<body><p>{escape(said)}</p></body></html>"


def _item(place: str, message: str, cure: str, rule: str) -> str:
    where = f'<span style="{CODE}">{escape(place)}</span><br>' if place else ""
    said = f"{escape(message)}{f' <span style={chr(34)}{CODE}{chr(34)}>[{escape(rule)}]</span>' if rule else ''}"
    return f"<li>{where}{said}{f'<br>{escape(cure)}' if cure else ''}</li>"
