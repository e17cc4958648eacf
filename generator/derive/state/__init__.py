"""How the playbook stands today: reviews, lamps, what falls due, what rests on a change."""
