"""Transcripts as JSON, whatever the tool calls its fields: anything with a text, a start and a speaker."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.readers.reading.guard import Unreadable
from generator.readers.transcript.asides import NOISE, Passage

_TEXT = ("text", "sentence", "transcript", "content", "caption", "utterance")
_START = ("start", "start_time", "startTime", "begin", "offset", "timestamp", "time", "ts", "startMs", "start_ms")
_END = ("end", "end_time", "endTime", "end_ts", "endMs", "end_ms")
_SPEAKER = (
    "speaker",
    "speaker_name",
    "speakerName",
    "speaker_label",
    "speakerId",
    "speaker_id",
    "participant",
    "user",
    "name",
)
_PEOPLE = ("speakers", "participants", "parties", "users", "attendees")
_ID = ("id", "speakerId", "speaker_id", "userId", "user_id")
_NAME = ("name", "displayName", "display_name", "fullName", "full_name", "emailAddress", "email")
_NOISE = re.compile(rf"(?:(?<!\s)\s+)?(?:{NOISE})")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2}(?:[.,]\d+)?)$")

LONGEST = 1e9
"""Milliseconds: eleven days."""
SLOWEST_SPEECH = 0.02
"""Words a second over a whole call. People speak two to three; times a thousand off are milliseconds."""


def passages(text: str) -> list[Passage]:
    """The passages in the order of the file."""
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise Unreadable("its JSON is nested too deep") from None
    except ValueError as error:
        raise Unreadable(f"its JSON is damaged ({error})".lower()) from None
    people = _people(data)
    walked = ((_NOISE.sub("", words).strip(), start, end, speaker) for words, start, end, speaker in _walk(data))
    found = [one for one in walked if one[0]]
    if not found:
        raise Unreadable("there is no transcript in it: nothing has a `text`")
    scale = _scale([(words, start) for words, start, _, _ in found])
    return [
        Passage(((words, -1, -1),), start * scale if start >= 0 else -1.0, end * scale if end >= 0 else -1.0,
                people.get(speaker, speaker))
        for words, start, end, speaker in found
    ]  # fmt: skip


def _walk(data: Any) -> Iterator[tuple[str, float, float, str]]:
    """Words, start, end and speaker of everything that is said."""
    stack: list[tuple[Any, str]] = [(data, "")]
    while stack:
        node, speaker = stack.pop()
        if isinstance(node, list):
            stack += [(one, speaker) for one in reversed(node)]
        elif isinstance(node, dict):
            speaker = _who(node) or speaker
            words = _words(node)
            if words and not any(_is_said(value) for value in node.values()):
                yield words, _number(node, _START), _number(node, _END), speaker
            else:
                stack += [(value, speaker) for key, value in reversed(node.items()) if key not in _PEOPLE]


def _words(node: dict[str, Any]) -> str:
    elements = node.get("elements")
    if isinstance(elements, list):
        return "".join(str(one.get("value", "")) for one in elements if isinstance(one, dict))
    return next((value for key in _TEXT if isinstance(value := node.get(key), str)), "")


def _is_said(value: Any) -> bool:
    """Whether a value is a list of passages, which say again what stands above them."""
    return isinstance(value, list) and any(isinstance(one, dict) and _words(one) for one in value[:5])


def _who(node: dict[str, Any]) -> str:
    for key in _SPEAKER:
        value = node.get(key)
        if isinstance(value, dict):
            value = next((value[name] for name in _NAME if name in value), None)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def _people(data: Any) -> dict[str, str]:
    """Names by id, where the file has a list of those who took part."""
    found: dict[str, str] = {}
    stack = [data]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack += node
        elif isinstance(node, dict):
            for key in _PEOPLE:
                found.update(_named(node.get(key)))
            stack += node.values()
    return found


def _named(people: Any) -> Iterator[tuple[str, str]]:
    for person in people if isinstance(people, list) else ():
        if isinstance(person, dict):
            name = next((person[key] for key in _NAME if isinstance(person.get(key), str)), "")
            yield from ((str(person[key]), name) for key in _ID if name and key in person)


def _number(node: dict[str, Any], keys: tuple[str, ...]) -> float:
    """A time as a number, or as a clock's; -1 for none."""
    for key in keys:
        value = node.get(key)
        if isinstance(value, str) and (clock := _CLOCK.match(value.strip())):
            return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + float(clock[3].replace(",", "."))
        try:
            if value is not None and not isinstance(value, bool | dict | list):
                number = float(str(value).removesuffix("s"))
                return number if 0 <= number < LONGEST else -1.0
        except ValueError:
            continue
    return -1.0


def _scale(found: list[tuple[str, float]]) -> float:
    """0.001 where the times are milliseconds, else 1."""
    words, last = sum(len(said.split()) for said, _ in found), max(start for _, start in found)
    return 0.001 if last > 0 and words / last < SLOWEST_SPEECH else 1.0
