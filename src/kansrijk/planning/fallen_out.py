"""The visits that a diary may still hold: in the plan while it was set, and not any more."""

from __future__ import annotations

from collections.abc import Sequence

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts
from kansrijk.case.timeline import days_past_due
from kansrijk.pack.pack import Pack
from kansrijk.planning.as_planned import Planned, planned_on
from kansrijk.planning.days_of_change import days_of_change
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

    That is gone through by the days on which it may have been another: those on which it changed,
    and each past the due date, on which it may have been seen longer than it lasts. What stood
    when a day began may have been seen too.
    """
    on, planned, found = facts.on, Planned(), dict[str, PlannedVisit]()
    changed = {*days_of_change(history, facts, on), on}
    waited = days_past_due(history.pack, history.case, facts.norms, history.entry, on)
    for day in sorted(changed.union(waited, (span.start for span in history.was_set))):
        starts = [span.start for span in history.was_set if span.holds(day)]
        if not starts and day not in changed:
            continue
        now = planned_on(history, planned, day)
        seen = (one for plan in (planned, now) for one in plan.visits)
        found |= {one.id: one for one in seen for start in starts if one.date >= start}
        planned = now if day in changed else planned
    return tuple(found.values())
