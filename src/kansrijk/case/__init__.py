"""The case file, and its facts on a date.

Three states of knowing, derived facts, norms in force, the time of a pregnancy. From outside:
`case.read_case`, `facts.facts_on` and what they give.
"""
