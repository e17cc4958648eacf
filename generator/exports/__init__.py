"""Exports, one file each: the playbook for other programs."""
