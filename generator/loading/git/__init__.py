"""The playbook as it was at a version in git."""
