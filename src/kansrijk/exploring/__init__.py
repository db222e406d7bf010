"""What an outcome rests on, what would change it, what would not, and what changes by itself.

All of it looks with the reference engine alone, and none of it changes an outcome. Here too is
what puts one thing more in the text of a case, and what that moves. From
outside: through `Assessment`; `explanation.explain`, `decisive.decisive`, `compare.compare`,
`towards.towards`, `enough.enough`, `ahead.changes_ahead`, `recording.recorded`, `moves.moves`.
"""
