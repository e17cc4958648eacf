"""What can be wrong with performance."""
