"""Visits by the book: from the later of a phase's start and the day of entry, at its interval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.pack.model import Phase


class Interval(NamedTuple):
    """So many visits in so many days."""

    visits: int
    days: int


class Visit(NamedTuple):
    """A visit by the book; its number in the phase counts from entry, so its id is stable."""

    id: str
    date: date
    phase: str
    role: str
    status: str


def interval(phase: Phase, facts: Facts, possible: tuple[str, ...]) -> Interval | None:
    """How often visits are; None while the possible classes have different answers."""
    days = phase.visits.days
    if isinstance(days, int):
        return Interval(phase.visits.number, days)
    norm = facts.norms.get(days.norm)
    if norm is None:
        return None
    of_class = norm.value if isinstance(norm.value, dict) else dict.fromkeys(possible, norm.value)
    found = {of_class.get(id) for id in possible}
    one = found.pop()
    return Interval(phase.visits.number, one) if not found and one is not None else None


def visit_days(interval: Interval, start: date, until: date) -> Iterator[date]:
    """The days of a phase's visits, `until` excluded; half days are rounded down."""
    k = 0
    while (day := start + timedelta(days=k * interval.days // interval.visits)) < until:
        yield day
        k += 1
