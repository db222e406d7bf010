"""A rule pack: its files as models, conditions as trees, and the check of the whole.

From outside: `load.load_pack`, the value `pack.Pack`, the trees of `condition`, the models of
`model`, and `schema`. How a pack is parsed and checked is this room's own.
"""
