"""The live preview: what has not changed is kept, and the page on the screen is made first."""
