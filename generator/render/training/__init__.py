"""The programme of each role, its practice, and how far everybody has come."""
