"""Few example families by which an owner can read what the rules of a pack do, and sign it.

`gather` joins the cases that show each change of the rules into families, `fewest` leaves out what
others show too; `page` says them in words, `tests` writes them as tests of a pack.
"""
