"""Which assumptions of a pack decide most outcomes over a set of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kansrijk.exploring.hangs_on import HangsOn
from kansrijk.exploring.readings import class_readings
from kansrijk.pack.pack import Pack


class Changed(NamedTuple):
    """How many outcomes go from one class to another; None where it is open."""

    before: str | None
    after: str | None
    cases: int


class ReadingDecides(NamedTuple):
    id: str
    changes: tuple[Changed, ...]

    @property
    def cases(self) -> int:
        """How many outcomes another reading changes."""
        return sum(change.cases for change in self.changes)


class Decides(NamedTuple):
    """An assumption and how many outcomes some other reading of it changes."""

    id: str
    cases: int
    readings: tuple[ReadingDecides, ...]


def decisive(pack: Pack, outcomes: Iterable[tuple[str | None, HangsOn]]) -> tuple[Decides, ...]:
    """The assumptions of a pack, each with its readings, those that decide most outcomes first.

    `outcomes` are the class of each case and what it hangs on. Where two assumptions decide as
    many, their order is that of the pack; so for the readings of one, and for classes.
    """
    changes: Counter[tuple[str, str, str | None, str | None]] = Counter()
    decided: Counter[str] = Counter()
    for level, found in outcomes:
        for hang in found.assumptions:
            changes[hang.id, hang.reading, level, hang.level] += 1
        decided.update({hang.id for hang in found.assumptions})
    levels: Sequence[str | None] = (*pack.sections.classes.classes, None)
    readings: dict[str, list[ReadingDecides]] = {}
    for reading in class_readings(pack):
        changed = tuple(
            Changed(before, after, cases)
            for before in levels
            for after in levels
            if (cases := changes[reading.of, reading.id, before, after])
        )
        readings.setdefault(reading.of, []).append(ReadingDecides(reading.id, changed))
    listed = [Decides(of, decided[of], _most_first(those)) for of, those in readings.items()]
    return tuple(sorted(listed, key=lambda one: -one.cases))


def _most_first(readings: list[ReadingDecides]) -> tuple[ReadingDecides, ...]:
    return tuple(sorted(readings, key=lambda reading: -reading.cases))
