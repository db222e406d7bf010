"""What an outcome rests on, what would change it, and what would not.

From outside: through `Assessment`, `explanation.explain` and `decisive`. Looks with the
reference engine alone.
"""
