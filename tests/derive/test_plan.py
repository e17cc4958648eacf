"""The plan on random curricula: what it promises holds, or the clash is named; and it never depends on the order."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.curriculum import Cause, Curriculum, Misfit, Moment, Plan, Shortfall, Task, Unit, plan
from generator.derive.curriculum.room import Room
from generator.derive.curriculum.words import clash_in_words

MOMENTS = ("call", "meeting", "review")


@st.composite
def curricula(draw: st.DrawFn, *, by_hand: bool = True, circles: bool = True) -> Curriculum:
    count = draw(st.integers(0, 9))
    ids = [f"m{number:02}" for number in range(count)]
    tasks = []
    for position, id_ in enumerate(ids):
        earlier = ids if circles else ids[:position]
        chosen = st.none() | st.integers(-1, 30) if by_hand else st.none()
        tasks.append(
            Task(
                id_,
                draw(st.integers(0, 400)),
                tuple(draw(st.lists(st.sampled_from([*earlier, "elsewhere"]), max_size=2))),
                draw(st.sampled_from(["", *MOMENTS])),
                draw(chosen),
                draw(st.sampled_from(["", "femke", "jonas"])),
                draw(st.integers(0, 120)),
                tuple(draw(st.lists(st.sampled_from([0, 7, 30, 90]), max_size=2))),
            )
        )
    return Curriculum(
        tuple(tasks),
        tuple(Moment(moment, draw(st.integers(0, 40))) for moment in MOMENTS),
        minutes_a_week=draw(st.integers(0, 600)),
        first_week=draw(st.integers(0, 400)),
        topics_a_day=draw(st.integers(0, 4)),
        refresher_minutes=draw(st.integers(0, 20)),
        days_a_week=draw(st.sampled_from([4, 5, 6])),
        weeks=draw(st.integers(1, 12)),
        coaches={"femke": draw(st.integers(0, 200))},
    )


@given(curricula())
def test_every_module_lies_somewhere_once(curriculum: Curriculum) -> None:
    made = plan(curriculum)
    assert sorted(placement.module for placement in made.placements) == sorted(task.id for task in curriculum.tasks)
    assert all(placement.day >= 1 and placement.week == curriculum.week(placement.day) for placement in made.placements)
    assert all(placement.whys for placement in made.placements), "each says why it lies where it does"


@given(curricula())
def test_a_day_chosen_by_hand_is_kept(curriculum: Curriculum) -> None:
    made = plan(curriculum)
    for task in curriculum.tasks:
        if task.day is not None:
            assert made.by_module[task.id].day == max(1, task.day)
            assert task.day >= 1 or _named(made, Misfit.BEGINNING, task.id)


@given(curricula())
def test_nothing_lies_before_what_it_needs_or_the_clash_is_named(curriculum: Curriculum) -> None:
    made = plan(curriculum)
    position = {placement.module: (placement.day, rank) for rank, placement in enumerate(made.placements)}
    on_circles = {module for clash in made.clashes if clash.misfit is Misfit.CIRCLE for module in clash.modules}
    for task in curriculum.tasks:
        for need in set(task.needs) & set(position):
            if position[need] >= position[task.id]:
                named = any(
                    clash.misfit is Misfit.NEED and clash.modules == (task.id,) and clash.subject == need
                    for clash in made.clashes
                )
                assert named or (task.id in on_circles and need in on_circles)


@given(curricula(by_hand=False, circles=False))
def test_nothing_lies_before_what_it_needs_where_nobody_chose_days(curriculum: Curriculum) -> None:
    made = plan(curriculum)
    order = [placement.module for placement in made.placements]
    for task in curriculum.tasks:
        assert all(order.index(need) < order.index(task.id) for need in task.needs if need in order)


@given(curricula())
def test_no_week_day_or_coach_is_over_its_limit_unless_reported(curriculum: Curriculum) -> None:
    made = plan(curriculum)
    over = {(clash.misfit, clash.number, clash.subject): clash for clash in made.clashes}
    minutes: dict[int, int] = {}
    topics: dict[int, int] = {}
    coaches: dict[tuple[str, int], int] = {}
    for task in curriculum.tasks:
        day = made.by_module[task.id].day
        week = curriculum.week(day)
        minutes[week] = minutes.get(week, 0) + task.minutes
        topics[day] = topics.get(day, 0) + 1
        coaches[task.coach, week] = coaches.get((task.coach, week), 0) + task.coach_minutes
    for refresher in made.refreshers:
        minutes[refresher.week] = minutes.get(refresher.week, 0) + refresher.minutes
    for week, held in minutes.items():
        if held > curriculum.limit(week):
            assert over[Misfit.WEEK, week, ""].over == held - curriculum.limit(week)
    for day, held in topics.items():
        if held > max(1, curriculum.topics_a_day):
            assert over[Misfit.DAY, day, ""].found == held
    for (coach, week), held in coaches.items():
        if coach in curriculum.coaches and held > curriculum.coaches[coach]:
            assert over[Misfit.COACH, week, coach].over == held - curriculum.coaches[coach]


@given(curricula())
def test_a_client_moment_is_prepared_in_time_or_the_clash_is_named(curriculum: Curriculum) -> None:
    made = plan(curriculum)
    for task in curriculum.tasks:
        if task.moment and made.by_module[task.id].day >= curriculum.moment_days[task.moment]:
            clash = next(c for c in made.clashes if c.misfit is Misfit.MOMENT and c.modules == (task.id,))
            assert clash.subject == task.moment
            assert clash.over == made.by_module[task.id].day - curriculum.moment_days[task.moment] + 1 > 0


@given(curricula())
def test_a_programme_that_lasts_too_long_is_named(curriculum: Curriculum) -> None:
    made = plan(curriculum)
    beyond = [placement.module for placement in made.placements if placement.week > curriculum.weeks]
    assert bool(beyond) == any(clash.misfit is Misfit.WEEKS for clash in made.clashes)


@given(curricula(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(curriculum: Curriculum, chance: random.Random) -> None:
    tasks = [replace(task, needs=tuple(chance.sample(task.needs, len(task.needs)))) for task in curriculum.tasks]
    chance.shuffle(tasks)
    moments = chance.sample(curriculum.moments, len(curriculum.moments))
    turned = replace(curriculum, tasks=tuple(tasks), moments=tuple(moments))
    assert plan(turned) == plan(curriculum)


@given(curricula(circles=False), st.integers(0, 40))
def test_refreshers_come_after_their_module(curriculum: Curriculum, _: int) -> None:
    made = plan(curriculum)
    wanted = {(task.id, after) for task in curriculum.tasks for after in task.refreshers if after > 0}
    assert {(refresher.module, refresher.after) for refresher in made.refreshers} == wanted
    assert all(refresher.day > made.by_module[refresher.module].day for refresher in made.refreshers)


def _named(made: Plan, misfit: Misfit, module: str) -> bool:
    return any(clash.misfit is misfit and module in clash.modules for clash in made.clashes)


# What a person would expect of small plans.


def test_it_says_by_how_much_no_plan_fits() -> None:
    tasks = tuple(Task(f"m{number}", 60, moment="call") for number in range(9))
    made = plan(Curriculum(tasks, (Moment("call", 6),), minutes_a_week=300, first_week=225))
    late = [clash for clash in made.clashes if clash.misfit is Misfit.MOMENT]
    assert len(late) == 6
    assert late[0].shorts == (Shortfall(Unit.MINUTES, 540, 225),)
    assert all(clash.proven for clash in late), "no order helps: the week is too short"
    assert {Cause.WEEK} == {why.cause for why in late[0].whys}


def test_what_a_moment_s_modules_need_is_counted_with_them() -> None:
    tasks = (Task("a", 200), Task("b", 100, ("a",), moment="call"))
    (late,) = (clash for clash in _tight(tasks, first_week=225).clashes if clash.misfit is Misfit.MOMENT)
    assert late.shorts == (Shortfall(Unit.MINUTES, 300, 225),)


def test_a_week_that_the_moment_cuts_off_can_be_filled_before_it() -> None:
    """All minutes of the second week may lie on its Monday; only the modules a day are limited there."""
    tasks = tuple(Task(f"m{number}", 60, moment="call") for number in range(9))
    curriculum = Curriculum(tasks, (Moment("call", 7),), minutes_a_week=300, first_week=240, topics_a_day=3)
    made = plan(curriculum)
    assert max(placement.day for placement in made.placements) > 6
    late = [clash for clash in made.clashes if clash.misfit is Misfit.MOMENT]
    assert late and {clash.shorts for clash in late} == {()}
    assert not any(clash.proven for clash in late), "240 and 300 minutes hold all nine, but no order was found"


def test_where_the_days_are_too_few_it_counts_modules() -> None:
    tasks = tuple(Task(f"m{number}", 5, moment="call") for number in range(5))
    (late, *_) = (clash for clash in _tight(tasks, day=3).clashes if clash.misfit is Misfit.MOMENT)
    assert late.shorts == (Shortfall(Unit.MODULES, 5, 4),)
    said = clash_in_words(late, str)
    assert "by then 5 modules are due and 4 fit, 1 too many" in said
    assert "no better order was found" not in said


def test_where_the_coach_has_too_little_time_it_counts_the_coach_s_minutes() -> None:
    tasks = tuple(Task(f"m{number}", 5, moment="call", coach="femke", coach_minutes=40) for number in range(3))
    made = _tight(tasks, coaches={"femke": 90})
    (late,) = (clash for clash in made.clashes if clash.misfit is Misfit.MOMENT)
    assert late.shorts == (Shortfall(Unit.COACH, 120, 90, "femke"),)
    assert "by then 120 minutes of femke are needed and there are 90, 30 too few" in clash_in_words(late, str)


def test_where_days_and_coach_both_fall_short_it_names_both_amounts() -> None:
    tasks = tuple(Task(f"m{number}", 5, moment="call", coach="femke", coach_minutes=60) for number in range(5))
    (late, *_) = (c for c in _tight(tasks, day=3, coaches={"femke": 60}).clashes if c.misfit is Misfit.MOMENT)
    assert late.shorts == (Shortfall(Unit.MODULES, 5, 4), Shortfall(Unit.COACH, 300, 60, "femke"))
    said = clash_in_words(late, str)
    assert "5 modules are due and 4 fit, 1 too many; by then 300 minutes of femke are needed and there are 60" in said


def test_a_module_placed_by_hand_takes_its_room_from_the_others() -> None:
    tasks = (Task("fixed", 150, day=1), Task("a", 100, moment="call"))
    (late,) = (clash for clash in _tight(tasks, first_week=225).clashes if clash.misfit is Misfit.MOMENT)
    assert late.shorts == (Shortfall(Unit.MINUTES, 100, 75),)


def _tight(tasks: tuple[Task, ...], *, day: int = 6, first_week: int = 300, **more: Any) -> Plan:
    curriculum = Curriculum(
        tasks, (Moment("call", day),), minutes_a_week=300, first_week=first_week, topics_a_day=2, **more
    )
    return plan(curriculum)


def test_a_module_waits_for_its_coach() -> None:
    tasks = (Task("a", 60, coach="femke", coach_minutes=60), Task("b", 60, coach="femke", coach_minutes=60))
    made = plan(Curriculum(tasks, minutes_a_week=300, first_week=300, coaches={"femke": 60}))
    assert [placement.week for placement in made.placements] == [1, 2]
    assert made.by_module["b"].whys[-1].cause is Cause.COACH


def test_modules_come_at_most_four_weeks_before_they_are_needed() -> None:
    made = plan(Curriculum((Task("a", 60, moment="review"),), (Moment("review", 41),)))
    assert made.by_module["a"].day == 21
    assert made.by_module["a"].whys[-1].cause is Cause.PACE


def test_days_are_filled_evenly_while_there_is_time() -> None:
    tasks = tuple(Task(f"m{number}", 60) for number in range(5))
    made = plan(Curriculum(tasks, minutes_a_week=300, first_week=300))
    assert [placement.day for placement in made.placements] == [1, 2, 3, 4, 5]


def test_a_plan_that_cannot_fit_costs_little_more_than_one_that_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Full days are passed by: the days looked at grow with the modules, not with their square."""
    looked = 0
    holds = Room._day_holds

    def counted(*given: Any, **how: Any) -> bool:
        nonlocal looked
        looked += 1
        return holds(*given, **how)

    monkeypatch.setattr(Room, "_day_holds", counted)
    for count in (250, 2000):
        looked = 0
        tasks = tuple(Task(f"m{n:04}", 45, (f"m{n - 1:04}",) if n % 3 else (), f"x{n // 50}") for n in range(count))
        moments = tuple(Moment(f"x{n}", 8 * n + 13) for n in range(count // 50))
        made = plan(Curriculum(tasks, moments, weeks=count))
        assert len(made.clashes) > count // 2, "it is far too much"
        assert looked < 60 * count, f"{looked / count:.0f} days for each of {count} modules"


def test_days_are_filled_up_where_time_presses() -> None:
    tasks = tuple(Task(f"m{number}", 60, moment="call") for number in range(4))
    made = plan(Curriculum(tasks, (Moment("call", 3),), minutes_a_week=300, first_week=300))
    assert [placement.day for placement in made.placements] == [1, 1, 1, 2]
    assert not made.clashes


@settings(max_examples=20)
@given(st.integers(10**6, 10**12))
def test_a_day_far_in_the_future_costs_nothing(day: int) -> None:
    made = plan(Curriculum((Task("a", 60, day=day), Task("b", 60))))
    assert [placement.module for placement in made.placements] == ["b", "a"]
    assert len(made.weeks) == 2
