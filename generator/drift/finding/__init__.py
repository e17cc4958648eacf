"""Where in a source something like a wording stands, and where that begins and ends."""
