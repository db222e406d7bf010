"""The page of a whole programme: what stands in a pack, for who signs, asks or audits it.

`evidence` is what running the pack gives; `programme` makes of both one value for each language,
which `page`, `markdown` and `data` write.
"""
