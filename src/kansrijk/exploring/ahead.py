"""What changes by itself: the days on which an outcome becomes another with the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from heapq import merge
from typing import Any, Literal, NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.events import events_by
from kansrijk.case.facts import Facts, facts_on, same_facts_on, with_changes
from kansrijk.case.norms import days_of_norms, norms_on
from kansrijk.case.timeline import add_months
from kansrijk.engine.reference import ReferenceEngine, Test, View, test_of
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.exploring.compare import NOTHING, Differences, PhasePair, compare
from kansrijk.pack.condition import Answered, Compare, OneOf
from kansrijk.pack.pack import Pack, leaves
from kansrijk.planning.plan import Plan, plan
from kansrijk.screening.screen import Screening, screen

YEAR = 12
ONE_DAY = timedelta(days=1)
REFERENCE = ReferenceEngine()

Reason = Literal["norm", "phase_begins", "phase_ends", "event_begins", "event_ends", "time", "age"]


class Why(NamedTuple):
    """What brings a change about: a norm, a phase, why she is away, a fact that the calendar
    tells, or an age."""

    reason: Reason
    id: str
    age: int | None = None


class Change(NamedTuple):
    """A change between two days: for certain from `until`, and not before `from_`.

    The two are the same but for an age, because nobody's birthday is known; both are None
    where it is not known either since when she has that age.
    """

    from_: date | None
    until: date | None
    why: tuple[Why, ...]
    what: Differences


class _Day(NamedTuple):
    """As much of an outcome as is compared."""

    facts: Facts
    screening: Screening
    plan: Plan


def changes_ahead(pack: Pack, case: Case, on: date, until: date | None = None) -> Iterator[Change]:
    """Every coming change of criteria, signals, class, intake, actions or phase, in order.

    Up to and with `until`; without it, the end of the last phase, or a year where there is none.
    Nothing that the case says of later days is seen.
    """
    facts = facts_on(pack, case, on)
    case = _so_far(case, on)
    end = until or _end(facts)
    ages = sorted(_ages(pack, case, facts, end), key=_when)
    dated = [change for change in ages if change.until]
    yield from merge(_days(pack, case, facts, end), dated, key=_when)
    yield from (change for change in ages if not change.until)


def _when(change: Change) -> date:
    return change.until or date.max


def _so_far(case: Case, on: date) -> Case:
    seen = {
        "observations": tuple(one for one in case.observations if one.date <= on),
        "events": events_by(case, on),
    }
    return case.model_copy(update=seen)


def _end(facts: Facts) -> date:
    last = max((until for _, until in facts.timeline.phases.values()), default=facts.on)
    return last if last > facts.on else add_months(facts.on, YEAR)


# From day to day


def _days(pack: Pack, case: Case, facts: Facts, end: date) -> Iterator[Change]:
    """The changes from one day to the next; a day on which nothing can differ is not screened."""
    before, seen, norms = _outcome(pack, case, facts), _seen(pack, facts), facts.norms
    new_norms = days_of_norms(pack, pack.sections.norms)
    for n in range(1, (end - facts.on).days + 1):
        day = facts.on + n * ONE_DAY
        norms = norms_on(pack, day) if day in new_norms else norms
        later = same_facts_on(pack, case, facts, day, norms)
        now = _seen(pack, later)
        if now == seen:
            continue
        after = _outcome(pack, case, later)
        what = _what(before, after)
        why = tuple(_why(pack, before.facts, later, seen, now))
        if what or any(one.reason.startswith("phase") for one in why):
            yield Change(later.on, later.on, why, what)
        before, seen = after, now


class _Seen(NamedTuple):
    """All that rules and plans can see of a day."""

    truths: tuple[bool | None, ...]
    norms: Any
    phase: str | None
    circumstances: frozenset[str]
    ahead: tuple[bool, ...]


def _seen(pack: Pack, facts: Facts) -> _Seen:
    known, time = known_of(facts), facts.timeline
    view = View(known, {}, ())
    phases = time.phases
    return _Seen(
        tuple(test(view) for _, test in _leaves(pack)),
        known.norms,
        known.phase,
        known.circumstances,
        tuple(
            over
            for id in phases
            for over in (phases[id][0] <= facts.on, time.is_over(id, facts.on))
        ),
    )


@lru_cache(maxsize=64)
def _leaves(pack: Pack) -> tuple[tuple[str, Test], ...]:
    """Every different test of a fact, with the fact."""
    found = {leaf: None for rule in pack.rules for leaf in leaves(rule.when)}
    return tuple(
        (leaf.fact, test_of(leaf)) for leaf in found if isinstance(leaf, OneOf | Compare | Answered)
    )


def _outcome(pack: Pack, case: Case, facts: Facts) -> _Day:
    screening = screen(pack, compile_pack(pack), facts, [REFERENCE])
    return _Day(facts, screening, plan(pack, case, facts, screening))


def _what(before: _Day, after: _Day) -> Differences:
    """What differs, but for what goes on by itself: questions, offers, goals, visits that near."""
    found = compare(before, after)
    phases = tuple(pair for pair in found.phases if _as_often(pair) is False)
    return found._replace(
        questions=NOTHING,
        suppressed=NOTHING,
        offers=NOTHING,
        goals=NOTHING,
        put_off=NOTHING,
        became=NOTHING,
        phases=phases,
        visits=(),
    )


def _as_often(pair: PhasePair) -> bool | None:
    """Whether visits in a phase stay as often as they were; None where it is in one plan alone."""
    if pair.before is None or pair.after is None:
        return None
    return pair.before.interval == pair.after.interval


def _why(pack: Pack, before: Facts, after: Facts, seen: _Seen, now: _Seen) -> Iterator[Why]:
    for id in pack.sections.norms:
        if seen.norms.get(id) != now.norms.get(id):
            yield Why("norm", id)
    if seen.phase != now.phase:
        begins = now.phase is not None
        yield Why("phase_begins" if begins else "phase_ends", str(now.phase or seen.phase))
    for name in sorted(seen.circumstances ^ now.circumstances):
        yield Why("event_begins" if name in now.circumstances else "event_ends", name)
    turned = zip(_leaves(pack), seen.truths, now.truths, strict=True)
    facts = dict.fromkeys(fact for (fact, _), one, other in turned if one is not other)
    calendar = _told_by_the_calendar(pack, before, after)
    yield from (Why("time", fact) for fact in facts if fact in calendar)


def _told_by_the_calendar(pack: Pack, before: Facts, after: Facts) -> frozenset[str]:
    """The derived facts that became another without a fact that they come from."""
    return frozenset(
        id
        for id in after.derived.keys() | before.derived.keys()
        if before.values.get(id) != after.values.get(id) and not after.derived[id].facts
    )


# Ages


def _ages(pack: Pack, case: Case, facts: Facts, end: date) -> Iterator[Change]:
    """The birthdays that would change something; the outcome itself goes on with the age known."""
    for id, fact in pack.sections.facts.items():
        known: Any = facts.values.get(id)
        if fact.advances and known is not None:
            since = facts.observed[id].said[0].date
            highest = (fact.range or (known, known))[1]
            for year in range(1, int(highest) - known + 1):
                window = _window(since, year, facts.on, end)
                if window is None:
                    break
                day = window[1] or facts.on
                then = same_facts_on(pack, case, facts, day, norms_on(pack, day))
                what = _turning(pack, case, then, id, known + year)
                if what:
                    yield Change(*window, (Why("age", id, known + year),), what)


def _window(
    since: date | None, year: int, on: date, end: date
) -> tuple[date | None, date | None] | None:
    """Between which days somebody becomes so many years older; None after the end."""
    if since is None:
        return (None, None) if add_months(on, YEAR * (year - 1)) < end else None
    first = add_months(since, YEAR * (year - 1)) + ONE_DAY
    last = add_months(since, YEAR * year)
    if last <= on:
        return on, on
    return (max(first, on + ONE_DAY), last) if first <= end else None


def _turning(pack: Pack, case: Case, facts: Facts, id: str, age: int) -> Differences:
    """What the one year makes different, everything else being the same."""
    before, after = (
        _outcome(pack, case, with_changes(pack, facts, {id: years})) for years in (age - 1, age)
    )
    return _what(before, after)
