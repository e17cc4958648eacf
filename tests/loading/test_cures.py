"""A cure can be written as it stands, and one mistake has one finding."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.build import look
from generator.finding import Finding
from generator.model.settings import Settings

GOOD = {
    "company": "name: Co\npeople: [{id: ann, name: Ann, job: Boss}]\n",
    "objectives": "objectives:\n  - {id: grow, title: Grow, statement: Grow., owner: ann}\n",
    "messaging": "messages:\n  - {id: fast, title: Fast, owner: ann, based_on: [grow], text: We are fast.}\n",
}


def findings(tmp_path: Path, **files: str) -> list[Finding]:
    content = tmp_path / "content"
    content.mkdir()
    for name, text in (GOOD | files).items():
        (content / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    told = look(Settings(tmp_path, datetime.date(2026, 11, 23), (content,))).findings
    return [one for one in told if one.area == "content" or one.rule == "ownerless-record"]


def test_the_files_that_are_changed_here_are_right(tmp_path: Path) -> None:
    assert not findings(tmp_path)


HEAD = "owner: ann\nobjectives:\n  - {id: grow, title: Grow, statement: Grow.}\n"
STAGE = "stages:\n  - {id: one, title: One, exit_criteria: "


@pytest.mark.parametrize(
    ("file", "text", "cure"),
    [
        ("objectives", HEAD.replace("Grow.}", "[[fast]]}"), "put it in quotes: `'[[fast]]'`"),
        (
            "objectives",
            HEAD.replace("Grow.}", "[Grow]}"),
            "write `statement: Grow`, or put quotes round the brackets: `'[Grow]'`",
        ),
        (
            "objectives",
            HEAD.replace("Grow.}", "Grow., based_on: [[fast]]}"),
            "one pair of brackets away: `[fast]`",
        ),
        (
            "messaging",
            GOOD["messaging"].replace("[grow]", "[[grow, ann]]"),
            "one pair of brackets away: `[grow, ann]`",
        ),
        (
            "messaging",
            GOOD["messaging"].replace("[grow]", "[[[grow]]]"),
            "write the id alone, without brackets: `grow`",
        ),
        (
            "messaging",
            GOOD["messaging"].replace("[grow]", "['[[grow]]']"),
            "write the id alone, without brackets: `grow`",
        ),
        ("messaging", GOOD["messaging"].replace("[grow]", "– grow"), "write `-` in place of each `–`"),
        ("objectives", GOOD["objectives"].replace("ann", "[[ann]]"), "write the id alone, without brackets: `ann`"),
        ("objectives", HEAD.replace("owner: ann", "owner: [[ann]]"), "write the id alone, without brackets: `ann`"),
        ("objectives", HEAD.replace("objectives:", "goals:"), "use `objectives`"),
        ("objectives", GOOD["objectives"].replace("ann", "[ann]"), "without brackets: `ann`"),
        ("objectives", HEAD.replace("owner: ann", "owner: [ann]"), "without brackets: `ann`"),
        (
            "pipeline",
            STAGE + "Told us the problem}\n",
            "write `exit_criteria: [{client_has: Told us the problem}]`",
        ),
        (
            "pipeline",
            STAGE + "[Told us the problem]}\n",
            "write `{client_has: Told us the problem}`",
        ),
        (
            "references",
            "references:\n  - {id: r, title: R, owner: ann, company: C, permission: yes}\n",
            "write `permission: {name: …}`",
        ),
        (
            "messaging",
            "messages:\n  - {id: m, title: M, owner: ann, text: We are fast., retired: Old words}\n",
            "write `retired: [{text: Old words}]`",
        ),
        (
            "glossary",
            "owner: ann\nterms: {churn: Clients who leave}\n",
            "one item a line: `- {id: churn, title: ",
        ),
        (
            "glossary",
            "owner: ann\nterms:\n  id: churn\n  title: Churn\n  definition: Clients who leave\n",
            "put `- ` before the first of these lines",
        ),
        (
            "glossary",
            "owner: ann\nterms:\n  - churn: Clients, who leave\n",
            "write `- {id: churn, title: churn, definition: 'Clients, who leave'}`",
        ),
        (
            "sources",
            "sources:\n  - {id: deck, title: Deck, owner: ann, kind: powerpoint}\n",
            "use one of: talk, presentation, print",
        ),
        ("sources", "sources:\n  - {id: deck, title: Deck, owner: ann, kind: Prints}\n", "use `print`"),
        (
            "company",
            GOOD["company"] + "accent: #0f5e5a    # our colour\n",
            "`accent: '#0f5e5a'`, or a space",
        ),
        ("company", GOOD["company"] + "accent: teal\n", 'in quotes: `"#0f5e5a"`'),
    ],
)
def test_a_mistake_has_one_finding_and_a_cure_to_paste(file: str, text: str, cure: str, tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, **{file: text})
    assert cure in finding.complaint.help


def test_a_far_guess_is_no_order(tmp_path: Path) -> None:
    (far,) = findings(tmp_path, messaging=GOOD["messaging"].replace("[grow]", "[growth-x]"))
    assert far.complaint.help == (
        "use `grow`, defined at content/objectives.yml:2:6, if that is meant, or define `growth-x`"
    )
