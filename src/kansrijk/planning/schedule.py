"""Visits by the book: from the later of a phase's start and the day of entry, at its interval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.pack.care import Phase
from kansrijk.pack.parts import NormLink


class Interval(NamedTuple):
    """So many visits in so many days."""

    visits: int
    days: int


class Spell(NamedTuple):
    """A phase as it applies to her: from the later of its start and entry, up to its end.

    Without an interval there are no visits: it hangs on the class, and that is open. One that is
    a part of a phase, in which visits are more often, has an id of its own.
    """

    id: str
    phase: str
    from_: date
    until: date
    role: str
    interval: Interval | None

    @property
    def extra(self) -> bool:
        """Whether it is a part of a phase in which visits are more often."""
        return self.id != self.phase

    @property
    def each(self) -> int:
        """The days from one visit to the next, rounded up."""
        return -(-self.interval.days // self.interval.visits) if self.interval else 0

    def goes_before(self, other: Spell) -> bool:
        """Whether its visits take the place of those of another one of the same phase.

        They do where they are more often; of two as often, where it began first.
        """
        return self.rank < other.rank

    @property
    def rank(self) -> tuple[Fraction, date, str]:
        often = Fraction(self.interval.visits, self.interval.days) if self.interval else Fraction()
        return -often, self.from_, self.id


class Often(NamedTuple):
    """Until a day visits are so often; `until` is not included."""

    until: date
    interval: Interval


def more_often(phase: Spell, spells: Iterable[Spell], on: date) -> tuple[Often, ...]:
    """Until when the visits of a phase are more often, from a day on, one rhythm after another.

    Of several at one time the one that goes before the others holds.
    """
    parts = [one for one in spells if one.extra and one.phase == phase.phase and one.until > on]
    last, found = phase.from_, dict[Interval, date]()
    for part in sorted(parts, key=lambda one: one.rank):
        if part.interval and part.until > last:
            found[part.interval] = last = part.until
    return tuple(Often(until, interval) for interval, until in found.items())


class BookVisit(NamedTuple):
    """A visit by the book; its number in the phase counts from entry, so its id is stable."""

    id: str
    date: date
    spell: Spell


def interval(phase: Phase, facts: Facts, possible: tuple[str, ...]) -> Interval | None:
    """How often visits are; None while the possible classes have different answers."""
    days = of_classes(phase.visits.days, facts, possible)
    return None if days is None else Interval(phase.visits.number, days)


def of_classes(asked: int | NormLink, facts: Facts, possible: tuple[str, ...]) -> int | None:
    """A number, or that of a norm, by class or not; None where it is not known."""
    if isinstance(asked, int):
        return asked
    norm = facts.norms.get(asked.norm)
    if norm is None:
        return None
    if not isinstance(norm.value, dict):
        return int(norm.value)
    found = {norm.value.get(id) for id in possible}
    one = found.pop()
    return None if found else one


def visit_days(interval: Interval, start: date, until: date) -> Iterator[date]:
    """The days of a phase's visits, `until` excluded; half days are rounded down."""
    k = 0
    while (day := start + timedelta(days=k * interval.days // interval.visits)) < until:
        yield day
        k += 1


def by_the_book(spell: Spell, entry: date) -> Iterator[BookVisit]:
    """The visits of a phase, in the order of their days; one that is past at entry has none."""
    if spell.interval is not None and entry < spell.until:
        days = visit_days(spell.interval, spell.from_, spell.until)
        for number, day in enumerate(days, start=1):
            yield BookVisit(visit_id(spell.id, number), day, spell)


def visit_id(spell: str, number: int) -> str:
    return f"{spell}-{number:03}"


def spell_of(visit: str) -> str:
    """The id of the spell that a visit is of."""
    return visit.rpartition("-")[0]


def visit_number(id: str) -> int:
    """The number of a visit in its spell."""
    return int(id.rpartition("-")[2])
