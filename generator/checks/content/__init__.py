"""Mistakes in the files themselves, found while reading them."""
