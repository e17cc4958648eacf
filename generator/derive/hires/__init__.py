"""New salespeople: their tracks, what they are taught and signed off on, and when they pay back."""
