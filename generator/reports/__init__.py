"""Reports, one file each: findings in, text out. Nothing here judges."""

from generator.reports.report import Report, reports

__all__ = ["Report", "reports"]
