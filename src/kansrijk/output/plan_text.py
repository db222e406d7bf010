"""A care plan as text: phases, visits, goals, what is to be done and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kansrijk.output.decision_text import decision_lines
from kansrijk.output.goals_text import goal_lines
from kansrijk.output.layout import section, wrap
from kansrijk.output.offers_text import left_out, offer_lines
from kansrijk.output.overdue_text import overdue_lines
from kansrijk.output.visits_text import visit_sections
from kansrijk.output.words import Words
from kansrijk.pack.events import LOSS
from kansrijk.planning.plan import Plan, PlanAction, PlanPhase
from kansrijk.planning.schedule import Interval

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

WEEK = 7


def plan_sections(
    plan: Plan, words: Words, result: Assessment, *, everything: bool
) -> Iterator[list[str]]:
    if plan.ended_by != LOSS:
        # That is told before all else.
        yield section(words, "head_plan", _plan_status(plan, words, result))
    yield section(words, "head_overdue", overdue_lines(result.overdue, words))
    phases = (line for phase in plan.phases for line in _phase(phase, result, words))
    yield section(words, "head_phases", phases)
    yield from visit_sections(plan, words, result.date, everything=everything)
    yield section(words, "head_goals", goal_lines(plan, words))
    actions = [a for a in plan.actions if not a.suppressed_by]
    for head, domain in (("head_medical", "medical"), ("head_social", "social")):
        listed = [a for a in actions if words.pack.sections.actions[a.id].domain == domain]
        lines = (line for a in listed for line in _now(a, words, everything=everything))
        yield section(words, head, lines)
    hidden = 0 if everything else sum(left_out(a.offers) for a in actions)
    if hidden:
        yield wrap(words.many("offers_more", hidden, n=hidden), "")
    later = [a for a in plan.actions if a.suppressed_by]
    # What a professional left out is always shown.
    shown = later if everything else [a for a in later if a.override]
    yield section(words, "head_later", (line for a in shown for line in _later(a, words)))
    more = len(later) - len(shown)
    if more:
        yield wrap(words.many("later_more", more, n=more), "")


def _plan_status(plan: Plan, words: Words, result: Assessment) -> list[str]:
    phrase = f"plan_{plan.status}"
    if plan.ended_by:
        phrase += f"_{plan.ended_by}"
    if plan.status == "none":
        phrase += "_before" if result.facts.timeline.due is None else "_class"
    if plan.status == "proposed" and result.trajectory:
        phrase += "_to_set"
    start, end = (day and words.date(day) for day in (plan.start, plan.end))
    return wrap(words.say(phrase, start=start, end=end))


def _phase(phase: PlanPhase, result: Assessment, words: Words) -> Iterator[str]:
    label = words.label(f"phase:{phase.id}")
    until = words.date(phase.until)
    if result.facts.timeline.is_over(phase.id, result.date):
        yield from wrap(words.say("phase_passed", label=label, until=until), "  ", "    ")
        return
    yield from wrap(
        words.many(
            "phase_line",
            phase.visits,
            label=label,
            start=words.date(phase.from_),
            until=until,
            interval=how_often(phase, words),
            visits=phase.visits,
        ),
        "  ",
        "    ",
    )
    if phase.done or phase.missed:
        yield f"      {words.say('phase_progress', done=phase.done, missed=phase.missed)}"
    themes = words.pack.sections.phases[phase.id].themes
    if themes:
        yield from wrap(", ".join(words.text(theme) for theme in themes), "      ")


def how_often(phase: PlanPhase, words: Words) -> str:
    """How often visits are; where they are more often for a while, until when, and after that."""
    parts = [
        words.say(
            "often_until", until=words.date(one.until), interval=interval_text(one.interval, words)
        )
        for one in phase.more_often
    ]
    if not parts:
        return interval_text(phase.interval, words)
    if phase.more_often[-1].until < phase.until:
        parts.append(words.say("often_then", interval=interval_text(phase.interval, words)))
    return ", ".join(parts)


def interval_text(interval: Interval | None, words: Words) -> str:
    if interval is None:
        return words.say("interval_unknown")
    visits, days = interval.visits, interval.days
    phrase = {1: "interval_day", WEEK: "interval_week"}.get(days)
    if phrase is None:
        phrase = "interval_days" if days % WEEK else "interval_weeks"
    return words.many(phrase, visits, visits=visits, days=days, weeks=days // WEEK)


def _now(action: PlanAction, words: Words, *, everything: bool) -> Iterator[str]:
    yield from _action(action, words)
    for id in action.merges:
        yield from wrap(words.say("action_merges", what=words.label(f"action:{id}")), "      ")
    yield from offer_lines(action.offers, words, everything=everything)


def _action(action: PlanAction, words: Words) -> Iterator[str]:
    model = words.pack.sections.actions[action.id]
    role = words.label(f"role:{model.role}")
    yield from wrap(words.say("action_line", label=words.text(model.label), role=role), "  - ")
    yield from _because(action, words)
    called = words.say("called_false" if action.suppressed_by == "override" else "called_true")
    yield from decision_lines(action.override, called, words, "      ")


def _later(action: PlanAction, words: Words) -> Iterator[str]:
    yield from _action(action, words)
    events = words.circumstances(action.not_while)
    yield from wrap(words.say(f"not_now_{action.suppressed_by}", events=events), "      ")


def _because(action: PlanAction, words: Words) -> list[str]:
    labels = [*map(words.circumstance, action.after), *map(words.finding, action.because)]
    if not labels:
        return []
    return wrap(words.say("action_because", because=", ".join(labels)), "      ")
