"""The content folders of a playbook, one laid over the other: which files there are, and what each is for."""
