"""What every reader stands on: files opened with care, bytes decoded, characters traced to their place."""
