"""Numbers as value, unit and what bounds them."""
