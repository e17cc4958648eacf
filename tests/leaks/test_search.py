"""What is remembered of lines that come again must not change what is found in a text."""

from __future__ import annotations

from random import Random

import pytest

from generator.derive.audiences.secrets import Runs, Secret, by_first, found_in
from generator.leaks.readings import readings
from generator.leaks.search import Search
from generator.model.record import Placed

SECRET = Secret("", "", "", Placed(), ())


def runs(*said: str) -> Runs:
    return by_first((tuple(one.split()), SECRET) for one in said)


@pytest.mark.parametrize("seed", range(20))
def test_the_same_is_found_as_in_the_text_read_at_once(seed: int) -> None:
    random = Random(seed)
    known = runs(*(" ".join(random.choices("abc", k=random.randint(1, 6))) for _ in range(8)))
    search = Search(known)
    for _ in range(50):
        text = "".join(random.choice("abcd") + random.choice([" ", " ", "\n", "\n\n", ", "]) for _ in range(30))
        assert {run for run, _ in search.found_in(text)} == {run for run, _ in found_in(text, known)}


def test_a_line_that_all_pages_share_may_begin_a_secret_on_one() -> None:
    search = Search(runs("we buy nordlys in march"))
    assert not list(search.found_in("we buy\nnothing\nin march"))
    assert list(search.found_in("we buy\n\n  \nnordlys\nin march"))


def test_nothing_is_found_where_nothing_is_secret() -> None:
    assert not list(Search(runs()).found_in("we buy nordlys"))


def test_a_text_across_lines_that_end_in_tags_is_read_as_one() -> None:
    search = Search(runs("we buy our largest rival in march"))
    page = b'<p>we buy <b>our</b>\n<b\ntitle="largest">larg</b>est\n<br>\nrival in</p>\n<i>March</i>\n'
    assert [run for text in readings("a.html", page) for run, _ in search.found_in(text)]
