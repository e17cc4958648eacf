"""What can be wrong with the glossary."""
