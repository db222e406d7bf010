"""With only the facts an explanation names the truth is the same; each is in a smallest such set.

The smallest sets are found here by trying every set of her known facts with the brute evaluator.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from builders import facts_of, screened, shipped_pack, small_pack
from promises.strategies import Brute, Data, Day, case_data, load, pack_data, read, rules_of

from kansrijk.case.case import read_case
from kansrijk.case.facts import Facts, facts_on, with_only
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import compile_pack
from kansrijk.exploring import deciding
from kansrijk.exploring.deciding import Deciders, Deciding
from kansrijk.exploring.explanation import Explaining
from kansrijk.pack.pack import Pack
from kansrijk.screening.because import leaves_of
from kansrijk.screening.screen import screen

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACKS = 4000 if LONG else 40
WITH_CLASS = 400 if LONG else 5
MOST_KNOWN = 6
EXAMPLES = Path(__file__).parents[2] / "examples"
Set = frozenset[str]


def subsets(ids: Set) -> Iterator[Set]:
    for size in range(len(ids) + 1):
        yield from map(frozenset, combinations(sorted(ids), size))


def smallest(ids: Set, truth: Callable[[Set], Any]) -> set[Set]:
    """The sets that give the truth that all give, and hold no other that does."""
    giving = {one for one in subsets(ids) if truth(one) == truth(ids)}
    return {one for one in giving if not any(other < one for other in giving)}


def wrong(found: Deciding, known: Set, truth: Callable[[Set], Any]) -> list[str]:
    """What is wrong with the facts that were named, by trying every set."""
    named, right = frozenset(found.facts), smallest(known, truth)
    complaints = []
    if truth(named) != truth(known):
        complaints.append("another truth")
    if not named <= frozenset().union(*right):
        complaints.append("a fact that is in no smallest set")
    if found.exact and not {frozenset(one) for one in found.sets} <= right:
        complaints.append("a set that is not smallest")
    if named != frozenset().union(*map(frozenset, found.sets)):
        complaints.append("sets and facts differ")
    return complaints


def random_case(rng: random.Random, sections: Data) -> tuple[Data, date]:
    """A case with its facts known from the beginning, few enough to try every set of them."""
    case, on = case_data(rng, sections)
    case["observations"] = []
    facts = dict(rng.sample(sorted(case["facts"].items()), len(case["facts"])))
    known = [id for id, value in facts.items() if value not in (None, "declined")]
    case["facts"] = {id: value for id, value in facts.items() if id not in known[MOST_KNOWN:]}
    return case, on


def only(case: Data, ids: Set) -> Data:
    return {**case, "facts": {id: case["facts"][id] for id in ids}}


def outcomes(seed: int, packs: int) -> Iterator[tuple[Pack, Data, Data, date, Facts, Set]]:
    rng = random.Random(seed)
    for n in range(packs):
        sections = pack_data(rng, small=n % 2 == 0, may_fall=rng.random() < 0.3)
        pack = load(sections)
        for _ in range(2):
            case, on = random_case(rng, sections)
            facts = facts_on(pack, read(case), on)
            known = frozenset(id for id, fact in facts.observed.items() if fact.value is not None)
            yield pack, sections, case, on, facts, known


def brute(sections: Data, case: Data, on: date) -> Callable[[str], Callable[[Set], int]]:
    """The truth of a rule with only some facts, by the brute evaluator."""
    seen: dict[Set, Brute] = {}

    def of(key: str) -> Callable[[Set], int]:
        def truth(ids: Set) -> int:
            if ids not in seen:
                seen[ids] = Brute(Day(sections, only(case, ids), on))
            return seen[ids].rule(key)

        return truth

    return of


def test_the_facts_that_are_named_decide_and_none_too_many() -> None:
    seen: Counter[str] = Counter()
    for pack, sections, case, on, facts, known in outcomes(21, PACKS):
        deciders, truth = Deciders(pack, facts), brute(sections, case, on)
        whens = {rule.key: rule.when for rule in pack.rules}
        for key in rules_of(sections):
            if key.startswith(("criterion:", "signal:", "strength:", "class:")):
                found = deciders.of(whens[key])
                assert wrong(found, known, truth(key)) == [], (key, found)
                seen[("false", "unknown", "true")[truth(key)(known)]] += 1
                seen["exact"] += found.exact
                seen["several sets"] += len(found.sets) > 1
                seen["three facts"] += len(found.facts) > 2
    assert len(seen) == 6
    assert min(seen.values()) > 5, seen


def test_an_explanation_names_every_fact_that_its_sentence_tells_of() -> None:
    seen: Counter[str] = Counter()
    for pack, sections, case, on, facts, known in outcomes(24, PACKS):
        truth = brute(sections, case, on)
        outcome = screen(pack, compile_pack(pack), facts, [ReferenceEngine()])
        explaining = Explaining(pack, pack, facts, outcome, None)
        for key in rules_of(sections):
            if key.startswith(("criterion:", "signal:", "strength:")):
                found = explaining.explain(key)
                named = frozenset(fact.id for fact in found.facts)
                assert truth(key)(named & known) == truth(key)(known), (key, found)
                for tree in found.because:
                    leaves = (leaf for leaf in leaves_of(tree) if leaf.kind == "fact")
                    told = {one for leaf in leaves if leaf.truth is not None for one in leaf.facts}
                    assert told & facts.values.keys() <= named | facts.derived.keys()
                    assert {one for id in told for one in facts.behind(id)} <= named
                if found.exact:
                    assert named & known <= frozenset().union(*smallest(known, truth(key)))
                seen["exact" if found.exact else "more"] += 1
    assert min(seen.values()) > 20, seen


def test_every_smallest_set_is_found_where_nothing_is_worked_out() -> None:
    found_all = 0
    for pack, sections, case, on, facts, known in outcomes(22, PACKS // 2):
        if len(sections["facts"]) > 5:
            continue
        deciders, truth = Deciders(pack, facts), brute(sections, case, on)
        for rule in pack.rules:
            if rule.stratum != "consequences":
                found, right = deciders.of(rule.when), smallest(known, truth(rule.key))
                everything = frozenset().union(*right)
                if truth(rule.key)(everything) == truth(rule.key)(known):
                    assert {frozenset(one) for one in found.sets} == right
                    found_all += 1
    assert found_all > 100


def screening_with(pack: Pack, case: Data, on: date) -> Callable[[Set], Any]:
    engine, seen = ReferenceEngine(), dict[Set, Any]()

    def of(ids: Set) -> Any:
        if ids not in seen:
            facts = facts_on(pack, read(only(case, ids)), on)
            seen[ids] = screen(pack, compile_pack(pack), facts, [engine])
        return seen[ids]

    return of


@pytest.mark.parametrize("most", [6, 0])
def test_what_rests_on_the_class_is_decided_by_facts_as_well(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "MOST_SEARCHED", most)
    seen: Counter[str] = Counter()
    for pack, _, case, on, facts, known in outcomes(23, WITH_CLASS):
        deciders, screening = Deciders(pack, facts), screening_with(pack, case, on)
        for rule in pack.rules:
            if rule.stratum == "consequences":

                def truth(ids: Set, key: str = rule.key, screening: Any = screening) -> Any:
                    return screening(ids).truths[key]

                found = deciders.of(rule.when)
                assert truth(frozenset(found.facts)) == truth(known)
                if found.exact:
                    assert wrong(found, known, truth) == []
                seen["exact" if found.exact else "enough"] += 1
        whole = screen(pack, compile_pack(pack), facts, [ReferenceEngine()])
        assert whole.truths == screening(known).truths
        found = deciders.of_class(screening(known).classification.level)
        named = screening(frozenset(found.facts)).classification
        assert named.possible == screening(known).classification.possible
        if found.exact:

            def possible(ids: Set, screening: Any = screening) -> Any:
                return screening(ids).classification.possible

            assert wrong(found, known, possible) == []
        seen["class"] += bool(found.facts)
        for id in pack.sections.classes.classes:

            def may_be(ids: Set, id: str = id, screening: Any = screening) -> Any:
                return id in screening(ids).classification.possible

            if not may_be(known):
                other = deciders.of_another(id)
                assert not may_be(frozenset(other.facts))
                assert not other.exact or wrong(other, known, may_be) == []
                seen["another"] += bool(other.facts)
    assert seen["exact"] > 10
    assert min(seen["class"], seen["another"]) > 2
    assert most or seen["enough"] > 3


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (lambda found, known: found._replace(facts=(*sorted(known),)), "no smallest set"),
        (lambda found, known: found._replace(facts=found.facts[1:]), "another truth"),
        (
            lambda found, known: Deciding((*sorted(known),), ((*sorted(known),),), True),
            "not smallest",
        ),
    ],
)
def test_the_test_sees_what_it_should(fault: Any, complaint: str) -> None:
    complaints: set[str] = set()
    for pack, sections, case, on, facts, known in outcomes(24, 20):
        deciders, truth = Deciders(pack, facts), brute(sections, case, on)
        for rule in pack.rules:
            if rule.stratum == "findings":
                found = fault(deciders.of(rule.when), known)
                complaints.update(wrong(found, known, truth(rule.key)))
    assert any(complaint in one for one in complaints)


def test_that_it_is_not_a_class_is_decided_by_no_more_than_its_own_rule_needs() -> None:
    pack, day = shipped_pack("hoogeveen"), date(2026, 11, 26)
    facts = facts_on(pack, read_case(EXAMPLES / "jong-stel.yaml"), day)
    deciders = Deciders(pack, facts)
    found = deciders.of_another("zeer_kwetsbaar")
    assert found.facts == ("leeftijd", "partner", "lengte_cm", "gewicht_voor_zwangerschap_kg",
                           "roken", "cannabis")  # fmt: skip
    poorer = [screened_with(pack, facts, frozenset(found.facts) - {id}) for id in found.facts]
    assert all("zeer_kwetsbaar" in possible for possible in poorer)


def screened_with(pack: Pack, facts: Facts, ids: Set) -> tuple[str, ...]:
    fewer = with_only(pack, facts, ids)
    return screen(pack, compile_pack(pack), fewer, [ReferenceEngine()]).classification.possible


EITHER = {"any": [{"poor": True}, {"alone": True}]}
FIRST = {"first_known": [{"poor": True}, {"alone": True}]}
CASES: list[tuple[Any, dict[str, Any], set[tuple[str, ...]]]] = [
    (EITHER, {"poor": True, "alone": True}, {("poor",), ("alone",)}),
    (EITHER, {"poor": False, "alone": False}, {("poor", "alone")}),
    (EITHER, {"poor": False}, {()}),
    (EITHER, {"poor": True, "alone": "declined"}, {("poor",)}),
    # A later way is no reason where an earlier one says otherwise.
    (FIRST, {"poor": False, "alone": True}, {("poor",)}),
    (FIRST, {"poor": True, "alone": True}, {("poor",), ("alone",)}),
    ({"answered": "story"}, {"story": "words"}, {("story",)}),
    ({"not": {"answered": "story"}}, {"poor": True}, {()}),
    # Two sets that together say otherwise are not named together.
    ({"first_known": [{"all": [{"violence": True}, {"poor": True}, {"alone": True}]},
                      {"any": [{"poor": False}, {"alone": False}]}, EITHER]},
     {"poor": True, "alone": True, "violence": True}, {("poor",)}),
    # The same fact twice.
    ({"all": [{"smoking": ["daily"]}, {"any": [{"smoking": ["daily"]}, {"poor": True}]}]},
     {"smoking": "daily", "poor": True}, {("smoking",)}),
    ({"all": [FIRST, {"poor": False}]}, {"poor": False, "alone": True}, {("poor",)}),
]  # fmt: skip


@pytest.mark.parametrize(("when", "facts", "sets"), CASES)
def test_the_sets_of(when: Any, facts: dict[str, Any], sets: set[tuple[str, ...]]) -> None:
    pack = small_pack(signals={"danger": {"when": when}})
    deciders = Deciders(pack, facts_of(pack, facts=facts))
    found = deciders.of(next(r.when for r in pack.rules if r.key == "signal:danger"))
    assert set(found.sets) == sets
    assert found.exact


def test_a_class_is_not_decided_by_a_way_that_an_earlier_one_could_still_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(deciding, "MOST_SEARCHED", 0)
    pack = small_pack(classes={"classes": {"high": {"when": FIRST}}})
    told = facts_of(pack, facts={"poor": True, "alone": True})
    deciders = Deciders(pack, told)
    assert deciders.of(when_of(pack, "class:high")).facts == ("poor", "alone")
    assert deciders.of_class("high").facts == ("poor",)


def test_what_follows_from_others_is_named_by_those() -> None:
    pack = shipped_pack("hoogeveen")
    told = {"lengte_cm": 160, "gewicht_voor_zwangerschap_kg": 80, "gewicht_eerste_consult_kg": 90}
    facts = facts_of(pack, facts={"leeftijd": 30, **told})
    found = Deciders(pack, facts).of(when_of(pack, "criterion:overgewicht"))
    # The second weight had no part in it.
    assert found.facts == ("leeftijd", "lengte_cm", "gewicht_voor_zwangerschap_kg")


def when_of(pack: Pack, key: str) -> Any:
    return next(rule.when for rule in pack.rules if rule.key == key)


LIMITS = [("MOST_TRIED", 1), ("MOST_PRODUCTS", 1), ("MOST_SETS", 1)]


@pytest.mark.parametrize(("limit", "most"), LIMITS)
def test_where_there_is_too_much_to_try_one_set_is_named_and_said_to_be_enough(
    limit: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, limit, most)
    shared = {"any": [FIRST, {"all": [FIRST, {"violence": True}]}, {"hopeful": True}]}
    pack = small_pack(
        signals={"danger": {"when": shared}},
        criteria={"poverty": {"when": {"all": [{"signal": "danger"}, {"hopeful": True}]}}},
    )
    told = {"poor": True, "alone": False, "violence": True, "hopeful": True}
    deciders = Deciders(pack, facts_of(pack, facts=told))
    for key in ("signal:danger", "criterion:poverty"):
        found = deciders.of(when_of(pack, key))
        assert not found.exact
        assert screened(pack, facts={id: told[id] for id in found.facts}).truths[key]


def test_what_was_seen_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = shipped_pack("hoogeveen")
    told = {"leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 900}
    facts = facts_of(pack, facts={"rondkomen": "redelijk", **told})
    when = when_of(pack, "criterion:sociaal_minimum")
    found = Deciders(pack, facts).of(when)
    monkeypatch.setattr(deciding, "MOST_VIEWS", 2)
    assert Deciders(pack, facts).of(when) == found


def test_a_long_chain_of_rules_is_followed() -> None:
    def signal(n: int) -> Data:
        when = {"any": [{"signal": f"s{n - 1}"}, {"signal": f"s{n - 1}"}]} if n else {"poor": True}
        return {"label": f"s{n}", "when": when, "urgency": "days", "route": "x", "basis": "policy",
                "source": "law", "no_action": "none"}  # fmt: skip

    pack = small_pack(signals={f"s{n}": signal(n) for n in range(90)})
    found = Deciders(pack, facts_of(pack, facts={"poor": True})).of(when_of(pack, "signal:s89"))
    assert found.facts == ("poor",)


def test_facts_that_are_told_are_completed_until_they_give_the_same_truth() -> None:
    pack = small_pack(signals={"danger": {"when": {"any": [{"poor": True}, {"alone": True}]}}})
    facts = facts_of(pack, facts={"poor": False, "alone": True, "friends": 2})
    deciders = Deciders(pack, facts)
    when = next(rule.when for rule in pack.rules if rule.key == "signal:danger")
    assert deciders.completed(when, ("poor",)) == ("poor", "alone")
    assert deciders.completed(when, ("alone", "friends")) == ("alone", "friends")


def test_what_a_sentence_tells_of_does_not_turn_what_is_unknown() -> None:
    """A `no` of one rule that is told by itself must not make the whole a `no`."""
    few = {
        "label": "few", "unit": "aantal", "basis": "policy", "source": "law",
        "values": [{"from": "2020-01-01", "until": "2021-01-01", "value": 1}],
    }  # fmt: skip
    first = {"count": {"at_least": 2, "of": [{"violence": False}, {"alone": True}]}}
    poverty = {"criterion": "poverty"}
    pack = small_pack(
        norms={"few": few},
        criteria={
            "poverty": {"when": {"first_known": [first, {"poor": [True, False]}]}},
            "solitude": {"when": {
                "count": {"at_least": 1, "domains": {"norm": "few"}, "of": [poverty, poverty]}
            }},
        },
        signals={"danger": {"when": {"count": {"at_least": 2, "of": [
            {"any": [{"alone": True}, poverty, {"answered": "poor"}]}, {"criterion": "solitude"},
        ]}}}},
    )  # fmt: skip
    known = {"alone": False, "poor": False}
    facts, outcome = facts_of(pack, facts=known), screened(pack, facts=known)
    found = Explaining(pack, pack, facts, outcome, None).explain("signal:danger")
    named = {fact.id for fact in found.facts}
    again = screened(pack, facts={id: known[id] for id in named})
    assert again.truths["signal:danger"] is outcome.truths["signal:danger"]
    assert (named, found.exact) == ({"alone", "poor"}, False)
