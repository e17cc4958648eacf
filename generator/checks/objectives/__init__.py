"""What can be wrong with objectives."""
