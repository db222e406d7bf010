"""What has become certain by an answer, or doubtful: the difference of two screenings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kansrijk.screening.screen import Screening
from kansrijk.screening.warnings import Warning


class Certain(NamedTuple):
    """The findings that have a truth now and had another or none; strengths that were not there.

    `possible` are the classes still possible, where those are fewer or other ones than before;
    one of them is the class.
    """

    signals: tuple[str, ...] = ()
    criteria: tuple[tuple[str, bool], ...] = ()
    strengths: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


def became_certain(before: Screening | None, after: Screening) -> Certain:
    """What is certain after and was not before; without a before, all that is certain."""
    known = {} if before is None else before.truths
    return Certain(
        signals=tuple(
            found.id
            for found in after.signals
            if found.truth and not known.get(f"signal:{found.id}")
        ),
        criteria=tuple(
            (found.id, found.truth)
            for found in after.criteria
            if found.truth is not None and found.truth is not known.get(f"criterion:{found.id}")
        ),
        strengths=tuple(id for id in after.strengths if not known.get(f"strength:{id}")),
        possible=_possible(before, after),
    )


def newly_warned(before: Iterable[Warning], after: Iterable[Warning]) -> tuple[Warning, ...]:
    """The warnings about the case, each once, that were not there before."""
    there = {one.said_of for one in before}
    new = {one.said_of: one for one in after if one.of_the_case}
    return tuple(one for said, one in new.items() if said not in there)


def _possible(before: Screening | None, after: Screening) -> tuple[str, ...]:
    now = after.classification.possible
    return () if before is not None and before.classification.possible == now else now
