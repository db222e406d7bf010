"""What should have been by now and was not, as far as it was written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.events import without_undone
from kansrijk.case.facts import Facts, facts_by_day
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Ruleset
from kansrijk.pack.pack import Pack
from kansrijk.planning.plan import Plan
from kansrijk.planning.schedule import of_classes
from kansrijk.planning.trajectory import when_set
from kansrijk.planning.visits import Visit
from kansrijk.screening.overrides import decided_pack
from kansrijk.screening.possible import enough_for, remembering
from kansrijk.screening.screen import Intake, Screening, intake_of, truths_on
from kansrijk.screening.standing import ruleset_for


class Overdue(NamedTuple):
    """`visits` are those of which nobody told whether they were made.

    `first_visit` and `intake` are the last day by which they should have been, where that has
    passed and it is certain that they were not.
    """

    visits: tuple[Visit, ...] = ()
    first_visit: date | None = None
    intake: date | None = None

    def __bool__(self) -> bool:
        return any(self)


def overdue(pack: Pack, case: Case, facts: Facts, screening: Screening, plan: Plan) -> Overdue:
    """What is overdue on a day; nothing once the support has ended."""
    if plan.status == "ended":
        return Overdue()
    unsaid = tuple(one for one in plan.visits if one.date < facts.on and one.status == "planned")
    # While of any visit nobody told, the first may have been made.
    first = None if unsaid else _first_visit(pack, case, facts, screening, plan)
    intake = _intake(pack, case, facts, screening)
    days = (day if day and day < facts.on else None for day in (first, intake))
    return Overdue(unsaid, *days)


def _first_visit(
    pack: Pack, case: Case, facts: Facts, screening: Screening, plan: Plan
) -> date | None:
    """The last day for the first visit of a plan that is set; None where one was made."""
    schedule = pack.sections.schedule
    was_set = when_set(pack, case, facts)
    if plan.status != "set" or not schedule or not plan.phases:
        return None
    if any(one.status == "done" and one.date >= was_set[-1].start for one in plan.visits):
        return None
    possible = screening.classification.possible
    days = of_classes(schedule.first_visit_days, facts, possible)
    start = max(plan.phases[0].from_, was_set[-1].start)
    return None if days is None else start + timedelta(days)


def _intake(pack: Pack, case: Case, facts: Facts, screening: Screening) -> date | None:
    """The last day for an intake that is offered and was not held.

    It is counted from each day on which facts were told since it has been offered; since when
    those without a date are known nobody knows.
    """
    if facts.timeline.intake or not screening.intake.offered:
        return None
    last = None
    for day, offered in _offered(pack, case, facts, screening):
        if not offered.offered:
            break
        if offered.within_days is not None:
            by = day + timedelta(offered.within_days)
            last = min(by, last or by)
    return last


def _offered(
    pack: Pack, case: Case, now: Facts, screening: Screening
) -> Iterator[tuple[date, Intake]]:
    """The intake on each day on which facts were told, the last one first.

    By what is decided now, and so not before the day on which that was; and as if what was taken
    back since had never been told.
    """
    decided, case = decided_pack(pack, case, now.on), without_undone(case, now.on)
    since = max((one.date for one in screening.overrides), default=date.min)
    told = {one.date for one in case.observations if one.facts and since <= one.date <= now.on}
    rules, engines = _rules_of_intake(decided), [ReferenceEngine()]
    known = (decided, now, screening.classification.possible)
    classes = remembering(known, find_new=enough_for(_keys(pack)))
    facts_on = facts_by_day(pack, case)
    for day in sorted(told, reverse=True):
        facts = facts_on(day)
        yield day, intake_of(decided, facts, truths_on(decided, rules, facts, engines, classes))


@lru_cache(maxsize=64)
def _rules_of_intake(pack: Pack) -> Ruleset:
    """The rules by which an intake is offered."""
    return ruleset_for(pack, "the intake", _keys(pack))


def _keys(pack: Pack) -> tuple[str, ...]:
    return tuple(f"intake:{reason.id}" for reason in pack.sections.classes.intake)
