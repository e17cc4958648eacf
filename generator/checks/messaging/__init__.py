"""What can be wrong with messaging."""
