"""The events of a case that count on a day: those that happened by then and were not taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kansrijk.case.case import Case, Event
from kansrijk.pack.events import EventName
from kansrijk.reading import Problem, did_you_mean, problem, quoted
from kansrijk.reading.validation import Path

UNDO = "undo"


def placed_events_by(case: Case, on: date) -> Iterator[tuple[Path, Event]]:
    """The events that count on a day, each with its place in the case."""
    undone = _undone(case, on)
    for i, event in enumerate(case.events):
        told = event.date <= on and event.event != UNDO
        if told and (event.event, event.date, event.number) not in undone:
            yield ("events", i), event


def _undone(case: Case, on: date) -> set[tuple[str | None, date | None, int | None]]:
    """What was taken back by the day: the event, its date and its number."""
    undos = (one for one in case.events if one.event == UNDO and one.date <= on)
    return {(one.of, one.on, one.number) for one in undos}


def events_by(case: Case, on: date) -> tuple[Event, ...]:
    """The events that count on a day: not of a later day, and not taken back by then."""
    return tuple(event for _, event in placed_events_by(case, on))


def without_undone(case: Case, on: date) -> Case:
    """The case as if what was taken back by the day had never been told; without its places."""
    gone = _undone(case, on)

    def stays(event: Event) -> bool:
        taken_back = (event.of, event.on) if event.event == UNDO else (event.event, event.date)
        return (*taken_back, event.number) not in gone

    left = case.model_copy(update={"events": tuple(filter(stays, case.events))})
    left._document = None
    return left


def happened(case: Case, on: date, event: EventName) -> date | None:
    """The first day of such an event, if there was one by the day; of twins the first birth."""
    return min((one.date for one in events_by(case, on) if one.event == event), default=None)


def undo_problems(case: Case) -> Iterator[Problem]:
    """What takes back something that was not there on its day, or that takes back itself."""
    for i, event in enumerate(case.events):
        if event.event != UNDO:
            continue
        of, by_then = str(event.of), [one for one in case.events if one.date <= event.date]
        days = {str(one.date) for one in by_then if one.event == of}
        if of == UNDO:
            yield problem("undo_of_undo", case.document.place(("events", i, "of")))
        elif str(event.on) not in days:
            there = {one.event for one in by_then if one.event != UNDO}
            help = did_you_mean("", sorted(days)) or did_you_mean(of, sorted(there))
            place = case.document.place(("events", i, "on"))
            yield problem("nothing_to_undo", place, event=quoted(of), help=help)
        elif event.number not in (numbers := _numbers(by_then, of, event.on)):
            help = did_you_mean("", [str(number or 1) for number in numbers])
            key = "on" if event.number is None else "number"
            place = case.document.place(("events", i, key))
            yield problem("no_such_number", place, event=quoted(of), help=help)


def _numbers(events: Iterable[Event], name: str, on: date | None) -> list[int | None]:
    return [one.number for one in events if (one.event, one.date) == (name, on)]


def next_number(case: Case, name: str, on: date) -> int | None:
    """The number of one more event of a kind on a day; None of the first."""
    numbers = _numbers(case.events, name, on)
    return max((number or 1 for number in numbers), default=0) + 1 if numbers else None
