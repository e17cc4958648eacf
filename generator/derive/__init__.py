"""Facts that follow from what was written: links, reviews, lamps. `today` is always an argument."""
