"""Numbers as they were written: exact, so that nothing is rounded before it is compared."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

LARGEST_EXPONENT = 15
PLACES = 4
"""So many decimals of a number are shown in JSON."""


def exact(value: Any) -> int | Fraction | None:
    """The number as an int or a Fraction; None for what is not a finite number.

    A float stands for the shortest decimal that prints it, so 0.1 is one tenth.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else value
    if isinstance(value, float) and math.isfinite(value):
        value = Decimal(repr(value))
    if (
        isinstance(value, Decimal)
        and value.is_finite()
        and abs(value.adjusted()) <= LARGEST_EXPONENT
    ):
        return exact(Fraction(value))
    return None


def said(value: Any) -> str:
    """What a norm can be, as text: a number, a word, a list of words or a table."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return ", ".join(f"{column} {said(cell)}" for column, cell in value.items())
        case tuple():
            return ", ".join(value)
        case Fraction():
            # Written as a decimal, so it has an end.
            return f"{Decimal(value.numerator) / value.denominator:f}"
    return str(value)


def plain(number: int | Fraction, places: int = PLACES) -> int | float:
    """A number for JSON: whole where it is whole, else rounded to so many decimals."""
    return number if isinstance(number, int) else round(float(number), places)
