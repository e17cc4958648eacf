"""Pages about drift: what each source says against what we say, what was said in calls, and who mends what."""
