"""What was in a plan that is set on the day on which she last agreed, or it was last set."""

from __future__ import annotations

from kansrijk.case.case import Case
from kansrijk.case.events import events_by
from kansrijk.case.facts import Facts, facts_on
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.pack.pack import Pack
from kansrijk.planning.plan import called_for
from kansrijk.planning.trajectory import when_set
from kansrijk.screening.overrides import screen_decided

AGREED = ("agreement", "plan_set")


def agreed_actions(pack: Pack, case: Case, facts: Facts) -> frozenset[str]:
    """The actions for now or later of that day."""
    agreed = [one.date for one in events_by(case, facts.on) if one.event in AGREED]
    # A pack may have its plan set by another step.
    was_set = [span.start for span in when_set(pack, case, facts)]
    then = facts_on(pack, case, max(was_set + agreed))
    screening = screen_decided(pack, case, then, [ReferenceEngine()])
    actions = called_for(pack, then, screening)
    listed = [one for one in actions if one.suppressed_by is None]
    return frozenset(id for one in listed for id in (one.id, *one.merges))
