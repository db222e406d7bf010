"""Where a case stands in the steps of its pack: what comes next, by whom, and what is lacking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

from kansrijk.case.case import Case
from kansrijk.case.events import happened
from kansrijk.case.facts import Facts
from kansrijk.case.trajectory import reached
from kansrijk.pack.course import Need, Step
from kansrijk.pack.events import EVENTS, UNSAID, EventName
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import CareDomain
from kansrijk.screening.screen import Screening


class Next(NamedTuple):
    """A step that can be taken next; `within_days` is the term of an intake that is offered."""

    event: EventName
    to: str
    by: tuple[str, ...]
    needs: tuple[Need, ...]
    lacking: tuple[Need, ...]
    within_days: int | None


Determined = Literal["medical", "social", "raised_risk"]


class Standing(NamedTuple):
    """The state of a case on a day; `step` is None at an end.

    `determined` is what must happen by the screening: medical or social actions, and an intake.
    """

    state: str
    step: int | None
    determined: tuple[Determined, ...]
    next: tuple[Next, ...]
    ended_by: EventName | None


def standing(pack: Pack, case: Case, facts: Facts, screening: Screening) -> Standing | None:
    """Where a case stands on a day; None where the pack has no trajectory, or it is not said
    what ended the support.

    From the state that the events led to, steps without an event are taken by themselves.
    """
    found = reached(pack, case, facts.on)
    if found is None or facts.timeline.ended_by == UNSAID:
        return None
    model, state, passed = pack.sections.trajectory, found.state, set[str]()
    there = _there(facts, screening)
    while state not in passed:
        passed.add(state)
        by_itself = (s for s in model.steps if s.event is None and state in s.from_)
        state = next((s.to for s in by_itself if there.issuperset(s.needs)), state)
    ends = model.states[state].end
    steps = (step for step in model.steps if state in step.from_ and step.to != state)
    following = tuple(
        _next(pack, step, step.event, there, screening)
        for step in (() if ends else steps)
        if step.event and EVENTS[step.event].step
    )
    determined = () if ends else tuple(_determined(pack, screening))
    step = model.states[state].step
    return Standing(state, step, determined, following, facts.timeline.ended_by)


class Span(NamedTuple):
    """The days from `start` up to `until`, or without an end yet."""

    start: date
    until: date | None

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)


def when_set(pack: Pack, case: Case, facts: Facts) -> tuple[Span, ...]:
    """The days on which the plan was no proposal, by the day of the facts.

    Without a trajectory that is from her agreement until the support ended.
    """
    found = reached(pack, case, facts.on)
    if found is None:
        agreed = happened(case, facts.on, "agreement")
        return () if agreed is None else (Span(agreed, facts.timeline.ended),)
    spans, start = [], None
    steps = ((one.event.date, one.step) for one in found.taken if one.step is not None)
    for day, step in steps:
        is_set = pack.sections.trajectory.states[step.to].plan_set
        if is_set and start is None:
            start = day
        elif start is not None and not is_set:
            # Set and ended on one day, it stood on none.
            spans += [Span(start, day)] if start < day else []
            start = None
    return (*spans, Span(start, None)) if start is not None else tuple(spans)


def entry_of(facts: Facts, was_set: Sequence[Span]) -> date:
    """The day of entry: of the first intake, or of an agreement before it; else the day itself."""
    known = (facts.timeline.intake, was_set[0].start if was_set else None)
    return min((day for day in known if day is not None), default=facts.on)


def _determined(pack: Pack, screening: Screening) -> Iterator[Determined]:
    truths = screening.truths
    domains = {one.domain for id, one in pack.sections.actions.items() if truths[f"action:{id}"]}
    yield from (domain for domain in get_args(CareDomain) if domain in domains)
    if screening.intake.offered:
        yield "raised_risk"


def _there(facts: Facts, screening: Screening) -> frozenset[Need]:
    known: dict[Need, bool] = {
        "class_known": screening.classification.level is not None,
        "due_date_known": facts.timeline.due is not None,
        "intake_offered": screening.intake.offered,
    }
    return frozenset(need for need, is_there in known.items() if is_there)


def _next(
    pack: Pack, step: Step, event: EventName, there: frozenset[Need], screening: Screening
) -> Next:
    return Next(
        event,
        step.to,
        step.by or tuple(pack.sections.roles),
        step.needs,
        tuple(need for need in step.needs if need not in there),
        screening.intake.within_days if event == "intake" else None,
    )
