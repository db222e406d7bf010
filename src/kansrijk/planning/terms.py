"""What the days of the visits rest on, as it was known on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kansrijk.case.availability import Absence, Preference, absences_by, preference_by
from kansrijk.case.case import Case
from kansrijk.case.events import events_by
from kansrijk.case.facts import Facts, facts_on
from kansrijk.case.visits import moved_visits
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Ruleset, Truths
from kansrijk.pack.pack import Pack
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.schedule import Interval, Spell, interval, of_classes
from kansrijk.planning.trajectory import Span, entry_of, when_set
from kansrijk.screening.overrides import decided_pack
from kansrijk.screening.possible import Classes
from kansrijk.screening.screen import truths_on
from kansrijk.screening.standing import ruleset_for


class Terms(NamedTuple):
    """`first_days`: within how many days of entry the first visit is; None where nothing says.

    `moved` are the visits that were given another day. `along` is the role that comes along.
    While they are `waiting` for a birth the phases after it begin on no certain day.
    """

    spells: tuple[Spell, ...] = ()
    absences: tuple[Absence, ...] = ()
    preference: Preference | None = None
    moved: tuple[tuple[str, date], ...] = ()
    first_days: int | None = None
    along: str | None = None
    waiting: bool = False


class History(NamedTuple):
    """A case over the days from its entry on; `was_set` are those on which its plan was set.

    `classes` finds the possible classes of each of those days.
    """

    pack: Pack
    case: Case
    entry: date
    was_set: tuple[Span, ...]
    classes: Classes

    def is_set(self, day: date) -> bool:
        return any(span.holds(day) for span in self.was_set)

    def stands_agreed(self, day: date) -> bool:
        """Whether what stands on a day was agreed on before: a proposal is free to change."""
        return any(span.start < day and span.holds(day) for span in self.was_set)


def history_of(pack: Pack, case: Case, facts: Facts, classes: Classes) -> History:
    """The days of a case up to those facts."""
    was_set = when_set(pack, case, facts)
    return History(pack, case, entry_of(facts, was_set), was_set, classes)


NO_TERMS = Terms()
NO_DAYS, WAIT = timedelta(0), timedelta(35)
"""For how long the visits before a birth go on past the due date: longer than any waits."""


def terms_by(history: History, on: date, before: Terms) -> Terms:
    """The terms of a day that has passed, with what was known and decided then."""
    pack, case = history.pack, history.case
    facts, decided = facts_on(pack, case, on), decided_pack(pack, case, on)
    engines = [ReferenceEngine()]
    view = truths_on(decided, rules_of_visits(decided), facts, engines, history.classes)
    return terms_of(history, facts, view.truths, view.possible, before)


@lru_cache(maxsize=64)
def rules_of_visits(pack: Pack) -> Ruleset:
    """The rules that the visits hang on: of the class, the phases, and who comes along."""
    together = pack.sections.schedule.together if pack.sections.schedule else None
    signals = (f"signal:{id}" for id in (together.signals if together else ()))
    phases = (f"phase:{id}" for id in pack.sections.phases)
    return ruleset_for(pack, "the visits", (*phases, *signals))


def terms_of(
    history: History, facts: Facts, truths: Truths, possible: tuple[str, ...], before: Terms
) -> Terms:
    """The terms that follow from the truths of a day.

    `before` are those of the day before. Where the plan was set, what is open again goes on as it
    was: no family loses its visits to a question that came up. Of a proposal nothing goes on.
    """
    pack, case, schedule = history.pack, history.case, history.pack.sections.schedule
    held = before if history.is_set(facts.on) else NO_TERMS
    spells = tuple(_spells(pack, facts, truths, possible, history.entry, held))
    if schedule is None:
        return Terms(
            spells,
            absences_by(case, facts.on),
            moved=_moved(case, facts.on),
            waiting=facts.timeline.waiting,
        )
    return Terms(
        (*spells, *_more_often(schedule, case, facts, possible, spells)),
        absences_by(case, facts.on),
        preference_by(case, facts.on),
        _moved(case, facts.on),
        of_classes(schedule.first_visit_days, facts, possible),
        _along(schedule, facts, truths),
        facts.timeline.waiting,
    )


def _moved(case: Case, on: date) -> tuple[tuple[str, date], ...]:
    return tuple(sorted(moved_visits(case, on).items()))


def _more_often(
    schedule: Schedule, case: Case, facts: Facts, possible: tuple[str, ...], spells: Sequence[Spell]
) -> Iterator[Spell]:
    """The parts of phases in which visits are more often, after a crisis or a relapse.

    One that two professionals told of on one day is one.
    """
    told = dict.fromkeys((one.date, one.event) for one in events_by(case, facts.on))
    for day, name in sorted(told):
        rule = next((one for event, one in schedule.more_often.items() if event == name), None)
        days = of_classes(rule.days, facts, possible) if rule else None
        if rule is None or days is None:
            continue
        often, end = Interval(rule.number, days), day + timedelta(rule.for_days)
        for spell in spells:
            start, until = max(day, spell.from_), min(end, spell.until)
            if start < until and spell.interval and _oftener(often, spell.interval):
                id = f"{spell.phase}-{name}-{day:%Y%m%d}"
                yield Spell(id, spell.phase, start, until, spell.role, often)


def _oftener(one: Interval, other: Interval) -> bool:
    return one.visits * other.days > other.visits * one.days


def _along(schedule: Schedule, facts: Facts, truths: Truths) -> str | None:
    """Who comes along while it is not sure to be safe."""
    together = schedule.together
    if together is None:
        return None
    around = any(one.event in together.events for one in facts.timeline.circumstances)
    open_ = any(truths[f"signal:{id}"] for id in together.signals)
    return together.role if around or open_ else None


def _expected(facts: Facts, start: date, until: date) -> tuple[date, date]:
    """The borders of a phase for its visits.

    From the due date on, as long as there is no birth, the phase before it goes on: nobody knows
    for how long, so the first visit of the next one is never for tomorrow.
    """
    time, on = facts.timeline, facts.on
    if not time.waiting:
        return start, until
    return start + (WAIT if start == on else NO_DAYS), until + (WAIT if until == on else NO_DAYS)


def _spells(
    pack: Pack,
    facts: Facts,
    truths: Truths,
    possible: tuple[str, ...],
    entry: date,
    before: Terms,
) -> Iterator[Spell]:
    was = {spell.id: spell.interval for spell in before.spells}
    for id, model in pack.sections.phases.items():
        truth = truths[f"phase:{id}"]
        if id not in facts.timeline.phases or truth is False or (truth is None and id not in was):
            continue
        start, until = _expected(facts, *facts.timeline.phases[id])
        often = interval(model, facts, possible) or was.get(id)
        yield Spell(id, id, entry if start < entry < until else start, until, model.role, often)
