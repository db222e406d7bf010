"""Why something is not for now or later: its phases, or what is in its way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from kansrijk.case.circumstances import Circumstance
from kansrijk.case.facts import Facts
from kansrijk.pack.parts import BEFORE

NotNow = Literal["phase_passed", "not_pregnant"]


def not_now(phases: tuple[str, ...], facts: Facts) -> NotNow | None:
    """Why what is for these phases is not for now or later; None where it is."""
    time = facts.timeline
    if time.due is None:
        return "not_pregnant" if phases and BEFORE not in phases else None
    ahead = {id for id in time.phases if not time.is_over(id, facts.on)}
    if before_phases(facts):
        ahead.add(BEFORE)
    return None if ahead.intersection(phases or ahead) else "phase_passed"


def before_phases(facts: Facts) -> bool:
    """Whether none has begun; so it always is in a pack without any."""
    return all(facts.on < start for start, _ in facts.timeline.phases.values())


def in_the_way(names: Iterable[str], facts: Facts) -> tuple[Circumstance, ...]:
    """What is in force of that which stands in the way, told or not."""
    time, names = facts.timeline, tuple(names)
    return tuple(one for one in (*time.circumstances, *time.untold) if one.is_one_of(names))


def told_of(circumstances: Iterable[Circumstance], facts: Facts) -> tuple[Circumstance, ...]:
    """Those that may be told; where none may, nothing is said of what they stand in the way of."""
    return tuple(one for one in circumstances if one not in facts.timeline.untold)
