"""The visits that a diary may still hold: in the plan while it was set, and not any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts
from kansrijk.pack.pack import Pack
from kansrijk.planning.as_planned import Planned, days_of_change, planned_on
from kansrijk.planning.placing import PlannedVisit
from kansrijk.planning.terms import History, history_of
from kansrijk.planning.visits import Visit, on_day
from kansrijk.screening.possible import remembering


def fallen_out(pack: Pack, case: Case, facts: Facts, visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """The visits that are not among these any more, each on the last day it was planned on."""
    history = history_of(pack, case, facts, remembering())
    there = {visit.id for visit in visits if visit.status != "proposed"}
    agreed = _ever_agreed(history, facts)
    gone = (on_day(one, "cancelled", one.date) for one in agreed if one.id not in there)
    return tuple(sorted(gone, key=lambda visit: (visit.date, visit.id)))


def _ever_agreed(history: History, facts: Facts) -> tuple[PlannedVisit, ...]:
    """Every visit that was in the plan on a day on which it was set, as last planned.

    Each day is gone through, because a plan also changes on one on which nothing was told: past
    the due date, at a birthday, with a norm. And what stood when a day began may have been seen.
    """
    on, planned, found = facts.on, Planned(), dict[str, PlannedVisit]()
    told = {*days_of_change(history, facts, on), on}
    for day in (history.entry + timedelta(n) for n in range((on - history.entry).days + 1)):
        starts = [span.start for span in history.was_set if span.holds(day)]
        if not starts and day not in told:
            continue
        now = planned_on(history, planned, day)
        seen = (one for plan in (planned, now) for one in plan.visits)
        found |= {one.id: one for one in seen for start in starts if one.date >= start}
        planned = now if day in told else planned
    return tuple(found.values())
