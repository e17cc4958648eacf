"""The foundation moves: what a sales leader sees, step by step, in a real git repository.

The whole story is in `foundation-moves.md` beside this file; read it there.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Run, playbook, run

__all__ = ["playbook", "run"]

WRITTEN = ("Business objectives", "Ideal client", "Messaging", "Onboarding programme", "Compensation", "Metrics")
STORY = Path(__file__).with_name("foundation-moves.md")
COMPANY = """\
name: Kelvaro
people:
  - {id: ingrid, name: Ingrid Solhaug, job: Leads sales, email: ingrid@kelvaro.example}
  - {id: jonas, name: Jonas Brekkhus, job: Sales manager food, email: jonas@kelvaro.example}
  - {id: tobias, name: Tobias Renneberg, job: Head of marketing, email: tobias@kelvaro.example}
roles: [{id: ae, title: Account executive}]
rules: {area-missing: off, source-kind-missing: off, area-unmeasured: off, question-unanswered: off, only-lagging: off}
"""
CONTENT = {
    "objectives": """\
owner: ingrid
objectives:
  - id: grow
    title: Grow in mid-market food
    statement: Win 60 new food distrbutors by 30 June 2027.
    metric: met-new
    target: 60
    deadline: 2027-06-30
  - {id: grow-more, title: Grow more, statement: Win 120 by 2028., status: draft}
""",
    "ideal-client": """\
owner: jonas
profiles:
  - {id: icp, title: Food distributor, summary: 20 to 150 lorries, based_on: [grow],
     triggers: [{event: A load was written off}], disqualifiers: [{what: Fewer than 12 lorries}]}
""",
    "compensation": """\
owner: ingrid
plans:
  - id: pay-ae
    title: Pay of account executives
    role: ae
    version: "2026.1"
    based_on: [grow]
    components: [{id: pay-new, title: New contracts, weight: 100, objective: grow, measure: met-new}]
""",
    "messaging": """\
owner: tobias
messages:
  - {id: msg-night, title: At night, text: A person answers at three in the morning., based_on: [icp]}
""",
    "metrics": """\
owner: ingrid
metrics:
  - {id: met-new, title: New distributors, definition: Contracts signed since 1 July., source: CRM,
     decision: Whether another seller is hired}
""",
    "rap": """\
owner: jonas
modules:
  - {id: mod-night, title: Say who answers, teaches: [msg-night, icp, grow], based_on: [msg-night],
     outcome: Said once to the duty desk, assessment: {sort: live}}
""",
}


class Teller:
    """Does what people do in the repository, and writes down what they see."""

    def __init__(self, run: Run, root: Path) -> None:
        self.run, self.root, self.told = run, root, ["# The foundation moves", ""]

    def say(self, *words: str) -> None:
        self.told += [" ".join(words), ""]

    def see(self, *words: str) -> str:
        done = self.run(*words)
        shown = " ".join(f'"{word}"' if " " in word else word for word in words)
        assert done.returncode in (0, 1), done.stderr
        lines = [line.rstrip() for line in f"{done.stdout}{done.stderr}".splitlines()]
        self.told += ["```", f"$ tuneup {shown}", *lines, "```", ""]
        return done.stdout

    def lamps(self) -> dict[str, str]:
        """The lamps as the leader sees them, but for those of areas that are not written."""
        rows = re.findall(r"^  [✓◆▲◷] (.{20})  (in tune|suspect|failing|overdue|due)", self.see("status"), re.MULTILINE)
        return {area.strip(): state for area, state in rows}

    def edit(self, area: str, old: str, new: str) -> None:
        path = self.root / "content" / f"{area}.yml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    def commit(self, why: str, tag: str = "") -> None:
        day = {"GIT_AUTHOR_DATE": "2026-11-23T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-23T12:00:00Z"}
        who = ("-c", "user.name=Ingrid", "-c", "user.email=ingrid@kelvaro.example", "-c", "tag.gpgSign=false")
        for words in (("add", "content", "mkdocs.yml"), ("commit", "-qm", why), *((("tag", tag),) if tag else ())):
            subprocess.run(["git", *who, *words], cwd=self.root, check=True, env={**_env(), **day})


def _env() -> dict[str, str]:
    import os

    return dict(os.environ)


def test_the_foundation_moves(run: Run, playbook: Path, golden: Callable[[Path, str], None]) -> None:
    (playbook / "content" / "company.yml").write_text(COMPANY, encoding="utf-8")
    for area, text in CONTENT.items():
        (playbook / "content" / f"{area}.yml").write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=playbook, check=True)
    teller = Teller(run, playbook)
    _everything_is_looked_at(teller)
    _a_target_moves(teller)
    _it_is_edited_back(teller)
    _it_moves_for_good_and_is_looked_at_from_below(teller)
    _a_slip_of_the_pen(teller)
    _the_objective_retires(teller)
    golden(STORY, "\n".join(teller.told))


def _everything_is_looked_at(teller: Teller) -> None:
    teller.say("Ingrid has looked at everything once and makes a version of it.")
    teller.see("review", "--all", "--yes", "--because", "First look.", "--by", "ingrid")
    teller.commit("Begin", tag="v1")
    assert "nothing to mend" in teller.see("check", "every-record")
    teller.say("The leader sees six lamps in tune; six areas are not written yet.")
    assert teller.lamps() == dict.fromkeys(WRITTEN, "in tune")


def _a_target_moves(teller: Teller) -> None:
    teller.say("The board wants 90 instead of 60. Somebody edits the objective, and nothing else.")
    teller.edit("objectives", "target: 60", "target: 90")
    seen = teller.see("check", "every-record", "--report", "concise")
    assert "ideal client `icp` rests on `grow`, which changed since" in seen
    assert "pay plan `pay-ae` rests on `grow`, which changed since" in seen
    assert "message `msg-night` rests on something that is itself suspect: `icp` → `grow`" in seen
    assert "module `mod-night` rests on something that is itself suspect: `msg-night` → `icp` → `grow`" in seen
    teller.say("Who has to look at what, and how far does it reach?")
    impact = teller.see("impact", "v1..")
    assert "2 of 4 records that rest on 1 change between v1 and now must be looked at" in impact
    assert "2 more wait for those" in impact
    assert "target: [-60-] {+90+}" in impact and "Jonas Brekkhus" in impact and "Tobias Renneberg" in impact
    teller.say("Four lamps have changed: two for what rests on the objective, two for what rests on that.")
    assert teller.lamps() == {
        **dict.fromkeys(WRITTEN, "suspect"),
        "Business objectives": "in tune",
        "Metrics": "in tune",
    }


def _it_is_edited_back(teller: Teller) -> None:
    teller.say("The board thinks again: 60 it stays. Nothing was looked at, and nothing needs to be.")
    teller.edit("objectives", "target: 90", "target: 60")
    assert "nothing to mend" in teller.see("check", "every-record")
    assert "Nothing changed between v1 and now" in teller.see("impact", "v1..")
    assert teller.lamps() == dict.fromkeys(WRITTEN, "in tune")


def _it_moves_for_good_and_is_looked_at_from_below(teller: Teller) -> None:
    teller.say("Now it is 90 for good. Jonas looks at the ideal client; what rests on that is clear again with it.")
    teller.edit("objectives", "target: 60", "target: 90")
    shown = teller.see("review", "icp", "--because", "Same lorries, more of them.", "--by", "jonas")
    assert "target: [-60-] {+90+}" in shown
    seen = teller.see("check", "every-record", "--report", "concise")
    assert "pay-ae" in seen and "icp" not in seen and "msg-night" not in seen
    assert teller.lamps() == {**dict.fromkeys(WRITTEN, "in tune"), "Compensation": "suspect"}
    teller.say("A release is still held by the pay plan, in a company that wants it so.")
    teller.edit("company", "rules: {", "rules: {release-blocked-by-suspect: error, ")
    assert "error[release-blocked-by-suspect] a release now would publish 1 record that must" in teller.see(
        "check", "every-record", "--report", "concise"
    )
    teller.see("review", "pay-ae", "--because", "Pays the same share of 90.", "--by", "ingrid")
    assert "nothing to mend" in teller.see("check", "every-record")
    assert teller.lamps() == dict.fromkeys(WRITTEN, "in tune")
    teller.commit("Raise the target to 90 and look at what rests on it", tag="v2")


def _a_slip_of_the_pen(teller: Teller) -> None:
    teller.say(
        "A letter was missing in the statement. One command clears everything that rests on it, with one reason."
    )
    teller.edit("objectives", "distrbutors", "distributors")
    assert "icp" in teller.see("check", "every-record", "--report", "concise")
    teller.see("review", "--editorial", "grow", "--because", "Only a letter.", "--by", "tobias")
    assert "nothing to mend" in teller.see("check", "every-record")
    assert teller.lamps() == dict.fromkeys(WRITTEN, "in tune")
    teller.commit("Mend a letter", tag="v3")


def _the_objective_retires(teller: Teller) -> None:
    teller.say("Next year the objective is retired. What rested on it must find new ground.")
    teller.edit("objectives", "    target: 90\n", "    target: 90\n    status: retired\n")
    seen = teller.see("check", "every-record", "--report", "concise")
    assert "ideal client `icp` rests on `grow`, which was retired since its review" in seen
    assert seen.count("content/ideal-client.yml") == 1, "one cause is told once"
    assert "pay plan `pay-ae` points to objective `grow`, which is retired" in seen, "another place that names it"
    assert teller.lamps()["Ideal client"] == "suspect"
    teller.say("What does the one who looks at the ideal client see? Nothing is recorded without a reason.")
    assert "which was retired" in teller.see("review", "icp")
    teller.say("Somebody deletes it altogether: that is a mistake, and the message knows what it said.")
    text = (teller.root / "content" / "objectives.yml").read_text(encoding="utf-8")
    begin, end = text.index("  - id: grow\n"), text.index("  - {id: grow-more")
    (teller.root / "content" / "objectives.yml").write_text(text[:begin] + text[end:], encoding="utf-8")
    gone = teller.see("check", "every-record")
    assert "`icp` rests on `grow`, which was deleted since its review on 2026-11-23" in gone
    assert "it said then: statement: Win 60 new food distributors" in gone
    assert "names what was deleted" in teller.see("impact", "v3..")
    teller.say("How the lamps stood in each version.")
    assert teller.see("status", "--history").count("2026-11-23") >= 4
