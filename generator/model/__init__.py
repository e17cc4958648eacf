"""The words of a playbook: record, reference, area, block. No files, no YAML, no templates."""
