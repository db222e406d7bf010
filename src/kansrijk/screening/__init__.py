"""From truths to findings: why, which class, which classes are possible, what is still open."""
