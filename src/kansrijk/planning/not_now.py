"""Why what is for some phases is not for now or later."""

from __future__ import annotations

from typing import Literal

from kansrijk.case.facts import Facts
from kansrijk.pack.parts import BEFORE

NotNow = Literal["phase_passed", "not_pregnant"]


def not_now(phases: tuple[str, ...], facts: Facts) -> NotNow | None:
    """Why what is for these phases is not for now or later; None where it is."""
    time = facts.timeline
    if time.due is None:
        return "not_pregnant" if phases and BEFORE not in phases else None
    ahead = {id for id in time.phases if not time.is_over(id, facts.on)}
    if facts.on < min((start for start, _ in time.phases.values()), default=facts.on):
        ahead.add(BEFORE)
    return None if ahead.intersection(phases or ahead) else "phase_passed"
