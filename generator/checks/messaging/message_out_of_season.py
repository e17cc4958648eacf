"""A source says the message of a campaign that has not begun or is over.

An offer that ended in August and is still in the footer in November costs an argument with each client who reads it.
Take it out, or change the campaign's dates. What was said in a recorded call is judged by the day of the call.
Where words of the message give way to others (`our lane to Spain` for `our lane to Ireland`), it may be another offer,
and is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Campaign, Message
from generator.checks.quoted import complain
from generator.derive.drift import Evidence, Verdict
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.ERROR


def check(facts: Facts) -> Iterator[Complaint]:
    for evidence in facts.drift.evidence:
        message = facts.playbook.entries.get(evidence.message)
        if isinstance(message, Message) and message.campaign in facts.misread:
            continue
        if evidence.verdict in (Verdict.EARLY, Verdict.EXPIRED):
            is_other = evidence.may_be_another_fact
            is_over = evidence.verdict is Verdict.EXPIRED
            help = "take it out" if is_over else f"hold it back until {_begins(evidence)}"
            yield complain(
                facts,
                evidence,
                f"{evidence.where.name} says message `{evidence.message}`, {_season(facts, evidence)}",
                help=f"if it is the same offer, {help}" if is_other else help,
                level=Level.WARNING if is_other else None,
                notes=(f"it says: {evidence.quote}",),
            )


def _season(facts: Facts, evidence: Evidence) -> str:
    message = facts.playbook.entries[evidence.message]
    campaign = facts.playbook.entries.get((message.campaign or "") if isinstance(message, Message) else "")
    whose = f"whose campaign `{campaign.id}`" if isinstance(campaign, Campaign) else "which"
    if evidence.verdict is Verdict.EXPIRED:
        return f"{whose} ended on {evidence.wording.ends}"
    return f"{whose} begins on {_begins(evidence)}"


def _begins(evidence: Evidence) -> str:
    return str(evidence.wording.starts)
