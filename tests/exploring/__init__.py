"""What would change an outcome and what would not, beside brute force."""
