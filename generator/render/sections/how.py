"""How we sell: stages, pipeline reviews, performance, skills, and whom we hire."""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.ideal_salesperson import IdealSalesperson, SalespersonProfile
from generator.areas.performance import Expectation, OpenPosition, Performance, UpgradePlan
from generator.areas.pipeline import Pipeline, PipelineReview, Stage
from generator.areas.skills import Cycle, Exercise, Scenario, Skill, Skills
from generator.render.book import Book
from generator.render.page.leaf import Leaf

ORDER = 50


def pages(book: Book) -> Iterator[Leaf]:
    yield from _pipeline(book)
    yield from _skills(book)
    yield from _people(book)


def _pipeline(book: Book) -> Iterator[Leaf]:
    t = book.labels
    area = book.area(Pipeline)
    stages = book.of(Stage)
    reviews = sorted(book.of(PipelineReview), key=lambda review: review.on, reverse=True)
    yield Leaf(
        "how/index.md",
        str(t("page.stages.title")),
        "stages",
        homes=stages,
        area=Pipeline.KEY,
        given={"area": area, "stages": stages},
        boost=1.5,
    )
    yield Leaf(
        "how/pipeline-review.md",
        str(t("page.pipeline-review.title")),
        "pipeline-review",
        homes=reviews,
        given={
            "area": area,
            "reviews": reviews,
        },
    )


def _skills(book: Book) -> Iterator[Leaf]:
    t = book.labels
    skills = book.current(Skill)
    area = book.area(Skills)
    cycles = sorted(book.of(Cycle), key=lambda cycle: cycle.starts)
    yield Leaf(
        "how/skills.md",
        str(t("page.skills.title")),
        "skills",
        homes=[*book.of(Skill), *cycles],
        area=Skills.KEY,
        given={
            "area": area,
            "skills": skills,
            "past": book.past(Skill),
            "cycles": cycles,
            "now": [cycle for cycle in cycles if cycle.starts <= book.today <= cycle.ends],
            "sessions": sorted((one for one in area.sessions if one.on >= book.today), key=lambda one: one.on),
            "earlier": [one for one in area.sessions if one.on < book.today],
        },
    )
    exercises, scenarios = book.current(Exercise), book.current(Scenario)
    past = [*book.past(Exercise), *book.past(Scenario)]
    if exercises or scenarios or past:
        yield Leaf(
            "how/practice.md",
            str(t("page.practice.title")),
            "practice",
            homes=[*book.of(Exercise), *book.of(Scenario)],
            given={"exercises": exercises, "scenarios": scenarios, "past": past},
        )


def _people(book: Book) -> Iterator[Leaf]:
    t = book.labels
    expectations = sorted(book.current(Expectation), key=lambda one: one.starts, reverse=True)
    yield Leaf(
        "how/performance.md",
        str(t("page.performance.title")),
        "performance",
        homes=[*book.of(Expectation), *book.of(UpgradePlan), *book.of(OpenPosition)],
        area=Performance.KEY,
        boost=2.5,
        given={
            "expectations": expectations,
            "past": book.past(Expectation),
            "now": [one for one in expectations if one.starts <= book.today <= one.ends],
            "plans": book.of(UpgradePlan),
            "positions": book.of(OpenPosition),
        },
    )
    profiles = book.of(SalespersonProfile)
    if not profiles:
        yield Leaf(
            "how/ideal-salesperson.md",
            str(t.area(IdealSalesperson.KEY)),
            "ideal-salesperson-empty",
            area=IdealSalesperson.KEY,
        )
    for profile in profiles:
        yield Leaf(
            f"how/ideal-salesperson/{profile.id}.md",
            profile.title,
            "ideal-salesperson",
            homes=book.whole([profile]),
            subject=profile,
            area=IdealSalesperson.KEY,
            group=str(t.area(IdealSalesperson.KEY)),
        )
