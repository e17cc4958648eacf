"""Runs the checks: stamps each complaint with its rule and level, and sets aside what is accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.areas.company import Company, RuleSetting
from generator.checks.accept import accept, allow
from generator.checks.baseline import with_baseline
from generator.checks.follow import follow
from generator.checks.rule import Rule, rules
from generator.derive.facts import Facts
from generator.finding import Finding, Level


def run(facts: Facts, *, only: frozenset[str] = frozenset()) -> list[Finding]:
    """All findings in the order of files and lines. `only` keeps to the rules of these areas.

    The company's own levels and thresholds apply; a rule set to `off` is not run. One cause has one finding: of a
    record that was not read as written only that is said, and while a file cannot be read nothing else is checked.
    """
    company = facts.playbook.area(Company)
    wanted = [rule for rule in rules().values() if not only or rule.area in only or rule.area == "content"]
    if facts.unread:
        wanted = [rule for rule in wanted if rule.area == "content"]
    findings: list[Finding] = []
    for rule in wanted:
        if not rule.runs_last:
            findings += findings_of(rule, facts)
    findings = accept(findings, company.accepted, facts.today)
    if any(finding.complaint.source for finding in findings):
        findings = with_baseline(allow(findings, facts.drift.allowances, facts.today), facts.baseline)
        findings = follow(findings, facts.drift.contradictions)
    for rule in wanted:
        if rule.runs_last and not only:
            findings += findings_of(rule, facts, findings)
    return sorted(findings, key=lambda finding: finding.sort_key)


def findings_of(rule: Rule, facts: Facts, *earlier: list[Finding]) -> Iterable[Finding]:
    """What one rule finds, before anything is accepted."""
    company = facts.playbook.area(Company)
    setting = company.rules.get(rule.id) or RuleSetting.model_construct()
    level = setting.level or rule.level
    if level is Level.OFF:
        return
    for complaint in rule.check(facts, *earlier, **_thresholds(rule, setting)):
        if rule.area != "content" and not facts.misread.isdisjoint(
            (complaint.record, complaint.subject, complaint.source)
        ):
            continue
        stamped = level
        if complaint.level is not None and setting.level is None:
            stamped = complaint.level
        yield Finding(rule.id, stamped, complaint, rule.area)


def _thresholds(rule: Rule, setting: RuleSetting) -> dict[str, Any]:
    """The company's own thresholds, where their kind fits; `unknown-rule` reports the others."""
    return {name: value for name, value in setting.settings.items() if fits(rule, name, value)}


def fits(rule: Rule, name: str, value: object) -> bool:
    default = rule.settings.get(name)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float)
    return default is not None and isinstance(value, type(default))
