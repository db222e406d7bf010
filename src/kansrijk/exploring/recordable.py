"""What can be recorded as a case stands: what comes next first, then what else there is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.circumstances import OVER, circumstances_by
from kansrijk.case.events import UNDO, events_by
from kansrijk.case.goals import GOAL, goals_of
from kansrijk.case.trajectory import step_from
from kansrijk.exploring.kinds import KINDS, SEEN
from kansrijk.exploring.recording import who_may
from kansrijk.pack.events import EVENTS, LASTING, LOSS, NOT_AFTER_LOSS, TAKEN
from kansrijk.pack.pack import Pack
from kansrijk.planning.trajectory import Next, Standing


class Recordable(NamedTuple):
    """A thing to record, the roles that may, and what goes with it; `next` where it comes next."""

    event: str
    by: tuple[str, ...]
    must: tuple[str, ...]
    may: tuple[str, ...]
    next: Next | None = None


def recordable(
    pack: Pack, case: Case, standing: Standing | None, on: date
) -> tuple[Recordable, ...]:
    """All that fits a case on a day."""
    following = {one.event: one for one in (standing.next if standing else ())}
    events = (*following, *(one for one in (*SEEN, *EVENTS) if one not in following))
    return tuple(
        Recordable(
            event,
            who_may(pack, case, event, on),
            *_keys(event),
            following.get(event),
        )
        for event in events
        if event in following or _fits(pack, case, event, on)
    )


def _keys(event: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What must and what may be said of it; an undo takes by itself what stands last."""
    kind = KINDS[event]
    return ((), kind.keys) if event == UNDO else (kind.must, kind.may)


def _fits(pack: Pack, case: Case, event: str, on: date) -> bool:
    """A step where the case stands at one; what is over or taken back where there is something.

    After a loss nothing of the child, nor of the visits.
    """
    if event in NOT_AFTER_LOSS and any(e.event == LOSS and e.ends for e in events_by(case, on)):
        return False
    if event == UNDO:
        return bool(events_by(case, on))
    if event == OVER:
        return any(one.event in LASTING for one in circumstances_by(case, on))
    if event == GOAL:
        return bool(goals_of(pack))
    steps = pack.sections.trajectory.steps
    return event not in TAKEN or not steps or step_from(pack, case, event, on) is not None
