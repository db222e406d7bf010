"""How things are written in every file of a pack: ids, days, numbers, and what a rule rests on."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from kansrijk.pack.numbers import exact

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Far from the ends of the calendar, so that counting months never leaves it."""


def usable_day(value: Any) -> bool:
    """Whether it is a day, without a time, within the years that are reckoned with."""
    return type(value) is date and FIRST_YEAR <= value.year <= LAST_YEAR


def _date(value: Any) -> Any:
    if isinstance(value, str) and ISO_DATE.match(value):
        with suppress(ValueError):
            value = date.fromisoformat(value)
    if usable_day(value):
        return value
    if type(value) is date:
        raise PydanticCustomError("expected", f"a date from {FIRST_YEAR} to {LAST_YEAR}")
    raise PydanticCustomError("expected", "a date such as 2026-11-21")


class Translations(dict[str, str]):
    """One text in several languages; under "" a text for all of them."""


def _text(value: Any) -> Translations:
    if isinstance(value, str) and value.strip():
        return Translations({"": value})
    good = isinstance(value, dict) and value
    if good and all(isinstance(text, str) and text.strip() for text in value.values()):
        return Translations(value)
    raise PydanticCustomError("expected", "text, or one text for each language")


def _number(value: Any) -> Any:
    number = exact(value)
    if number is None:
        raise PydanticCustomError("expected", "a number")
    return number


MEANING = re.compile(r"sha256:[0-9a-f]{64}")


def _meaning(value: Any) -> Any:
    if isinstance(value, str) and MEANING.fullmatch(value):
        return value
    raise PydanticCustomError("expected", "what `kansrijk release` writes there")


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _norm_value(value: Any) -> Any:
    """A number, a word, true or false, a list of words, or a table of numbers."""
    if isinstance(value, bool | str):
        return value
    if isinstance(value, list | tuple) and value and all(isinstance(w, str) for w in value):
        return tuple(value)
    if isinstance(value, dict) and value:
        cells = {column: exact(cell) for column, cell in value.items()}
        if all(cell is not None for cell in cells.values()):
            return cells
    number = exact(value)
    if number is None:
        raise PydanticCustomError("expected", "a number, a word, a list of words or a table")
    return number


LONGEST_ID = 60
ID = r"^[a-z][a-z0-9_]*$"
Id = Annotated[str, Field(pattern=ID, max_length=LONGEST_ID)]
VERSION = r"^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}$"
Version = Annotated[str, Field(pattern=VERSION)]
Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Meaning = Annotated[
    str,
    PlainValidator(_meaning),
    WithJsonSchema({"type": "string", "pattern": f"^{MEANING.pattern}$"}),
]
Text = Annotated[
    Translations,
    PlainValidator(_text),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ]
        }
    ),
]
Exact = Annotated[int | Fraction, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
NormData = Annotated[
    Any,
    PlainValidator(_norm_value),
    WithJsonSchema({"type": ["number", "string", "boolean", "array", "object"]}),
]
BEFORE = "before"
"""Where an action or offer names its phases: the time before the first, or before a pregnancy."""
CONDITION = "condition"
"""Where a condition stands; its schema is not that of a model and is put there by `schema`."""
When = Annotated[Any, WithJsonSchema({"format": CONDITION})]
Basis = Literal["source", "policy", "assumption"]
CareDomain = Literal["medical", "social"]


class Part(BaseModel):
    """Any part of a pack file: frozen, and nothing in it that the format doesn't know."""

    # Built once, as part of the whole: a model of its own for each part takes twice as long.
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,
        # An error never holds the value of a fact.
        hide_input_in_errors=True,
    )


class NormLink(Part):
    """`{norm: id}`, in a table with `by`, the fact (or `class`) that picks the column."""

    norm: Id
    by: Id | None = None


class Based(Part):
    """What every rule and norm says of itself: what it rests on."""

    basis: Basis
    source: Ids = Field(min_length=1)
