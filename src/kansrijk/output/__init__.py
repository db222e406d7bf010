"""What an assessment looks like: pure functions of it, to plain data, JSON and text."""
