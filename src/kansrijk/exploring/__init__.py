"""What an outcome rests on, what would change it, and what would not.

From outside: `explanation.explain` and its values.
"""
