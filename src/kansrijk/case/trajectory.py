"""How far a case has come by its events, as the table of steps of a pack says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kansrijk.case.case import Case, Event
from kansrijk.case.events import placed_events_by
from kansrijk.pack.course import Step, Trajectory
from kansrijk.pack.events import ENDINGS, TAKEN, EventName
from kansrijk.pack.pack import Pack
from kansrijk.reading import Problem, did_you_mean, problem, quoted
from kansrijk.reading.validation import Path


class TakenEvent(NamedTuple):
    """An event, with the state it came in and the step that it takes there, if there is one."""

    event: Event
    path: Path
    state: str
    step: Step | None


class Reached(NamedTuple):
    """The state that the events led to; `by` is the event that brought it there."""

    state: str
    by: Event | None
    taken: tuple[TakenEvent, ...]


def reached(pack: Pack, case: Case, on: date) -> Reached | None:
    """How far a case has come by a day; None where the pack has no trajectory.

    Events of one day are taken in the order of the table of events, whatever the file says.
    """
    model = pack.sections.trajectory
    if not model.states:
        return None
    seen = ((path, one) for path, one in placed_events_by(case, on) if _is_taken(one))
    state, by, taken = next(iter(model.states)), None, list[TakenEvent]()
    for path, event in sorted(seen, key=lambda one: _order(one[1])):
        step = _step_on(model, state, event.event)
        taken.append(TakenEvent(event, path, state, step))
        if step is not None and step.to != state:
            state, by = step.to, event
    return Reached(state, by, tuple(taken))


def _is_taken(event: Event) -> bool:
    """Whether it moves a case; a loss beside which another child lives does not."""
    return event.event in TAKEN and not event.goes_on


def _order(event: Event) -> tuple[date, int, str]:
    # By role as well, so that of two of one kind the file does not say which was first.
    return event.date, TAKEN.index(event.event), event.by


def step_from(pack: Pack, case: Case, event: EventName, on: date) -> Step | None:
    """The step that an event would take from where a case stands on a day."""
    found = reached(pack, case, on)
    return found and _step_on(pack.sections.trajectory, found.state, event)


def ended_by(pack: Pack, found: Reached) -> tuple[EventName | None, date | None]:
    """The event that ended the support, and its day."""
    if found.by is None or not pack.sections.trajectory.states[found.state].end:
        return None, None
    return found.by.event, found.by.date


def trajectory_problems(pack: Pack, case: Case) -> Iterator[Problem]:
    """Events out of order or by a role that may not, those after the day included.

    What was taken back is as if never written: it is nothing to complain of any more.
    """
    found = reached(pack, case, date.max)
    for event, path, state, step in found.taken if found else ():
        if step is None:
            yield _misplaced(pack, case, event, path, state)
        elif step.by and event.by in pack.sections.roles and event.by not in step.by:
            place = case.document.place((*path, "by"))
            help = did_you_mean("", step.by)
            yield problem(
                "may_not_take", place, role=quoted(event.by), event=event.event, help=help
            )


def _misplaced(pack: Pack, case: Case, event: Event, path: Path, state: str) -> Problem:
    model, place = pack.sections.trajectory, case.document.place((*path, "event"))
    if all(step.event != event.event for step in model.steps):
        return problem("no_such_step", place, event=event.event)
    code = "after_the_end" if model.states[state].end else "out_of_order"
    fits = [name for name in TAKEN if _step_on(model, state, name)]
    help = did_you_mean("", [name for name in fits if name not in ENDINGS] or fits)
    return problem(code, place, event=event.event, state=state, help=help)


def _step_on(model: Trajectory, state: str, event: EventName) -> Step | None:
    """The step on an event: of the state, or of the nearest that it may come to by itself.

    A person may be ahead of what the rules call for, as when an intake is held all the same.
    """
    states = [state]
    for one in states:
        for step in model.steps:
            if one in step.from_ and step.event == event:
                return step
        by_itself = (s.to for s in model.steps if one in s.from_ and s.event is None)
        states += [to for to in by_itself if to not in states]
    return None
