"""Where a name was lost, that is said and not what reading made of it; the cure, followed to the letter, mends it."""

from __future__ import annotations

import re

import pytest

from generator.loading.syntax.compose import compose


def said(text: str, file: str = "content/objectives.yml") -> tuple[str, str, str]:
    _, (problem,) = compose(text, file)
    assert problem.rule == "yaml-syntax"
    return str(problem.complaint.location).partition(":")[2], problem.complaint.message, problem.complaint.help


OBJECTIVES = "owner: ann\nobjectives:\n  - id: grow\n    title: Grow\n"


def test_the_name_of_a_list_that_was_deleted() -> None:
    place, message, cure = said(OBJECTIVES.replace("objectives:\n", ""))
    assert place == "2:3" and "`owner` in line 1 has its text already" in message
    assert cure == "write `objectives:` in a line of its own above this one, as far in as `owner`"


@pytest.mark.parametrize("before", ["owner: 'ann'\n", "owner: ann # as ever\n", "owner: ann\n\n# what we want\n"])
def test_the_name_of_a_list_after_a_quote_or_a_comment(before: str) -> None:
    text = OBJECTIVES.replace("owner: ann\nobjectives:\n", before)
    assert "write `objectives:` in a line of its own above this one" in said(text)[2]


def test_the_name_of_a_list_within_a_record() -> None:
    change = "      - on: 2026-01-01\n        was: x\n        now: y\n"
    assert said(OBJECTIVES + change)[2] == "write `changes:` in a line of its own above this one, as far in as `title`"
    assert "write the name of the list" in said(OBJECTIVES + "        - id: b\n          title: B\n")[2]


def test_the_name_of_a_list_that_is_not_indented() -> None:
    assert "write `objectives:` in a line" in said("owner: ann\n- id: grow\n  title: Grow\n")[2]


@pytest.mark.parametrize(
    ("file", "text", "place", "cure"),
    [
        ("content/objectives.yml", OBJECTIVES.replace("id: ", ""), "3:5", "- id: grow"),
        ("content/objectives.yml", "objectives:\n- grow\n  title: Grow\n", "2:3", "- id: grow"),
        ("content/objectives.yml", OBJECTIVES.replace("id: grow", "'grow'"), "3:5", "- id: 'grow'"),
        ("content/objectives.yml", OBJECTIVES.replace("id: grow", "grow\n    # why"), "3:5", "- id: grow"),
        ("content/messaging/1-house.yml", "voice:\n  - plain\n    we_are_not: vague\n", "2:5", "- we_are: plain"),
        (
            "content/references.yml",
            "references:\n  - id: r\n    results:\n      - 52 % less\n        unit: '%'\n        value: 52\n",
            "4:9",
            "- text: 52 % less",
        ),
    ],
)
def test_a_text_that_has_lost_its_name(file: str, text: str, place: str, cure: str) -> None:
    where, message, told = said(text, file)
    assert (where, told) == (place, f"write `{cure}`") and "has no name before it" in message
    mended = text.replace(re.sub(r"\w+: ", "", cure), cure)
    assert mended != text and not compose(mended, file)[1]


def test_a_colon_in_a_text_of_several_lines() -> None:
    text = "objectives:\n  - id: a\n    why: We sell\n      the best things: all\n"
    place, message, cure = said(text)
    assert (place, message) == ("4:22", "this line goes on with the text of `why` in line 3, and has a `:`")
    assert cure == "put the whole text of `why` in quotes, from its first line to its last"


def test_bullets_in_a_text_that_is_broken_elsewhere_are_left_alone() -> None:
    text = "objectives:\n  - id: a\n    why: |\n      • one: two\n    title: We: sell\n"
    assert said(text)[:2] == ("5:14", "a second `:` in one line")
    assert "put the whole text of `why` in quotes" in said("a:\n  - why: We sell\n      • one: two\n")[2]


def test_a_second_colon_is_still_said_where_there_is_one() -> None:
    assert said("objectives:\n  - id: a\n    title: We: sell\n")[1] == "a second `:` in one line"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("objectives:\n  – id: x\n    title: T\n", "2:3"),
        ("objectives:\n  - id: a\n    title: T\n  • id: x\n    title: T\n", "4:3"),
        ("objectives:\n  – {id: x, title: T}\n", "2:3"),
        ("objectives:\n- id: a\n  title: T\n— id: x\n  title: T\n", "4:1"),
        ("objectives:\n  - id: a\n  * id: x\n    title: T\n", "3:3"),
        ("objectives:\n  – id: x\n", "2:3"),
        ("objectives:\n  – id: x\n  – id: y\n", "2:3"),
    ],
)
def test_a_sign_that_only_looks_like_the_one_of_a_list_is_named(text: str, place: str) -> None:
    sign = text.splitlines()[int(place[0]) - 1].strip()[0]
    where, message, cure = said(text)
    assert (where, message) == (place, f"the list item begins with `{sign}`, which is not the `-` of a list")
    assert cure.startswith("write `-` in its place") and not compose(text.replace(sign, "-"), "o.yml")[1]


@pytest.mark.parametrize("text", ["a:\n  why: |\n    • one: two\n", "a:\n  why: We sell\n    – and win\n"])
def test_such_a_sign_within_a_text_is_left_alone(text: str) -> None:
    assert not compose(text, "o.yml")[1]


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("line: {{first_name}}, hello", "put the whole value in quotes: `line: '{{first_name}}, hello'`"),
        ("line: {{first_name}}", "put the whole value in quotes: `line: '{{first_name}}'`"),
        ("- {{first_name}}, it's {{day}}", 'write `- "{{first_name}}, it\'s {{day}}"`'),
    ],
)
def test_the_whole_text_with_braces_goes_into_quotes(line: str, cure: str) -> None:
    assert said(line, "m.yml")[2] == cure
    mended = cure.split("`")[1]
    assert not compose(mended, "m.yml")[1]


def test_a_text_with_braces_that_goes_on_in_the_next_line() -> None:
    assert "from its first sign to its last" in said("m:\n  line: {{name}}, hello\n    again\n  to: x\n")[2]
