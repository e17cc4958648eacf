"""What shows the playbook as a whole: what rests on what, and what is not said any more."""
