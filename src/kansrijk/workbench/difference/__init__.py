"""What another version of a pack changes: by its meaning, and in whom.

`written` is what stands there otherwise, `outcomes` whether any case can get another outcome, with
a smallest one for each kind, and `cases` which of some cases do.
"""
