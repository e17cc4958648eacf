"""Keeps of a source what is ours to compare: what our own speakers say in a call, in the language of the source."""

from __future__ import annotations

from dataclasses import replace

from generator.areas.sources import Source
from generator.derive.drift.named_turns import with_speakers
from generator.derive.messages import base_language
from generator.loading.words import nearest
from generator.model.block import SourceText

MOST_NAMED = 6
"""Speakers of a call that a message lists."""
NOBODY_NAMED = "it does not tell who speaks, so all that is said in it counts as said by your own speakers"


def own_words(text: SourceText, source: Source, playbook: str) -> SourceText:
    """The text without what others say in it and what is said in another language; `playbook` is that of the playbook.

    Unreadable where none of the source's speakers speaks in it.
    """
    language = base_language(source.language or playbook)
    if any(block.language for block in text.blocks):
        ours = (block for block in text.blocks if base_language(block.language) in ("", language))
        text = replace(text, blocks=tuple(ours))
    if not source.speakers or text.problem or not text.blocks:
        return text
    if not any(block.speaker for block in text.blocks):
        text = replace(text, blocks=with_speakers(text.blocks) or text.blocks)
    speakers = list(dict.fromkeys(block.speaker for block in text.blocks if block.speaker))
    if not speakers:
        return replace(text, gaps=(*text.gaps, NOBODY_NAMED))
    names = [name.casefold() for name in source.speakers]
    own = {speaker for speaker in speakers if _is_one(speaker.casefold(), names)}
    if not own:
        return replace(text, blocks=(), problem=_why(source.speakers, speakers))
    return replace(text, blocks=tuple(block for block in text.blocks if not block.speaker or block.speaker in own))


def _is_one(speaker: str, names: list[str]) -> bool:
    """`Noor` is meant by `Noor`, `Noor Amranil` and `Noor (Kelvaro)`, not by `Noora`."""
    return any(speaker == name or speaker.startswith((f"{name} ", f"{name},")) for name in names)


def _why(names: list[str], speakers: list[str]) -> str:
    wanted = ", ".join(f"`{name}`" for name in names)
    there = ", ".join(f"`{speaker}`" for speaker in speakers[:MOST_NAMED])
    more = f" and {len(speakers) - MOST_NAMED} more" if len(speakers) > MOST_NAMED else ""
    near = next(filter(None, (nearest(name, speakers) for name in names)), "")
    said = f"nobody of `speakers:` ({wanted}) speaks in it, but {there}{more}"
    return f"{said}; the nearest is `{near}`" if near else said
