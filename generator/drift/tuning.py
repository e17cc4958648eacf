"""Holds the constants of the matcher and says where each comes from."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class Tuning:
    """Weights and thresholds. Those marked as fitted are fitted to labelled cases by `benchmarks/drift_accuracy.py
    --leave-one-out`, those marked as measured come from `benchmarks/drift_mutations.py`; the others are judgements."""

    stop_weight: float = 0.3
    """A function word says little about which message this is."""
    common_weight: float = 0.7
    number_weight: float = 1.0
    """Numbers are masked while matching; that there is one still counts."""
    version_weight: float = 0.5
    """`v2` and `1.1` are mostly part of a name."""
    kin_credit: float = 0.8
    """Share of a word's weight for another inflection of it."""
    break_cost: float = 0.5
    """Weight of a sentence end inside a span that the wording does not have."""
    block_cost: float = 0.6
    """Weight of running on into the next block."""
    reorder_factor: float = 0.95
    floor: float = 0.55
    """Similarity asked of a long wording (fitted)."""
    short_extra: float = 0.36
    """Asked on top of a wording of four words or fewer, fading with length (fitted)."""
    plain_extra: float = 0.3
    """Asked on top of a wording of everyday words only, in proportion."""
    fade: float = 6.0
    claim_weight: float = 0.5
    """Extra weight of a number whose counted thing is the same: the core of a claim (fitted)."""
    claim_ease: float = 0.1
    """Taken off the threshold where the same things are counted: that another number stands there is what we look for
    (fitted)."""
    anchor: float = 1.5
    """Weight of content words without which nothing short of the exact wording is a match."""
    edit_share: float = 0.25
    """So many words in a hundred may be changed in what is still a slip of the pen, not a loose form (measured)."""
    run_share: float = 0.55
    """An unbroken run of the wording with so much of its weight is a truncation (measured)."""
    content_share: float = 0.34
    """Share of the weight of content words that must be there: `with more than` is not yet a claim."""
    beside_carried: float = 0.85
    """Similarity asked of an altered form in a source that also carries the message as it should be."""
    sentence_reach: float = 3.0
    """An altered form is quoted with its whole sentence if that is not longer than so many times the wording."""
    seed_coverage: float = 0.38
    """Share of a wording's weight that word pairs must cover before it is aligned at all: of planted changes that are
    found, fewer than one in 300 has less, and three in four regions of other text have (measured)."""
    bag_share: float = 0.48
    """Share of a wording's weight that must be near, in whatever order (measured: one in a thousand has less)."""

    def threshold(self, words: int) -> float:
        """Similarity that a wording of so many words must reach."""
        return self.floor + self.short_extra * exp(-max(0, words - 4) / self.fade)


DEFAULT = Tuning()
