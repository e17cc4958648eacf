"""What can be wrong with differentiation."""
