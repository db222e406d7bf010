"""The norms in force on a day, each with the row it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import Basis
from kansrijk.pack.vocabulary import Dated, Norm


class NormOnDay(NamedTuple):
    """A norm on a day: its value, since when it holds, and what it rests on."""

    id: str
    value: Any
    from_: date | None
    sources: tuple[str, ...]
    basis: Basis
    review: date | None = None


@lru_cache(maxsize=256)
def norms_on(pack: Pack, on: date) -> Mapping[str, NormOnDay]:
    """The norms that have a value on the day; one in a gap is left out, so unknown."""
    found = {}
    for id, norm in pack.sections.norms.items():
        value = _on_day(id, norm, _columns(pack, norm), on)
        if value is not None:
            found[id] = value
    return MappingProxyType(found)


def days_of_norms(pack: Pack, ids: Iterable[str]) -> frozenset[date]:
    """The days on which one of these norms gets another value, or ends."""
    rows = [row for id in ids for row in pack.sections.norms[id].values or ()]
    return frozenset(day for row in rows for day in (row.from_, row.until) if day)


def value_of(pack: Pack, norm: Norm, value: Any) -> Any:
    """A value that is written for a norm in the pack, as a case is held against it."""
    return _keyed(value, _columns(pack, norm))


def _on_day(id: str, norm: Norm, keys: Mapping[str, Any], on: date) -> NormOnDay | None:
    if norm.values is None:
        return NormOnDay(id, _keyed(norm.value, keys), None, norm.source, norm.basis)
    begun = [row for row in norm.values if row.from_ <= on]
    if not begun or (begun[-1].until and begun[-1].until <= on):
        return None
    row: Dated = begun[-1]
    return NormOnDay(
        id,
        _keyed(row.value, keys),
        row.from_,
        row.source or norm.source,
        row.basis or norm.basis,
        row.review if row.review and row.review <= on else None,
    )


def _columns(pack: Pack, norm: Norm) -> Mapping[str, Any]:
    """Columns as the values they are picked by: an age in a file is a text, in a case a number."""
    fact = pack.sections.facts.get(norm.by) if norm.by else None
    if fact is None or fact.type != "integer" or fact.range is None:
        return {}
    low, high = fact.range
    return {str(number): number for number in range(int(low), int(high) + 1)}


def _keyed(value: Any, keys: Mapping[str, Any]) -> Any:
    if isinstance(value, dict):
        return {keys.get(column, column): cell for column, cell in value.items()}
    return value
