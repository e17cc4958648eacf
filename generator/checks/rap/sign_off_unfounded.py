"""A sign-off on record cannot be right: on a day that cannot be, by another signer, or without its points.

`tuneup sign` writes none of these. They come from editing the file by hand, from a merge that went wrong, or from a
module that got another signer or a rubric since. A signature nobody stands for lets somebody go to a client with what
they have not shown. Where somebody signed for another, `stand_in: true` says so. That the module belongs to another
track or has another signer by now is only a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.company import Person
from generator.areas.rap import Hire, Module, Rap, SignOff, Track
from generator.derive.facts import Facts
from generator.derive.hires.signing import Obstacle, obstacle, wrong_points
from generator.finding import Complaint, Level

LEVEL = Level.WARNING


def check(facts: Facts) -> Iterator[Complaint]:
    """What points to nobody is a broken reference, and found as that."""
    if not facts.knows_all(Track):
        return
    unscored: dict[str, list[int]] = {}
    rap = facts.playbook.area(Rap)
    for position, sign_off in enumerate(rap.sign_offs):
        hire, module = facts.playbook.entries.get(sign_off.hire), facts.playbook.entries.get(sign_off.module)
        signer = facts.playbook.entries.get(sign_off.by)
        if not isinstance(hire, Hire) or not isinstance(module, Module) or not isinstance(signer, Person):
            continue
        found = obstacle(facts, hire, signer, module, on=sign_off.on, stand_in=sign_off.stand_in)
        if found is not None:
            yield _complaint(rap, position, sign_off, found)
        elif _judged(module) and not sign_off.scores:
            unscored.setdefault(module.id, []).append(position)
        elif (wrong := _wrong_scores(module, sign_off)) is not None:
            yield _complaint(rap, position, sign_off, wrong)
    for module_id, positions in unscored.items():
        yield _without_points(rap, module_id, positions)


def _judged(module: Module) -> bool:
    return bool(module.assessment and module.assessment.rubric)


def _wrong_scores(module: Module, sign_off: SignOff) -> Obstacle | None:
    """Points of another rubric than today's were given by the rubric of their day."""
    rubric = module.assessment.rubric if module.assessment else []
    given = {score.criterion.strip(): score.points for score in sign_off.scores}
    names = [line.criterion.strip() for line in rubric]
    return wrong_points(module, [given[name] for name in names]) if given and set(given) == set(names) else None


def _complaint(rap: Rap, position: int, sign_off: SignOff, found: Obstacle) -> Complaint:
    stood_in = "let them sign, or write `stand_in: true` where somebody signed for them"
    return Complaint(
        rap.at("sign_offs", position, found.field),
        f"the sign-off of `{sign_off.hire}` on `{sign_off.module}`: {found.why}",
        help=stood_in if found.for_another else found.cure,
        record=sign_off.module,
        level=Level.NOTE if found.for_another or found.field == "module" else None,
    )


def _without_points(rap: Rap, module: str, positions: list[int]) -> Complaint:
    signed = rap.sign_offs[positions[0]]
    many = (
        f"{len(positions)} sign-offs on `{module}` have"
        if len(positions) > 1
        else (f"the sign-off of `{signed.hire}` on `{module}` has")
    )
    return Complaint(
        rap.at("sign_offs", positions[0]),
        f"{many} no points, and it is judged by a rubric",
        help="add `scores:` with the points for each criterion, as they stand on the sheet",
        record=module,
    )
