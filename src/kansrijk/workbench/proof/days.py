"""The days of a pack on which its rules say the same: from one change of a norm to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from kansrijk.case.norms import days_of_norms, norms_on
from kansrijk.engine.ruleset import NormValue
from kansrijk.pack.pack import Pack


class Span(NamedTuple):
    """Days with the same norms: `from_` to `until`, which is not included; None goes on."""

    from_: date
    until: date | None
    norms: Mapping[str, NormValue]

    def same(self, ids: Iterable[str]) -> tuple[str, ...]:
        """What these norms are, to see whether two spans differ in them."""
        return tuple(repr(self.norms.get(id)) for id in ids)


def spans(pack: Pack) -> tuple[Span, ...]:
    """From the day on which the pack is in force, the last first: that is what counts now."""
    in_force = pack.sections.pack.in_force
    changes = days_of_norms(pack, pack.sections.norms)
    within = {day for day in changes if in_force.from_ < day < (in_force.until or date.max)}
    days = [in_force.from_, *sorted(within)]
    ends = [*days[1:], in_force.until]
    found = [
        Span(day, until, {id: one.value for id, one in norms_on(pack, day).items()})
        for day, until in zip(days, ends, strict=True)
    ]
    return tuple(reversed(found))
