"""Nodes to records that point to each other; a mistake costs the value it stands in."""
