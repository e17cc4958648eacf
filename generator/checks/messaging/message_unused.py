"""A message is carried by no source and used by no record.

A message that stands nowhere is either not needed or not known. Add it to `must_carry:` of the sources that are to
say it, quote it where it is taught, or retire it. Messages of a campaign that has not begun, and pillars with
messages under them, are used; so is what a source says altered, with another number or out of season, which other
checks report.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.areas.messaging import Campaign, Message
from generator.derive.current import current
from generator.derive.drift import Verdict
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.NOTE


def check(facts: Facts) -> Iterator[Complaint]:
    said = {each.message for each in facts.drift.evidence if each.verdict is not Verdict.RETIRED}
    for message in current(facts, Message):
        campaign = facts.playbook.entries.get(message.campaign or "")
        waiting = isinstance(campaign, Campaign) and campaign.starts > facts.today
        if not waiting and message.id not in said and not facts.links.to(message.id):
            yield Complaint(
                message.at(),
                f"message `{message.id}` is used nowhere",
                help=f"add `{message.id}` to `must_carry:` of a source, or set `status: retired`",
                record=message.id,
                subject=message.id,
            )
