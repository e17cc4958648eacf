"""The small words that tie nouns together or open them, in the languages of the word lists."""

from __future__ import annotations

from functools import lru_cache

from generator.drift.reading.fold import fold

_LINKS = """
as at by for from in into of off on onto out over per to toward towards up upon via with within without about above
across after against along among around below between beyond down during like near under until since through and or
og eller av på i til fra med mot uten hos om ved etter mellom gjennom
und oder von vom zu zum zur im am aus bei nach für auf an unter durch ohne
"""
"""Words that tie nouns together: `contractors in Norway`."""
_OPENERS = """
a an the this that these those all any both each every either neither few more most much many other another such some
no our ours your yours my his her its their
en et ei den det de alle hver hvert vår vårt våre din ditt dine deres
der die das dem des ein eine einer eines einem einen kein keine ihr ihre unser unsere
"""
"""Words that open a noun with all that belongs to it. Where one stands behind another noun, that was a verb."""


@lru_cache(maxsize=1)
def links() -> frozenset[str]:
    """The words, folded, that tie nouns together."""
    return frozenset(map(fold, _LINKS.split()))


@lru_cache(maxsize=1)
def openers() -> frozenset[str]:
    """The words, folded, that open a noun with all that belongs to it."""
    return frozenset(map(fold, _OPENERS.split()))
