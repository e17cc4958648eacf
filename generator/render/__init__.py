"""Playbook and facts become Markdown pages: the only door to Jinja2."""
