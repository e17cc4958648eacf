"""A slip in YAML is said where it was made, and what is to be done there mends it."""

from __future__ import annotations

import pytest

from generator.loading.syntax.comments import lost, swallowed
from generator.loading.syntax.compose import compose

GOOD = """\
objectives:
  - id: grow
    title: Grow
    why: Because we can
    metric: revenue
    unit: "%"
    changes:
      - on: 2026-01-01
        was: "It's old"
        now: It's new
  - id: keep
    title: Keep
"""


def said(old: str, new: str) -> tuple[str, str, str]:
    assert GOOD.count(old) == 1 and not compose(GOOD, "o.yml")[1]
    _, (problem,) = compose(GOOD.replace(old, new), "o.yml")
    complaint = problem.complaint
    assert problem.rule == "yaml-syntax"
    return str(complaint.location), complaint.message, complaint.help


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_quote_that_is_never_closed_is_said_where_it_was_opened(quote: str) -> None:
    place, message, cure = said("Because we can", f"{quote}Because we can")
    assert (place, message) == ("o.yml:4:10", "the quote that opens here, in `why`, is never closed")
    assert cure.startswith(f"put a `{quote}` at the end of its text")


def test_a_last_quote_that_is_never_closed_is_said_too() -> None:
    assert said("title: Keep", 'title: "Keep\n    status: active')[0] == "o.yml:12:12"


def test_a_quoted_text_of_several_lines_may_look_like_keys() -> None:
    assert not compose(GOOD.replace("Because we can", '"Because\n      note: we can"'), "o.yml")[1]


def test_text_after_a_closed_quote() -> None:
    place, message, cure = said("Because we can", "'That's why'")
    assert (place, message) == ("o.yml:4:16", "text that goes on after its quote is closed")
    assert "double the quote" in cure


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "cure"),
    [
        ("    metric", "   metric", "5:4", "by 3 spaces, and its neighbour `why` in line 4 by 4", "4 spaces"),
        ("    metric", "     metric", "5:6", "by 5 spaces, and its neighbour `why` in line 4 by 4", "4 spaces"),
        ("        was", "       was", "9:8", "by 7 spaces, and its neighbour `on` in line 8 by 8", "8 spaces"),
        ("        now", "         now", "10:10", "by 9 spaces, and its neighbour `was` in line 9 by 8", "8 spaces"),
        ("  - id: keep", "   - id: keep", "11:4", "by 3 spaces, and its neighbour `- id` in line 2 by 2", "2 spaces"),
        ("  - id: keep", " - id: keep", "11:2", "by 1 space, and its neighbour `- id` in line 2 by 2", "2 spaces"),
        ("  - id: keep", " owner: jonas\n  - id: keep", "11:2", "`objectives` in line 1 by 0", "take the 1 space"),
        ("  - id: keep", "  id: keep", "11:3", "`id` stands where the records of a list begin", "write `- id:`"),
        ("why: ", "why:", "4:5", "`why:` has no space after its `:`", "write `why: Because we can`"),
        ("- id: grow", "- id:grow", "2:5", "`id:` has no space after its `:`", "write `id: grow`"),
        ("title: Keep", "title:Keep\n    unit:EUR", "13:5", "`unit:` has no space after its `:`", "write `unit: EUR`"),
        ("- id: grow", "-id: grow", "2:3", "`-id:` has no space after its `-`", "write `- id:`"),
        (
            "why: ",
            "why:\u00a0",
            "4:5",
            "`:`; what stands there only looks like one",
            "write `why: Because",
        ),
        ("- on: ", "-on: ", "8:7", "`-on:` has no space after its `-`", "write `- on:`"),
        ("    why", "\u00a0\u00a0  why", "4:1", "2 no-break or other odd spaces in the indent", "with spaces"),
        ("  - id: keep", "  -\u00a0id: keep", "11:4", "a character that looks like a space", "indent it with spaces"),
        ("revenue", "[revenue", "5:13", "the `[` that opens here, in `metric`, is never closed", "put a `]`"),
        ("revenue", "{a: revenue", "5:13", "the `{` that opens here, in `metric`, is never closed", "put a `}`"),
        ("revenue", "[[revenue]", "5:13", "the `[` that opens here, in `metric`, is never closed", "put a `]`"),
        ("title: Keep", "title: [Keep", "12:12", "the `[` that opens here, in `title`, is never closed", "put a `]`"),
        ("revenue", "{a: x b: [y]}", "5:20", "a `,` is missing within `{ }`", "put a `,` between the fields"),
        ("revenue", "{a: x\n      b: [y]}", "6:8", "a `,` is missing within `{ }`", "put a `,` between the fields"),
        ("Because we can", "Because\nwe can", "5:1", "a line without the `:`", "indent the line under the text"),
        ("revenue", "[a,, b]", "5:16", "nothing stands where a value is needed", "delete the `,`"),
    ],
)
def test_it_is_said_in_its_own_line(old: str, new: str, place: str, message: str, cure: str) -> None:
    found = said(old, new)
    assert found[0] == f"o.yml:{place}"
    assert message in found[1]
    assert cure in found[2]


def test_a_second_colon_is_no_matter_of_indentation() -> None:
    assert said("title: Keep", "title: Keep: it")[:2] == ("o.yml:12:16", "a second `:` in one line")


def test_a_text_may_hold_what_looks_like_a_key() -> None:
    text = "why: |\n      note:this\n   metric"
    assert said("why: Because we can\n    metric", text)[1].startswith("`metric` is indented")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("accent: #0b6e6e", [("o.yml:1:9", "`accent` is empty, since `#` begins a comment here")]),
        ("accent: # later", []),
        ("accent: red #0b6e6e", []),
        ("about: |\n  accent: #0b6e6e", []),
        ("people:\n  - name: #1", [("o.yml:2:11", "`name` is empty, since `#` begins a comment here")]),
    ],
)
def test_a_value_that_yaml_takes_for_a_comment_is_said(line: str, found: list[tuple[str, str]]) -> None:
    node, _ = compose(line, "o.yml")
    problems = [one.complaint for one in swallowed(line, "o.yml", node)]
    assert [(str(one.location), one.message) for one in problems] == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("We are #1 in it", [("1:13", "`'We are #1 in it'`, or a space after the `#`")]),
        ("Win #1 clients  # the goal", [("1:10", "`'Win #1 clients'`, or a space after the `#`")]),
        ("!important say it's so", [("1:6", '`"!important say it\'s so"`')]),
        ("&more say it", [("1:6", "`'&more say it'`")]),
        ("12    # set your own", []),
        ("Wow! #", []),
        ("'We are #1'", []),
        ("say !this to AT&T", []),
        ("!!str 12", []),
        ("|\n  We are #1, !this\n  &that", []),
        ("&name {a: 1}\nnow: *name", []),
    ],
)
def test_words_that_yaml_would_leave_out_of_a_text_are_said(value: str, found: list[tuple[str, str]]) -> None:
    problems = [one.complaint for one in lost(f"why: {value}\n", "o.yml")]
    assert [(str(one.location), one.help.removeprefix("put the value in quotes: ")) for one in problems] == [
        (f"o.yml:{place}", cure) for place, cure in found
    ]


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("title: Deals # 3 and up", "`'Deals # 3 and up'`"),
        ("title: It's deal # 3", '`"It\'s deal # 3"`'),
        ("title: >-\n  Deals # 3", ""),
        ("about: the second\n  of deals # 3 and up", "quotes; if it is a comment"),
        ("items: [deals of round # 3 or more\n  , b]", "`'deals of round # 3 or more'`"),
        ("title: Deals  # 3 of them are ours", ""),
        ("title: Deals # three of them are ours", ""),
        ("owner: ingrid # 2 days a week", ""),
        ("day: 3 # 2 days after the call", ""),
        ("on: 2026-11-23 # 2 days late", ""),
        ("rest: 30 days # 60 until 2025", ""),
        ("'title': 'Deals' # 3 of them", ""),
    ],
)
def test_a_number_sign_that_cuts_a_text_off_is_said_and_a_comment_is_not(line: str, cure: str) -> None:
    problems = list(lost(f"{line}\n", "o.yml"))
    assert [one.rule for one in problems] == (["text-cut-off"] if cure else [])
    assert all(cure in one.complaint.help for one in problems)


@pytest.mark.parametrize(
    ("value", "sign"),
    [
        ("*Say* it", "`*`"),
        ("**Say** it", "`*`"),
        ("& say it", "`&`"),
        ("> Say it", "`>`"),
        ("| Say it", "`|`"),
        ("? say it", "`?`"),
        (", say it", "`,`"),
        ("@say it", "`@`"),
        ("`say` it", "a backtick"),
        ("%say it", "`%`"),
        ("[EU] Win it", "`[`"),
        ("[[best-client]] Two it's", "`[`"),
        ("[[=tagline]], two", "`[`"),
        ("{first} hello", "`{`"),
    ],
)
def test_a_text_that_begins_with_a_sign_of_yaml_needs_quotes(value: str, sign: str) -> None:
    place, message, cure = said("Because we can", f"{value}  # a remark")
    assert (place, message.partition(", ")[0]) == ("o.yml:4:10", f"`why` begins with {sign}")
    line = cure.removeprefix("put the value in quotes: `").removesuffix("`")
    mended, _ = compose(line, "o.yml")
    assert mended is not None and mended.data == {"why": value}
