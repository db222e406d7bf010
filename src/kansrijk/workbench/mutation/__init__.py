"""Whether the tests of a pack would notice: one thing of its rules is changed at a time.

`mutants` makes the changes, `killing` runs the tests on each; what no test notices is proved to
make no difference, or the smallest case is given by which one would.
"""
