"""Checks that hold for any record of any area."""
