"""Lets `python -m generator.cli` stand in for the command `tuneup`."""

from generator.cli import main

main()
