"""What can be wrong with rap."""
