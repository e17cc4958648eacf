"""What can be wrong with skills."""
