"""What holds of a pack for all cases and all dates, by a solver; and the case that shows it where
something does not.

`prove.proofs` is what the command calls. It and `difference` alone import z3.
"""
