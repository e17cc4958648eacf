"""What may be cleared as a typo, and what is more than words, each on the nearest pair of sentences."""

from __future__ import annotations

import datetime

import pytest

from generator.areas.ideal_client import IdealClient
from generator.areas.objectives import Objective
from generator.derive.history.typo import more_than_words
from generator.derive.state.reviews import in_words
from generator.model.record import Record

OBJECTIVE = {
    "id": "grow",
    "title": "Grow",
    "statement": "Win 60 distrbutors in two years, at least three a month.",
    "target": 60,
    "deadline": datetime.date(2027, 6, 30),
    "based_on": [],
}
PROFILE = {
    "id": "icp",
    "title": "Distributor",
    "summary": "Twenty lorries",
    "disqualifiers": [{"what": "Fewer than twelve lorries"}, {"what": "Slow to anwser", "hard": False}],
}


def _made(cls: type[Record], data: dict[str, object]) -> Record:
    return cls.model_validate(data)


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"statement": "Win 60 distributors in two years, at least three a month."}, []),
        ({"statement": "Win 60 food distributors in two years; at least three a month."}, []),
        ({"statement": "Win 60 distrbutors in 2 years, at least three a month."}, ["statement"]),
        ({"statement": "Win 90 distrbutors in two years, at least three a month."}, ["statement"]),
        ({"statement": "Win 60 distrbutors in three years, at least three a month."}, ["statement"]),
        ({"statement": "Win 60 distrbutors in two years, at most three a month."}, ["statement"]),
        ({"statement": "Do not win 60 distrbutors in two years, at least three a month."}, ["statement"]),
        ({"statement": "Win 60 [[icp]] in two years, at least three a month."}, ["statement"]),
        ({"metric": "met-new"}, ["metric"]),
        ({"target": 90}, ["target"]),
        ({"deadline": datetime.date(2027, 9, 30)}, ["deadline"]),
        ({"target": None}, ["target"]),
    ],
)
def test_of_an_objective(change: dict[str, object], fields: list[str]) -> None:
    was, now = _made(Objective, OBJECTIVE), _made(Objective, {**OBJECTIVE, **change})
    assert [line.partition(":")[0] for line in more_than_words(in_words(was), now)] == fields


@pytest.mark.parametrize(
    ("disqualifiers", "fields"),
    [
        ([{"what": "Fewer than twelve lorries"}, {"what": "Slow to answer", "hard": False}], []),
        ([{"what": "Fewer than ten lorries"}, {"what": "Slow to anwser", "hard": False}], ["disqualifiers"]),
        ([{"what": "Fewer than twelve lorries"}, {"what": "Slow to anwser"}], ["disqualifiers"]),
        ([{"what": "Fewer than twelve lorries"}], ["disqualifiers"]),
    ],
)
def test_of_a_list_of_parts(disqualifiers: list[dict[str, object]], fields: list[str]) -> None:
    was, now = _made(IdealClient, PROFILE), _made(IdealClient, {**PROFILE, "disqualifiers": disqualifiers})
    assert [line.partition(":")[0] for line in more_than_words(in_words(was), now)] == fields
