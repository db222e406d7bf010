"""For whoever keeps a pack: its tests run, and what of the rules they reach."""
