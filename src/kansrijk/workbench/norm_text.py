"""What a table of norms changes, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kansrijk.output.words import Words
from kansrijk.reading.inserting import flow
from kansrijk.workbench.norm_sheet import Changed, Read


def lines(found: Read, words: Words) -> Iterator[str]:
    for change in found.changes:
        yield _line(change, words)
    if not found.changes:
        yield words.say("norms_none")
    if found.lacking:
        yield words.many("norms_lacking", found.lacking, n=found.lacking)


def _line(change: Changed, words: Words) -> str:
    id, column, day = change.key
    fields = {
        "place": words.pack.files.place(("norms", *change.path)),
        "what": ", ".join(f"`{part}`" for part in (id, column, day) if part),
        "new": flow(change.new),
    }
    if change.old is None:
        return words.say("norms_added", **fields)
    return words.say("norms_changed", **fields, old=flow(_as_read(change.old)))


def _as_read(value: Any) -> Any:
    """A value of the pack as a file has it: a number exactly as a decimal."""
    from decimal import Decimal
    from fractions import Fraction

    if isinstance(value, Fraction):
        return Decimal(value.numerator) / value.denominator
    return list(value) if isinstance(value, tuple) else value
