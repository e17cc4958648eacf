"""Joins the beginning of a sentence to the match behind an insertion: `Falkenrath, based in Lemgo, makes …`."""

from __future__ import annotations

from dataclasses import replace

from generator.drift.finding.align import Alignment, Pair
from generator.drift.finding.clause import ends_clause
from generator.drift.finding.edge import sentence_begin
from generator.drift.finding.pattern import Pattern
from generator.drift.words import Words


def with_beginning(pattern: Pattern, words: Words, found: Alignment, lo: int) -> Alignment:
    """The alignment from the first word of the sentence, where the words that it lacks stand before an insertion.

    The words from `lo` on are free for it.
    """
    lacking = found.pairs[0].wanted if found.pairs and not found.reordered else 0
    if not lacking or found.pairs[0].found != found.first:
        return found
    begin = max(lo, sentence_begin(words, found.first))
    size = found.first - begin
    is_inserted = ends_clause(words, found.first) and size > lacking and ends_clause(words, begin + lacking)
    if not is_inserted or words.words[begin : begin + lacking] != pattern.words.words[:lacking]:
        return found
    if size - lacking > len(pattern.words):
        return found
    pairs = tuple(Pair(place, begin + place, 1.0, 0.0) for place in range(lacking))
    return replace(found, pairs=(*pairs, *found.pairs), first=begin)
