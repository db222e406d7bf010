"""What a class hangs on: whether it is the same under every other reading of the assumptions."""

from __future__ import annotations

from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts
from kansrijk.exploring.readings import changes_nothing, class_readings
from kansrijk.exploring.under import base_of, level_under
from kansrijk.pack.pack import Pack
from kansrijk.screening.screen import Screening


class Hang(NamedTuple):
    """A reading of a norm or rule under which the class is another; None where it is open."""

    id: str
    reading: str
    level: str | None


class HangsOn(NamedTuple):
    """`robust` where every reading, one at a time, gives the same class."""

    robust: bool
    assumptions: tuple[Hang, ...]


def hangs_on(pack: Pack, case: Case, facts: Facts, screening: Screening) -> HangsOn:
    """The readings under which the class is another, in the order of the pack."""
    found, base = [], base_of(pack, case, facts, screening)
    for reading in class_readings(pack):
        if not changes_nothing(reading, facts):
            other = level_under(reading, base)
            if other != base.level:
                found.append(Hang(reading.of, reading.id, other))
    return HangsOn(not found, tuple(found))
