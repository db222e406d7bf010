"""Hostile input: whatever is given, an outcome or a problem with its place, never a traceback."""
