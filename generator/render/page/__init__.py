"""What every page has: its place, its head and trust line, its last touches."""
