"""The blocks of a mail's subject and bodies, without the mails that it answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.block import Block, Place, Shown, line_and_column
from generator.readers.email.mime import Envelope, Flow, Part
from generator.readers.email.transfer import Decoded, undone
from generator.readers.html.page import read_page
from generator.readers.reading.tile_rows import joined
from generator.readers.reading.trace import Trace
from generator.readers.text.paragraphs import Words, line_spans, paragraphs

_SUBJECT = re.compile(r"(?:^|(?<=[\r\n]))subject:[ \t]*([^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*)", re.IGNORECASE)
_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]+")
_FROM = r"(?:from|fra|från|von|van|de|da)"
_SENT = r"(?:sent|date|sendt|dato|skickat|datum|gesendet|verzonden|envoyé|enviado|inviato|data)"
_TO = r"(?:to|subject|cc|til|kopi|emne|till|ämne|an|betreff|aan|onderwerp|à|objet|para|asunto|a|oggetto)"
_LINE = r"\*?[ \t][^\r\n]{1,200}(?:\r\n|\r|\n)"
_ANSWERED = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:original message|forwarded message|urspr.ngliche nachricht|weitergeleitete nachricht"
    r"|message d.origine|opprinnelig melding|videresendt melding|oprindelig meddelelse|ursprungligt meddelande)"
    rf"[ \t]*-{{2,}}|\*?{_FROM}:{_LINE}\*?{_SENT}:{_LINE}\*?{_TO}:)",
    re.IGNORECASE | re.MULTILINE,
)
_WROTE = re.compile(
    r"^(?:(?:on|am|le|el|il|op|den)\b|(?:man|tirs?|tis|ons|tors?|fre|lør|lör|søn|sön)(?:dag|\.)?(?=[ ,]))"
    r"[^\r\n]{5,200}(?:(?:\r\n|\r|\n)(?!>)[^\r\n]{1,120})?"
    r"(?:wrote|schrieb|a écrit|escribió|scritto|schreef|skrev)[^\r\n]{0,60}:[ \t]*(?=[\r\n]|\Z)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = "-- "
"""The line above a signature, whose space says nothing."""
_BOLD = r"<(?:b|strong)>(?:<span[^>]{0,200}>)?\s*"
_OUTLOOK = re.compile(
    rf"<div[^>]{{0,100}}\bid=[\"']?(?:divRplyFwdMsg|appendonsend)"
    rf"|{_BOLD}{_FROM}:(?=(?:(?!{_BOLD}).){{1,600}}{_BOLD}{_SENT}:)",
    re.IGNORECASE | re.DOTALL,
)


def subject(text: str, mail: Envelope) -> list[Block]:
    """The subject as mail programs show it."""
    found = _SUBJECT.search(text, mail.header_start, mail.header_end)
    if found is None:
        return []
    trace = Trace()
    if "=?" in found[1]:
        trace.add(str(mail.header.get("subject", "")), found.start(1), len(found[1]))
    else:
        position = found.start(1)
        for fold in _FOLD.finditer(text, *found.span(1)):
            trace.add(text[position : fold.start()], position)
            trace.add(" ", fold.start(), len(fold[0]))
            position = fold.end()
        trace.add(text[position : found.end(1)], position)
    place = Place(("subject",), *line_and_column(text, found.start(1)))
    block = trace.block(place, shown=Shown.OPEN, element="subject")
    return [block] if block else []


def body(text: str, part: Part) -> list[Block]:
    """The blocks of one body, each with its place in the file where that can be said."""
    if part.encoding not in {"quoted-printable", "base64"}:
        return [_named(block, part) for block in _said(text, part.start, part.end, part)]
    decoded = undone(text, part)
    blocks = _said(decoded.text, 0, len(decoded.text), part)
    return [_moved(text, block, decoded, part) for block in blocks]


def _said(text: str, start: int, end: int, part: Part) -> Iterable[Block]:
    if part.type == "text/html":
        answered = _OUTLOOK.search(text, start, end)
        return read_page(text, start, answered.start() if answered else end, without_quoted=True).blocks
    return joined(list(paragraphs(text, _own_lines(text, start, end, part.flow))))


def _own_lines(text: str, start: int, end: int, flow: Flow) -> Iterator[list[Words]]:
    """The lines of a plain body that are not quoted from another mail."""
    answered = _ANSWERED.search(text, start, end)
    end = answered.start() if answered else end
    introduced = [found.span() for found in _WROTE.finditer(text, start, end)]
    for first, last in line_spans(text, start, end):
        line = text[first:last]
        if line.startswith(">") or any(one[0] <= first < one[1] for one in introduced):
            yield []
        else:
            yield [_words(first, line, flow)]


def _words(start: int, line: str, flow: Flow) -> Words:
    """What is read of a line. In text that flows, a space is put before a line that could be taken for a sign."""
    end = start + len(line.rstrip())
    if flow is Flow.NONE:
        return Words(start, end)
    stuffed = line.startswith(" ")
    if not line.endswith(" ") or line[stuffed:] == _SIGNATURE or not line.strip():
        return Words(start + stuffed, max(start + stuffed, end))
    return Words(start + stuffed, start + len(line) - (flow is Flow.DELETED), flows=True)


def _named(block: Block, part: Part) -> Block:
    return replace(block, places=tuple(replace(place, words=(part.type,)) for place in block.places))


def _moved(text: str, block: Block, decoded: Decoded, part: Part) -> Block:
    """A block of the decoded body as one of the file; without a map, its place is a line of the body."""
    spans = decoded.spans(block.spans)
    if spans[0].source < 0:
        place = Place((part.type, f"line {block.places[0].line}"))
    else:
        place = Place((part.type,), *line_and_column(text, spans[0].source))
    return replace(block, spans=spans, places=(place,))
