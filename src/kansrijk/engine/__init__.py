"""Engines: the rules of a pack run over what is known of a case, to truths.

From outside: the port and its values in `ruleset`, `agree` for several engines at once, and
the two engines, `reference` (the specification) and `durable` (forward chaining). `positive`,
`clauses` and `readings` serve the durable engine alone.
"""
