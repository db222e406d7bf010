"""What became of goals: reached or dropped, as somebody told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from kansrijk.case.case import Case, GoalWord
from kansrijk.case.events import events_by
from kansrijk.pack.pack import Pack
from kansrijk.reading import Problem, did_you_mean, problem, quoted

GOAL: Final = "goal"


class Became(NamedTuple):
    """The last word on a goal, and the day on which it was told."""

    state: GoalWord
    date: date


def became(case: Case, on: date) -> Mapping[str, Became]:
    """The last word on each goal by the day, by its id; none where two words of one time differ."""
    latest: dict[str, tuple[tuple[date, int], set[GoalWord]]] = {}
    for event in events_by(case, on):
        if event.event == GOAL and event.of and event.state:
            when, said = latest.get(event.of, (event.when, set()))
            if event.when >= when:
                words = {event.state, *(said if event.when == when else ())}
                latest[event.of] = event.when, words
    return {
        id: Became(next(iter(said)), when[0])
        for id, (when, said) in latest.items()
        if len(said) == 1
    }


def goals_of(pack: Pack) -> tuple[str, ...]:
    """The ids of all goals of a pack, each once."""
    return tuple(dict.fromkeys(id for one in pack.sections.phases.values() for id in one.goals))


def goal_problems(pack: Pack, case: Case) -> Iterator[Problem]:
    """What was told of goals that the pack does not have."""
    known = goals_of(pack)
    for i, event in enumerate(case.events):
        if event.event == GOAL and event.of not in known:
            place = case.document.place(("events", i, "of"))
            help = did_you_mean(str(event.of), known)
            yield problem("unknown_goal", place, name=quoted(str(event.of)), help=help)
