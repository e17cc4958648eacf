"""Text to nodes, each with its place; what is no YAML or no table is said in plain words."""
