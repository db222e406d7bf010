"""What of an outcome each reader may see: a role of the pack, or the mother at home."""
