"""Which of some cases get another outcome by another version of a pack, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kansrijk.assessment import Assessment, assess
from kansrijk.case.case import read_case
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError


class Turned(NamedTuple):
    """A criterion, signal or action by its key, and its truth by the old and by the new pack."""

    key: str
    before: bool | None
    after: bool | None


class CaseChanged(NamedTuple):
    """A case by both packs: its class (None is open), whether an intake is offered, how many visits
    are to come, and what turned. `cannot`: what is wrong with it, so that it was left out."""

    file: str
    level: tuple[str | None, str | None]
    intake: tuple[bool, bool]
    visits: tuple[int, int]
    turned: tuple[Turned, ...]
    cannot: str | None = None

    @property
    def same(self) -> bool:
        pairs = (self.level, self.intake, self.visits)
        return not self.turned and all(one == other for one, other in pairs)


def cases_changed(old: Pack, new: Pack, files: Iterable[str], on: date) -> Iterator[CaseChanged]:
    """Every case file in its order, the same or not."""
    for file in files:
        try:
            case = read_case(file)
            one, other = (assess(pack, case, on=on, engines=["reference"]) for pack in (old, new))
        except InputError as error:
            none = (None, None), (False, False), (0, 0), ()
            yield CaseChanged(file, *none, cannot=str(error.problems[0]))
        else:
            yield _compared(file, one, other)


def _compared(file: str, old: Assessment, new: Assessment) -> CaseChanged:
    levels = [one.classification.level for one in (old, new)]
    offered = [one.intake.offered for one in (old, new)]
    visits = [len(one.plan.to_come(one.date)) if one.plan else 0 for one in (old, new)]
    before, after = old.screening.truths, new.screening.truths
    turned = tuple(
        Turned(key, before[key], after[key])
        for key in after
        if key in before
        and key.startswith(("criterion:", "signal:", "action:"))
        and before[key] is not after[key]
    )
    return CaseChanged(
        file,
        (levels[0], levels[1]),
        (offered[0], offered[1]),
        (visits[0], visits[1]),
        turned,
    )
