"""A record points to something that does not exist.

Records point to each other by id. A reference to nothing is a promise that the page cannot keep: a
module that teaches no message, a proof with no client. The usual causes are a misspelt id and a
record that was deleted while others still rested on it. A record that is no longer used is better
set to `status: retired`.

A link of Markdown to a file or a page that the site does not have is a warning. Its address is meant
from the top of the site, wherever the text is shown; to a record one links with `[[id]]`, which leads
there from everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.once import once
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterable[Complaint]:
    return once(facts, "broken-reference", by_message=True)
