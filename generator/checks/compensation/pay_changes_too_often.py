"""A pay plan was changed too often in a year, or with too little notice.

The plan serves the objectives and changes with them; but who is paid by other rules every quarter stops believing any
of them, and the good ones can leave. Collect changes for the yearly plan; tell people early. Counted are the days in
`changes:` of the plan and of those that it took the place of (`supersedes:`), and the days on which it and they began.

at_most: 2 changes in `days`: the yearly plan and one correction.
days: 365, a year counted back from today.
notice: 30 days, so that deals that are nearly done are still paid as promised.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.areas.compensation import PayPlan
from generator.derive.current import current
from generator.derive.facts import Facts
from generator.finding import Complaint, Level

LEVEL = Level.WARNING
SAME = 31
"""Days within which a plan's first day and a change written in it are one change."""


def check(facts: Facts, *, at_most: int = 2, days: int = 365, notice: int = 30) -> Iterator[Complaint]:
    since = facts.today - datetime.timedelta(days=days)
    for plan in current(facts, PayPlan):
        recent = [(position, change) for position, change in enumerate(plan.changes) if since < change.on]
        times = sum(since < day <= facts.today for day in _days(plan, facts))
        if times > at_most:
            yield Complaint(
                plan.key_at("changes") if plan.changes else plan.at("supersedes"),
                f"pay plan `{plan.id}` was changed {times} times in {days} days",
                help="collect changes for the yearly plan",
                record=plan.id,
            )
        for position, change in recent:
            if change.notice_days is not None and change.notice_days < notice:
                yield Complaint(
                    plan.at("changes", position, "notice_days"),
                    f"pay plan `{plan.id}` was changed on {change.on} with {change.notice_days} days of notice",
                    help=f"tell people {notice} days before",
                    record=plan.id,
                )


def _days(plan: PayPlan, facts: Facts) -> set[datetime.date]:
    """On which people were paid by other rules than the day before."""
    days: set[datetime.date] = set()
    seen: set[str] = set()
    now: object = plan
    while isinstance(now, PayPlan) and now.id not in seen:
        seen.add(now.id)
        days.update(change.on for change in now.changes)
        begun = now.effective if now.supersedes else None
        if begun and not any(abs((change.on - begun).days) < SAME for change in now.changes):
            days.add(begun)
        now = facts.playbook.entries.get(now.supersedes or "")
    return days
