"""A page lists the pages beside it, so a long group is parted."""

from __future__ import annotations

from generator.loading.builtin import built_in
from generator.render.jinja.labels import read_labels
from generator.render.page.leaf import Leaf
from generator.render.page.navigation import LONG, STRETCH, _entries, navigation


def leaves(count: int, part: str = "") -> list[Leaf]:
    return [Leaf(f"a/{part}{number}.md", f"T{number}", "x", group="All", part=part) for number in range(count)]


def test_a_short_group_is_shown_whole() -> None:
    (entry,) = _entries(leaves(LONG, "Week 1"))
    assert entry["All"][0] == {"T0": "a/Week 10.md"} and len(entry["All"]) == LONG


def test_a_long_group_has_the_parts_that_its_pages_name() -> None:
    (entry,) = _entries([*leaves(30, "Week 1"), *leaves(20, "Week 2"), *leaves(1)])
    assert [(name, len(inside)) for part in entry["All"] for name, inside in part.items()] == [
        ("Week 1", 30),
        ("Week 2", 20),
        ("T0 – T0", 1),
    ]


def test_a_long_group_without_parts_is_cut_into_stretches() -> None:
    (entry,) = _entries(leaves(LONG + 1))
    first, second = entry["All"]
    assert list(first) == [f"T0 – T{STRETCH - 1}"] and list(second) == [f"T{STRETCH} – T{LONG}"]
    assert sum(len(inside) for part in entry["All"] for inside in part.values()) == LONG + 1


def test_the_only_area_that_a_company_has_added_goes_by_its_own_name() -> None:
    sections = {"glossary": [Leaf("glossary.md", "Words", "x")], "more": [Leaf("more/partners.md", "Partners", "x")]}
    nav = navigation(sections, read_labels([built_in()], "en"))
    assert nav == [{"Glossary": "glossary.md"}, {"More": [{"Partners": "more/partners.md"}]}]
