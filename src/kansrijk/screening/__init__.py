"""From truths to findings: why, which class, which classes are possible, what is still open.

From outside: `screen.screen` and its values, the explanations of `because`, and `receipt`.
"""
