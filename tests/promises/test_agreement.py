"""Both engines and an oracle that was written from the text alone, over many random cases."""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from builders import by_the_book_alone
from oracle import hoogeveen as oracle

from kansrijk.assessment import assess
from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on
from kansrijk.engine.durable import DurableEngine, available
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.possible import possible_classes

LONG = os.environ.get("KANSRIJK_LONG") == "1"
CHUNKS = 8
CASES = (200_000 if LONG else 20_000) // CHUNKS
SEARCHED = CASES // 12  # of these the possible classes are worked out as well
ASSESSED = (20_000 if LONG else 2_000) // CHUNKS
EACH_TRUTH = 1_000 // CHUNKS
FIRST_DAY, LAST_DAY = date(2017, 7, 1), date(2027, 12, 31)

Drawn = tuple[dict[str, Any], str | None, date]


def draw(rng: random.Random) -> Drawn:
    on = FIRST_DAY + timedelta(days=rng.randint(0, (LAST_DAY - FIRST_DAY).days))
    facts, focus = oracle._draw(rng, on)
    return facts, focus, on


def case_of(facts: dict[str, Any], on: date) -> Case:
    return Case.model_validate({"case": "c", "due_date": on + timedelta(days=90), "facts": facts})


def may_turn(facts: dict[str, Any], on: date) -> set[str]:
    """The criteria whose truth comes from a later way of `first_known`: an earlier way counts
    once an answer, asked for another rule, makes it known. Counting alone cannot see that."""
    found = set()
    line = oracle.household_line(facts, on)
    if "rondkomen" in facts and (line is None or "netto_maandinkomen" not in facts):
        found.add("sociaal_minimum")
    if oracle._lsns(facts) is not None and "steunpersonen" not in facts:
        found.add("klein_netwerk")
    return found


def bounds_of(facts: dict[str, Any], on: date, truths: dict[str, bool | None]) -> list[str]:
    """The classes that counting allows, with what may still turn counted as unknown."""
    turning = may_turn(facts, on)
    return oracle.possible_bounds({k: None if k in turning else v for k, v in truths.items()})


def agreed(hoogeveen: Pack, drawn: Drawn) -> dict[str, bool | None]:
    """The truths of the findings, on which the engines and the oracle agree."""
    facts, _, on = drawn
    ruleset = compile_pack(hoogeveen)
    known = known_of(facts_on(hoogeveen, case_of(facts, on), on))
    found = dict(ReferenceEngine().findings(ruleset, known))
    if available():
        assert DurableEngine().findings(ruleset, known) == found, drawn
    expected = oracle.truths(facts, on)
    for name, truth in expected.items():
        kind = "criterion" if name in oracle.CRITERIA else "signal"
        assert found[f"{kind}:{name}"] is truth, (name, drawn)
    return found


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_engines_and_oracle_agree(hoogeveen: Pack, chunk: int) -> None:
    rng = random.Random(1000 + chunk)
    seen: Counter[tuple[str, bool | None]] = Counter()
    beside = turning = 0
    for n in range(CASES):
        drawn = draw(rng)
        facts, focus, on = drawn
        beside += focus is not None
        found = agreed(hoogeveen, drawn)
        truths = oracle.truths(facts, on)
        seen.update(truths.items())
        grade = oracle.grade(truths)
        bounds = bounds_of(facts, on, truths)
        if len(bounds) > 1 and n >= SEARCHED:
            continue
        ours = facts_on(hoogeveen, case_of(facts, on), on)
        view = View(known_of(ours), found, ())
        possible = possible_classes(hoogeveen, ours, view)
        assert possible, drawn
        assert set(possible) <= set(bounds), drawn
        assert list(possible) == [id for id in bounds if id in possible], drawn
        if grade is not None:
            # Counting decides, but for what an answer to another rule may still turn.
            assert grade in possible, drawn
            assert possible == (grade,) or len(bounds) > 1, drawn
            turning += len(possible) > 1
    assert turning < CASES / 50
    assert beside >= CASES / 3
    rare = {
        (name, truth): seen[name, truth]
        for name in oracle.CRITERIA
        for truth in (True, False, None)
        if seen[name, truth] < EACH_TRUTH
    }
    assert rare == {}


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_whole_outcomes_agree_with_the_oracle(hoogeveen: Pack, chunk: int) -> None:
    rng = random.Random(2000 + chunk)
    for _ in range(ASSESSED):
        drawn = draw(rng)
        facts, _, on = drawn
        result = assess(hoogeveen, case_of(facts, on), on=on)
        truths = oracle.truths(facts, on)
        for found in (*result.screening.criteria, *result.screening.signals):
            assert found.truth is truths[found.id], drawn
        possible = list(result.classification.possible)
        assert set(possible) <= set(bounds_of(facts, on, truths)), drawn
        assert result.classification.level == (possible[0] if len(possible) == 1 else None)
        if len(bounds_of(facts, on, truths)) == 1:
            assert result.classification.level == oracle.grade(truths), drawn
        assert result.intake.offered is oracle.intake(facts, truths, possible), drawn


def test_a_third_of_the_cases_lies_on_or_beside_a_threshold() -> None:
    rng = random.Random(1000)
    focused = Counter(draw(rng)[1] for _ in range(20_000))
    assert 20_000 - focused[None] >= 20_000 / 3
    assert min(focused.values()) >= 200, focused


GRADED: dict[str, dict[str, Any]] = {
    "zeer_kwetsbaar": {"problematische_schulden": True, "partner": "geen", "roken": "dagelijks"},
    "kwetsbaar": {
        "problematische_schulden": True,
        "partner": "geen",
        "roken": "nooit",
        "cannabis": "nooit",
        "leeftijd": 30,
        "bmi": 22,
        "steunpersonen": 9,
        "netwerk_te_klein": False,
    },
    "regulier": {
        "schuldhulpverlening": False,
        "problematische_schulden": False,
        "rondkomen": "makkelijk",
        "partner": "samenwonend",
        "roken": "nooit",
        "cannabis": "nooit",
        "leeftijd": 30,
        "bmi": 22,
        "steunpersonen": 9,
        "netwerk_te_klein": False,
    },
}


def test_visits_are_those_of_the_oracle(hoogeveen: Pack) -> None:
    rng, book = random.Random(3), by_the_book_alone(hoogeveen)
    seen: Counter[str] = Counter()
    for _ in range(6_000 if LONG else 500):
        due = date(2019, 1, 1) + timedelta(days=rng.randint(0, 3000))
        if rng.random() < 0.3:  # the ends of months, leap days among them
            due = date(rng.randint(2019, 2027), rng.randint(1, 12), 1) - timedelta(days=1)
        birth = due + timedelta(days=rng.randint(-60, 15)) if rng.random() < 0.7 else None
        on = due + timedelta(days=rng.randint(-280, 1200))
        grade = rng.choice(list(GRADED))
        events = []
        if birth:
            events.append({"date": birth, "event": "birth", "by": "verloskundige"})
        entry = on
        if rng.random() < 0.7:
            first = on - timedelta(days=rng.choice([0, 1, 30, rng.randint(0, 900), -5]))
            events.append({"date": first, "event": "intake", "by": "casusbegeleider"})
            again = first + timedelta(days=3)
            events.append({"date": again, "event": "intake", "by": "casusbegeleider"})
            entry = min([day for day in (first, again) if day <= on], default=on)
        rng.shuffle(events)
        data = {"case": "v", "due_date": due, "facts": GRADED[grade], "events": events}
        result = assess(book, Case.model_validate(data), on=on)
        assert result.classification.level == grade
        assert result.plan is not None
        expected = oracle.visits(due, birth, entry, on, grade)
        to_come = result.plan.to_come(on)
        visits = [(visit.phase, visit.date) for visit in to_come]
        assert visits == [one for one in expected if one[1] >= on], data
        ids = [visit.id for visit in result.plan.visits]
        assert len(ids) == len(set(ids))
        seen[f"{grade} {'none' if not visits else 'some'}"] += 1
        seen["passed"] += len(visits) < len(expected)
        seen["born"] += birth is not None and birth <= on
    assert min(seen.values()) > 5, seen


def test_money_exactly_on_the_line_is_on_it(hoogeveen: Pack) -> None:
    rng = random.Random(4)
    tried = 0
    while tried < 300:
        facts, _, on = draw(rng)
        oracle._no_other_way_to_poverty(rng, facts)
        facts.pop("netto_maandinkomen", None)
        facts["rondkomen"] = "redelijk"
        line = oracle.household_line(facts, on)
        if line is None:
            continue
        exactly = Decimal(line.numerator) / Decimal(line.denominator)
        if exactly.as_integer_ratio() != line.as_integer_ratio():  # thirds of a cent
            continue
        tried += 1
        step = Decimal("0.00000001")
        for income, truth in ((exactly, True), (exactly + step, False), (exactly - step, True)):
            found = agreed(hoogeveen, (facts | {"netto_maandinkomen": income}, None, on))
            assert found["criterion:sociaal_minimum"] is truth, (facts, income, on)
