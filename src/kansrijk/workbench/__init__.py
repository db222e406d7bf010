"""For the authors of packs: what a pack does, tested and proved before it is in force.

Each folder or file here is a tool of its own; the commands call them.
"""
