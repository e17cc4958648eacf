"""A source uses a word or name that is to be avoided, or writes a name in other capitals.

Renamed products are the drift that clients notice first: they search for the old name and find nothing. Whole words
count, with their plural and possessive, in a Norwegian playbook also in their definite forms; addresses and code do
not, nor do words inside an approved message. Soft hyphens, ligatures, trade marks and line ends within them change
nothing. Write the word the finding offers, or take it out of `avoid:`. What was said in a call is a note here: a
recording stays as it is, and what is to be done is to go through it with the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.glossary import Term
from generator.areas.messaging import Wording
from generator.areas.sources import Source
from generator.checks.quoted import coached, elsewhere, mender, place_to_mend
from generator.derive.drift import TermEvidence
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    ids = {term.title.strip(): term.id for term in facts.playbook.of(Term)}
    ids |= {word.use: word.id for word in facts.playbook.of(Wording)}
    for term in facts.drift.terms:
        source = facts.playbook.entries[term.source]
        if isinstance(source, Source):
            yield _complaint(facts, source, term, ids.get(term.use, ""))


def _complaint(facts: Facts, source: Source, term: TermEvidence, subject: str) -> Complaint:
    level = Level.NOTE if source.kind == "transcript" else Level.WARNING if term.hidden else None
    form, fitting = ("", "") if term.fits else ("a form of ", " in the form that fits there")
    unless = "if it is not named on purpose, " if term.doubt else ""
    undecided = (f"a person has to decide: {term.doubt}",) if term.doubt else ()
    return Complaint(
        place_to_mend(source, "", term.where),
        f"{term.where.name} says `{term.found}` instead of {form}`{term.offer}`",
        help=coached(source, term.where, f"we say {term.offer}") or f"{unless}write `{term.offer}`{fitting}",
        notes=(*undecided, *elsewhere(term.places[1:]), *mender(facts, source)),
        record=subject,
        level=level,
        subject=subject,
        source=source.id,
        match=term.found,
        places=len(term.places),
    )
