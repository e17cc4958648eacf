"""A company's text made harmless, as a line or as paragraphs of Markdown."""
