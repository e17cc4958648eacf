"""The checks, one file each: `checks/<area>/<rule>.py`; the docstring is the manual."""

from generator.checks.rule import Check, Rule, rules
from generator.checks.run import run

__all__ = ["Check", "Rule", "rules", "run"]
