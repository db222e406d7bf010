"""Asking: which question comes next, what a line of answer says, and what it made certain.

What is still open is a residual: the rules with what is known filled in. The best order
follows from how common each answer is and what it costs to ask. Pure functions of a pack, a
case and a day: no input, no output, no clock. From outside: `next_questions`, and
`intake.begin`, `intake.take`, what they give (`state`), and what there is to ask (`agenda`).
"""
