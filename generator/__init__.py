"""Tuneup: a sales playbook kept as data in git, and in tune by itself."""
