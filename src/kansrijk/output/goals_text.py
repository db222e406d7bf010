"""The goals of a plan as text: her own words first, then each phase, and why some come later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from kansrijk.output.layout import wrap
from kansrijk.output.words import Words
from kansrijk.planning.goals import PlanGoal, PutOff
from kansrijk.planning.plan import Plan


def goal_lines(plan: Plan, words: Words) -> Iterator[str]:
    own = [goal.text for goal in plan.goals if goal.text is not None]
    if own:
        yield f"  {words.say('goals_own')}"
    for text in own:
        yield from wrap(words.say("named", label=text), "    - ")
    for phase in plan.phases:
        listed = [goal for goal in plan.goals if goal.phase == phase.id]
        if listed:
            yield f"  {words.label(f'phase:{phase.id}')}"
        for put_off in (None, *get_args(PutOff)):
            yield from _group([goal for goal in listed if goal.put_off_by == put_off], words)


def _group(listed: list[PlanGoal], words: Words) -> Iterator[str]:
    """Goals that are put off by the same; why stands above them, unless the phase says it."""
    for n, goal in enumerate(listed):
        if n == 0 and goal.put_off_by not in (None, "phase"):
            yield from wrap(words.say(f"goals_{goal.put_off_by}"), "    ")
        model = words.pack.sections.phases[str(goal.phase)].goals[goal.id]
        label = words.text(model.label)
        told = f"{label} ({words.date(goal.told)})" if goal.told else label
        yield from wrap(told, "    - ")
        if model.for_ and goal.because:
            because = ", ".join(map(words.finding, goal.because))
            yield from wrap(words.say("action_because", because=because), "      ")
        if goal.not_while:
            events = words.circumstances(goal.not_while)
            yield from wrap(words.say("goal_not_while", events=events), "      ")
