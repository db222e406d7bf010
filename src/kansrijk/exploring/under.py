"""The class of a case under another reading: only what that can change is looked at again."""

from __future__ import annotations

from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, with_norm
from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import known_of
from kansrijk.exploring.readings import Reading, Touched
from kansrijk.pack.pack import Pack
from kansrijk.screening.askable import open_facts, unsettled
from kansrijk.screening.possible import only_class
from kansrijk.screening.reach import BOTH, Found, Open, reach_of_rules
from kansrijk.screening.screen import Screening
from kansrijk.screening.standing import classes_among


class State(NamedTuple):
    """What is known, what each rule of the class is by it, and what it can become still."""

    facts: Facts
    view: View
    open_: Open
    found: Found


class Base(NamedTuple):
    """An outcome to hold readings against."""

    pack: Pack
    case: Case
    start: State
    level: str | None


def base_of(pack: Pack, case: Case, facts: Facts, screening: Screening) -> Base:
    start = _state(pack, facts, View(known_of(facts), dict(screening.truths), ()))
    return Base(pack, case, start, screening.classification.level)


def _state(pack: Pack, facts: Facts, view: View) -> State:
    open_ = open_facts(pack, facts, view)
    return State(facts, view, open_, reach_of_rules(pack, view, open_))


def level_under(reading: Reading, base: Base) -> str | None:
    """The class of a case under a reading; None where more than one is possible."""
    state = state_under(reading, base, base.start)
    within = classes_among(base.pack, state.found)
    if len(within) == 1:
        return within[0]
    if reading.pack is None and all(_stays(one, base.start, state) for one in reading.touched):
        return base.level
    return only_class(reading.pack or base.pack, state.facts, state.view)


def state_under(reading: Reading, base: Base, state: State) -> State:
    """What the rules are under a reading: those that it touches, and those that look at them."""
    facts, known = state.facts, state.view.known
    if reading.pack is None:
        norm = facts.norms[reading.norm]._replace(value=reading.value)
        facts = with_norm(base.pack, base.case, facts, norm)
        norms = {**known.norms, reading.norm: reading.value}
        known = known._replace(facts=facts.values, norms=norms)
    start = state._replace(facts=facts, view=state.view._replace(known=known))
    under = _touched(reading, start)
    if _opens_the_same(reading, state, under):
        return under
    pack = reading.pack or base.pack
    open_ = open_facts(pack, facts, under.view)
    if open_ == state.open_:
        return under
    # A rule that the reading does not touch turns where what it hangs on is asked now, or no more.
    return under._replace(open_=open_, found=reach_of_rules(pack, under.view, open_))


def _touched(reading: Reading, state: State) -> State:
    """The rules that a reading touches looked at again, and those that look at one that changes."""
    changed = set[str]()
    for one in reading.touched:
        if one.itself or not changed.isdisjoint(one.looks_at):
            key, (facts, view, open_, found) = one.rule.key, state
            truth, bits = one.test(view), one.reach(view, found, open_)
            if bits != found.get(key) or truth is not view.truths[key]:
                changed.add(key)
                view = view._replace(truths={**view.truths, key: truth})
                state = State(facts, view, open_, {**found, key: bits})
    return state


def _opens_the_same(reading: Reading, before: State, under: State) -> bool:
    """Whether nothing can become known under a reading that cannot without it."""
    same = reading.pack is None and under.facts.values.keys() == before.facts.values.keys()
    return same and all(
        _unsettled(one, under) <= _unsettled(one, before) for one in reading.touched if one.asks
    )


def _stays(one: Touched, base: State, under: State) -> bool:
    """Whether a rule keeps its truth for good under a reading, as it does without it."""
    key = one.rule.key
    return not one.itself or (
        base.found[key] != BOTH
        and under.view.truths[key] is base.view.truths[key]
        and under.found[key] == base.found[key]
        # Else other facts could become known, and turn another rule.
        and (not one.asks or _unsettled(one, under) == _unsettled(one, base))
    )


def _unsettled(one: Touched, state: State) -> frozenset[str]:
    return frozenset(unsettled(one.rule.when, state.view))
