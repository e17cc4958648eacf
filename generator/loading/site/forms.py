"""What a company can write below `tuneup:` in mkdocs.yml, and the form of each value."""

from __future__ import annotations

import datetime

from generator.loading.syntax.nodes import Node, Scalar
from generator.model.words import Audience

CONTENT, FOLDERS, WORD, READERS, WORDS, DAY, VERSION, YES_NO = (
    "a list of folders, each a path or `{folder: PATH, audience: WHO}`",
    "a folder or a list of folders",
    "a word",
    "one of public, sales, manager, leader",
    "a list of words",
    "a day",
    "a text or a number",
    "true or false",
)
FOLDER = ("folder", "audience")
"""What can be said of a folder of content."""
OPTIONS = {
    "content": CONTENT,
    "templates": FOLDERS,
    "audience": READERS,
    "as_of": DAY,
    "language": WORD,
    "version": VERSION,
    "published": READERS,
    "not_secret": WORDS,
    "offline": YES_NO,
}
"""What a company can write below `tuneup:` in mkdocs.yml, and the form of each value."""
SWITCHES = {"yes", "no", "on", "off", "y", "n"}
"""What YAML 1.1, which MkDocs reads, takes for true or false."""
EXAMPLES = {
    CONTENT: "[content, {folder: ../leader-content, audience: leader}]",
    FOLDERS: "[templates, ../shared-templates]",
    WORD: "en",
    READERS: "sales",
    WORDS: "[first, second]",
    DAY: "2026-11-23",
    VERSION: "'2026.4'",
    YES_NO: "true",
}


def fits(value: Node, form: str) -> bool:
    """Nothing after the colon means the default; what has a tag such as `!ENV` is known to MkDocs only."""
    data = value.data
    if data in (None, "") or (isinstance(value, Scalar) and value.tag):
        return True
    if form == READERS:
        return data in list(Audience)
    if form == DAY:
        return isinstance(data, str) and _is_day(data)
    if isinstance(data, bool) or form == YES_NO:
        return isinstance(data, bool) and form == YES_NO
    if form == CONTENT:
        return all(isinstance(item, str | dict) for item in (data if isinstance(data, list) else [data]))
    if isinstance(data, list):
        return form in (FOLDERS, WORDS) and all(isinstance(item, str) for item in data)
    if isinstance(data, int | float):
        return form == VERSION
    return isinstance(data, str) and form != WORDS


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
