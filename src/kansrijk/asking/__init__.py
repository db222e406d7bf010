"""Which question to ask next, so that little has to be asked.

From outside: `next_questions`. What is still open is a residual: the rules with what is
known filled in. The best order follows from how common each answer is and what it costs
to ask.
"""
