"""What is kept on disk between two runs: texts of sources, comparisons, the baseline, the reviews."""
