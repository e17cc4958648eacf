"""What became another between two versions."""
