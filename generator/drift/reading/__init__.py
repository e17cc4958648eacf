"""Text folded to what a reader compares, and its words as numbers with the way back to their places."""
