"""What can be wrong with compensation."""
