"""What can be wrong with metrics."""
