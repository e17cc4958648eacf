"""What a place that was found is: the wording, a changed one, another's, or nothing."""
