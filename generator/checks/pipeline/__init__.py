"""What can be wrong with pipeline."""
