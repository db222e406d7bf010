"""What the days of the visits rest on, as it was known on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kansrijk.case.availability import Absence, Preference, absences_by, preference_by
from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, facts_on
from kansrijk.case.visits import said_of_visits
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Truths, compile_pack
from kansrijk.pack.model import Schedule
from kansrijk.pack.pack import Pack
from kansrijk.planning.schedule import Spell, interval, of_classes
from kansrijk.screening.overrides import decided_pack
from kansrijk.screening.screen import truths_on


class Terms(NamedTuple):
    """`first_days`: within how many days of entry the first visit is; None where nothing says.

    `moved` are the visits that were given another day. `along` is the role that comes along.
    """

    spells: tuple[Spell, ...] = ()
    absences: tuple[Absence, ...] = ()
    preference: Preference | None = None
    moved: tuple[tuple[str, date], ...] = ()
    first_days: int | None = None
    along: str | None = None


NO_TERMS = Terms()


def terms_by(pack: Pack, case: Case, on: date, entry: date, before: Terms) -> Terms:
    """The terms of a day that has passed, with what was known and decided then."""
    facts = facts_on(pack, case, on)
    decided = decided_pack(pack, case, on)
    view = truths_on(decided, compile_pack(decided), facts, [ReferenceEngine()])
    return terms_of(pack, case, facts, view.truths, view.possible, entry, before)


def terms_of(
    pack: Pack,
    case: Case,
    facts: Facts,
    truths: Truths,
    possible: tuple[str, ...],
    entry: date,
    before: Terms,
) -> Terms:
    """The terms that follow from the truths of a day.

    `before` are those of a plan that was set: what is open again goes on as it was set, because
    no family loses its visits to a question that came up.
    """
    schedule = pack.sections.schedule
    first = of_classes(schedule.first_visit_days, facts, possible) if schedule else None
    return Terms(
        tuple(_spells(pack, facts, truths, possible, entry, before)),
        absences_by(case, facts.on),
        preference_by(case, facts.on),
        tuple(sorted((id, one.to) for id, one in said_of_visits(case, facts.on).items() if one.to)),
        first,
        _along(schedule, truths),
    )


def _along(schedule: Schedule | None, truths: Truths) -> str | None:
    """Who comes along while it is not sure to be safe."""
    together = schedule.together if schedule else None
    if together and any(truths[f"signal:{id}"] for id in together.signals):
        return together.role
    return None


def _spells(
    pack: Pack,
    facts: Facts,
    truths: Truths,
    possible: tuple[str, ...],
    entry: date,
    before: Terms,
) -> Iterator[Spell]:
    was = {spell.phase: spell.interval for spell in before.spells}
    for id, model in pack.sections.phases.items():
        truth = truths[f"phase:{id}"]
        if id not in facts.timeline.phases or truth is False or (truth is None and id not in was):
            continue
        start, until = facts.timeline.phases[id]
        often = interval(model, facts, possible) or was.get(id)
        yield Spell(id, entry if start < entry < until else start, until, model.role, often)
