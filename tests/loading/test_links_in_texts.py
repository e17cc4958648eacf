"""A link of Markdown in a text leads somewhere, or is told at its line; where nobody can know, nothing is said."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.build import look
from generator.model.settings import Settings


def told(root: Path, text: str) -> list[tuple[str, str, str]]:
    content = root / "content"
    (content / "pages" / "pictures").mkdir(parents=True)
    (content / "pages" / "pictures" / "plan.png").write_bytes(b"PNG")
    (content / "company.yml").write_text("name: Co\npeople: [{id: ann-berg, name: Ann, job: Boss}]\n", encoding="utf-8")
    objectives = (
        f"owner: ann-berg\nobjectives:\n  - id: grow\n    title: Grow\n    statement: Grow\n    why: |\n      {text}\n"
    )
    (content / "objectives.yml").write_text(objectives, encoding="utf-8")
    findings = look(Settings(root, datetime.date(2026, 11, 23), (content,))).findings
    content_only = [one.complaint for one in findings if one.area == "content"]
    return [(str(one.location).partition(":")[2], one.message, one.help) for one in content_only]


@pytest.mark.parametrize(
    ("link", "column", "cure"),
    [
        ("[Ann](ann-berg)", 14, "write `[[ann-berg]]`, which leads to the record from everywhere"),
        ("[Ann](../who/ann-berg.html)", 14, "write `[[ann-berg]]`, which leads to the record from everywhere"),
        (
            "[all](objectives)",
            14,
            "write `[[id]]` with the id of a record, or the name of a page's file, ending in `.md`",
        ),
        ("![plan](plan.png)", 16, "write `pictures/plan.png`"),
        ("![x](x.png)", 13, "put the file into the folder of your own pages as `x.png`, or take the link out"),
        ("[us](www.example.com/us)", 13, "write `https://www.example.com/us`"),
    ],
)
def test_a_link_to_nothing_is_told_where_it_is_written(link: str, column: int, cure: str, tmp_path: Path) -> None:
    address = link.partition("](")[2].rstrip(")")
    assert told(tmp_path, f"A {link}.") == [(f"7:{column}", f"the link to `{address}` leads nowhere", cure)]


@pytest.mark.parametrize(
    "text",
    [
        "![plan](pictures/plan.png) [plan](/pictures/plan.png#top)",
        "[a](https://example.com/x) [b](mailto:ann@example.com) [c](#there) [d](//example.com)",
        "[page](where/index.md) [page](how/anything.md#part)",
        "`[code](objectives)` and \\[none\\](objectives)",
        "[[ann-berg]] [for programs](llms.txt) [the same](playbook.json)",
    ],
)
def test_what_leads_somewhere_or_may_is_left_alone(text: str, tmp_path: Path) -> None:
    assert not told(tmp_path, text)
