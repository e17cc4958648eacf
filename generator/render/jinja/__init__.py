"""Templates and labels: where they are looked for, and what is said of one that is broken."""
