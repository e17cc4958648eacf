"""What an audience may read, and what is secret to it."""
