"""What is going on around a mother or child, and in force on a day: it calls for actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kansrijk.case.availability import ABSENCE, absences_by
from kansrijk.case.case import Case, Event
from kansrijk.case.events import events_by
from kansrijk.pack.events import CIRCUMSTANCES, LASTING, LOSS, EventName
from kansrijk.reading import Problem, did_you_mean, problem, quoted

OVER = "over"


class Circumstance(NamedTuple):
    """An event that is in force, of a kind where that was told, since which day."""

    event: EventName
    kind: str | None
    from_: date

    @property
    def name(self) -> str:
        """The most that is known of it."""
        return self.kind or self.event

    @property
    def outlasts_loss(self) -> bool:
        """Whether what it calls for goes on after a loss: what is about that, or keeps her safe."""
        return self.event in (LOSS, "secret_address")

    def is_one_of(self, names: Iterable[str]) -> bool:
        return not {self.event, self.kind}.isdisjoint(names)


def circumstances_by(case: Case, on: date) -> tuple[Circumstance, ...]:
    """What is in force on a day, as told by then, the oldest first.

    A loss never passes. That she was admitted or is detained lasts as long as she is away for it,
    a placement and a secret address until an event says that it is over.
    """
    events = events_by(case, on)
    lost = (Circumstance(LOSS, one.kind, one.date) for one in events if one.event == LOSS)
    away = (
        Circumstance(ABSENCE, absence.kind, absence.from_)
        for absence in absences_by(case, on)
        if absence.kind and absence.lasts(on)
    )
    lasting = (
        Circumstance(one.event, None, one.date)
        for one in events
        if one.event in LASTING and not _is_over(one, events)
    )
    return tuple(sorted({*lost, *away, *lasting}, key=_order))


def untold_by(case: Case, on: date) -> tuple[Circumstance, ...]:
    """What is in force on a day and is told nowhere in a copy, though the plan is made with it."""
    told = circumstances_by(case, on)
    whole = case.model_copy(update={"events": case._untold})
    return tuple(one for one in circumstances_by(whole, on) if one not in told)


def _is_over(event: Event, events: Iterable[Event]) -> bool:
    return any(
        one.event == OVER and one.of == event.event and one.date >= event.date for one in events
    )


def _order(one: Circumstance) -> tuple[date, str, str]:
    return one.from_, one.event, one.kind or ""


def names_of(circumstances: Iterable[Circumstance]) -> frozenset[str]:
    """The words of `CIRCUMSTANCES` that hold."""
    held = tuple(circumstances)
    return frozenset(name for name in CIRCUMSTANCES if any(one.is_one_of((name,)) for one in held))


def circumstance_problems(case: Case) -> Iterator[Problem]:
    """What is over and never was there; and a kind of absence of somebody else than her."""
    for i, event in enumerate(case.events):
        path = ("events", i)
        if event.event == ABSENCE and event.of is not None and event.kind is not None:
            yield problem("kind_of_hers", case.document.place((*path, "kind"), key=True))
        if event.event != OVER:
            continue
        of, place = str(event.of), case.document.place((*path, "of"))
        there = dict.fromkeys(
            one.event for one in events_by(case, event.date) if one.event in LASTING
        )
        if of not in LASTING:
            help = did_you_mean(of, LASTING)
            yield problem("never_over", place, name=quoted(of), help=help)
        elif of not in there:
            yield problem("nothing_over", place, event=of)
