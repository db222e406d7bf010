"""The check of a trajectory: every state can be reached and left, and each step is but one."""

from __future__ import annotations

from kansrijk.pack.course import Step, Trajectory
from kansrijk.pack.events import ENDINGS
from kansrijk.pack.model import Sections
from kansrijk.pack.report import Report
from kansrijk.reading.validation import Path

STATES: Path = ("trajectory", "states")


def check_trajectory(sections: Sections, report: Report) -> None:
    model = sections.trajectory
    seen = set[tuple[str, str]]()
    for i, step in enumerate(model.steps):
        path: Path = ("trajectory", "steps", i)
        report.known(step.from_, model.states, (*path, "from"))
        report.known((step.to,), model.states, (*path, "to"))
        report.known(step.by, sections.roles, (*path, "by"), "unknown_role")
        for state in step.from_:
            if step.event and (state, step.event) in seen:
                report.refuse("double_step", path, name=state, event=step.event)
            seen.add((state, step.event or ""))
        if step.to in model.states and _ends_otherwise(model, step):
            report.refuse("ending_step", (*path, "to"), name=step.to, endings=", ".join(ENDINGS))
        if step.to in model.states and _sets_by_itself(model, step):
            report.refuse("set_by_nobody", (*path, "to"), name=step.to)
    _ways(model, report)


def _ends_otherwise(model: Trajectory, step: Step) -> bool:
    """Whether it leads to an end without an event that ends, or the other way round."""
    moves = any(state != step.to for state in step.from_)
    return moves and model.states[step.to].end != (step.event in ENDINGS)


def _sets_by_itself(model: Trajectory, step: Step) -> bool:
    """Whether it sets the plan without an event: only a person does that."""
    were = (model.states[state].plan_set for state in step.from_ if state in model.states)
    return step.event is None and model.states[step.to].plan_set and not all(were)


def _ways(model: Trajectory, report: Report) -> None:
    """A way to every state from the first one, and from each one that is no end."""
    reached = list(model.states)[:1]
    for id in reached:
        if model.states[id].plan_set:
            report.refuse("set_by_nobody", (*STATES, id, "plan_set"), name=id)
    for state in reached:
        ways = {step.to for step in model.steps if state in step.from_}
        reached += [to for to in model.states if to in ways and to not in reached]
    for id, one in model.states.items():
        if id not in reached:
            report.refuse("unreachable_state", (*STATES, id), key=True, name=id)
        if not one.end and one.step is None:
            report.refuse("missing_key", (*STATES, id), name="step")
        leads = any(id in step.from_ and step.to != id for step in model.steps)
        if not one.end and not leads:
            report.refuse("dead_end", (*STATES, id), key=True, name=id)
