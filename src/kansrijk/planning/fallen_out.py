"""The visits that a diary may still hold: in the plan while it was set, and not any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kansrijk.case.case import Case
from kansrijk.case.events import UNDO
from kansrijk.case.facts import Facts, facts_on
from kansrijk.case.timeline import days_past_due, timeline
from kansrijk.pack.events import TAKEN
from kansrijk.pack.pack import Pack
from kansrijk.planning.as_planned import Planned, planned_on
from kansrijk.planning.days_of_change import days_of_change
from kansrijk.planning.placing import PlannedVisit
from kansrijk.planning.terms import History, history_of
from kansrijk.planning.visits import Visit, on_day
from kansrijk.screening.possible import remembering


def fallen_out(pack: Pack, case: Case, facts: Facts, visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """The visits that are not among these any more, each on the last day it was planned on."""
    there = {visit.id for visit in visits if visit.status != "proposed"}
    agreed = dict[str, PlannedVisit]()
    for history, on in (*_taken_back(pack, case, facts), (_history(pack, case, facts), facts.on)):
        agreed |= _ever_agreed(history, facts, on)
    gone = (on_day(one, "cancelled", one.date) for one in agreed.values() if one.id not in there)
    return tuple(sorted(gone, key=lambda visit: (visit.date, visit.id)))


def _history(pack: Pack, case: Case, facts: Facts) -> History:
    return history_of(pack, case, facts, remembering())


def _taken_back(pack: Pack, case: Case, facts: Facts) -> Iterator[tuple[History, date]]:
    """The history as it stood until some of its steps were taken back, for each day of that.

    Since then nothing else tells that a plan was ever set, or entered on another day.
    """
    undos = [one for one in case.events if one.event == UNDO and one.of in TAKEN]
    for day in sorted({one.date for one in undos if one.date <= facts.on}):
        kept = tuple(one for one in case.events if one not in undos or one.date != day)
        before = case.model_copy(update={"events": kept})
        then = facts_on(pack, case, day)
        then = then._replace(timeline=timeline(pack, before, then.norms, day))
        # The case itself is the whole one: before that day what was taken back counts there too.
        yield _history(pack, before, then)._replace(case=case), day


def _ever_agreed(history: History, facts: Facts, on: date) -> dict[str, PlannedVisit]:
    """Every visit that was in the plan by a day, on one on which it was set, as last planned.

    That is gone through by the days on which it may have been another: those on which it changed,
    and each past the due date, on which it may have been seen longer than it lasts. What stood
    when a day began may have been seen too.
    """
    planned = stood = Planned()
    found = dict[str, PlannedVisit]()
    changed = {*days_of_change(history, facts, on), on}
    waited = days_past_due(history.pack, history.case, facts.norms, history.entry, on)
    others = (*waited, *(span.start for span in history.was_set))
    for day in sorted(changed.union(day for day in others if history.is_set(day))):
        starts = [span.start for span in history.was_set if span.holds(day)]
        now = planned_on(history, planned, day)
        seen = (one for plan in (stood, now) for one in plan.visits)
        found |= {one.id: one for one in seen for start in starts if one.date >= start}
        stood, planned = now, now if day in changed else planned
    return found
