"""What is asked next, on real and small packs: never what is known or tells nothing."""

from __future__ import annotations

import random
from datetime import date

import pytest
from builders import case_of, facts_of, screened, seen, shipped_pack, small_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk.asking import next as asking_next
from kansrijk.asking.next import Asker, Settle, next_questions
from kansrijk.asking.optimum import Optimum
from kansrijk.asking.settling import TheClass, ThePlan
from kansrijk.asking.unknowns import TooLarge, Unknowns
from kansrijk.case.facts import Facts, with_answer, with_only
from kansrijk.pack.pack import Pack
from kansrijk.screening.answers import Answering
from kansrijk.screening.questions import as_asked

ON = date(2026, 6, 15)
ASKER = Asker(shipped_pack("hoogeveen"))
"""Kept by all tests: what it has worked out of a pack holds for every case."""


def hoogeveen(**facts: object) -> Facts:
    return facts_of(ASKER.pack, ON, facts=facts)


def possible_values(pack: Pack, id: str) -> tuple:
    facts = facts_of(pack, ON)
    return Answering(pack, pack.rules, facts).values(id, facts)


# Next.


@settings(max_examples=8, deadline=None, derandomize=True)
@given(st.integers(0, 10**9), st.sampled_from(["class", "plan"]))
def test_following_it_settles(seed: int, settle: Settle) -> None:
    """Each question is open and new, declined ones are left alone, and it ends settled."""
    rng, pack = random.Random(seed), ASKER.pack
    said: dict[str, object] = {}
    while (id := ASKER.next(facts_of(pack, ON, facts=said), settle)) is not None:
        assert id not in said
        assert pack.sections.facts[id].derive is None
        values = possible_values(pack, id)
        value = rng.choice(values) if rng.random() < 0.9 else "declined"
        said[id] = value if isinstance(value, bool | int | str) else float(value)
    open_ = next_questions(pack, case_of(facts=said), ON)
    if settle == "plan":
        needed = {key for question in open_ for key in question.why}
        assert not any(key.startswith(("criterion:", "signal:")) for key in needed)
    elif screened(pack, ON, facts=said).classification.level is None:
        assert not any(question.settles_class for question in open_)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(0, 10**9))
def test_the_quick_questions_are_open_and_each_once(seed: int) -> None:
    rng, pack = random.Random(seed), ASKER.pack
    said = {
        id: rng.choice([*fact.values, "declined"])
        for id, fact in pack.sections.facts.items()
        if fact.type == "choice" and fact.derive is None and rng.random() < 0.5
    }
    asked = [q.fact for q in next_questions(pack, case_of(facts=said), ON)]
    assert len(set(asked)) == len(asked)
    assert said.keys().isdisjoint(asked)


def test_nothing_is_asked_after_a_loss() -> None:
    lost = {"date": "2026-03-01", "event": "loss", "by": "nurse"}
    facts = facts_of(small_pack(), facts={}, events=[lost])
    assert Asker(small_pack()).next(facts, "class") is None
    assert next_questions(small_pack(), case_of(events=[lost]), date(2026, 3, 2)) == ()


def test_a_declined_question_comes_back_after_the_time_the_pack_sets() -> None:
    pack = small_pack(pack={"ask_again_days": 30})
    no = [seen("2026-02-01", poor="declined", alone="declined")]
    asker = Asker(pack)
    early = facts_of(pack, date(2026, 3, 2), observations=no)
    late = facts_of(pack, date(2026, 3, 3), observations=no)
    assert asker.next(early, "class") is None
    assert asker.next(late, "class") in ("poor", "alone")
    assert as_asked(small_pack(), late) is late  # without such a time: never


def test_a_norm_may_set_that_time_and_be_in_a_gap() -> None:
    norm = {"label": "days", "unit": "dagen", "basis": "policy", "source": "law"}
    no = [seen("2023-02-01", poor="declined", alone=True, violence=False)]
    rows = [{"from": "2020-01-01", "until": "2025-01-01", "value": 30}]
    pack = small_pack(
        pack={"ask_again_days": {"norm": "again"}}, norms={"again": {**norm, "values": rows}}
    )
    within, in_gap = (facts_of(pack, date(y, 6, 1), observations=no) for y in (2024, 2025))
    assert Asker(pack).next(within, "plan") == "poor"
    assert as_asked(pack, in_gap) is in_gap


def test_what_no_answer_settles_is_not_asked() -> None:
    """A figure in a gap, or held against a declined one, leaves nothing to ask."""
    poor = {"poverty": {"when": {"income": {"below": {"norm": "line"}}}}}
    pack = small_pack(criteria=poor)
    in_gap = date(2024, 6, 1)
    asked = {q.fact for q in next_questions(pack, case_of(), in_gap)}
    assert "income" not in asked
    assert "income" in {q.fact for q in next_questions(pack, case_of(), ON)}
    assert (
        Asker(pack).next(facts_of(pack, in_gap, facts={"alone": True, "violence": False}), "plan")
        is None
    )


def test_a_pack_too_large_is_asked_by_the_estimate(monkeypatch) -> None:
    def too_large(self: Optimum, state: object) -> None:
        raise TooLarge

    monkeypatch.setattr(Optimum, "best", too_large)
    pack = small_pack()
    first = next_questions(pack, case_of(), date(2026, 3, 2))[0].fact
    assert Asker(pack).next(facts_of(pack), "class") == first
    known = facts_of(pack, facts={"poor": True, "alone": True})
    assert Asker(pack).next(known, "class") is None
    assert Asker(pack).next(known, "plan") == "violence"


def test_a_pack_too_large_is_not_worked_out_again_for_every_question(monkeypatch) -> None:
    tried = []

    def too_large(self: Optimum, state: object) -> None:
        tried.append(state)
        raise TooLarge

    monkeypatch.setattr(Optimum, "best", too_large)
    asker = Asker(ASKER.pack)
    for _ in range(3):
        assert asker.next(hoogeveen(), "class")
    assert len(tried) == 1
    assert asker.next(hoogeveen(leeftijd=30, partner="geen", roken="nooit", bmi=20), "class")
    assert len(tried) == 2  # much less is open now


def test_a_pack_with_too_many_ways_to_end_is_too_large(monkeypatch) -> None:
    monkeypatch.setattr("kansrijk.asking.settling.MOST_ENDS", 100)
    asker = Asker(ASKER.pack)
    first = next_questions(ASKER.pack, case_of(), ON)[0].fact
    assert asker.next(hoogeveen(), "class") == first


def test_a_long_way_to_go_is_asked_by_the_estimate() -> None:
    """As many unknowns as would make the search too deep; of a plan they are settled apart."""
    many = [f"f{n}" for n in range(90)]
    fact = {"type": "boolean", "question": "So?", "asked_by": "nurse"}
    criterion = {"domain": "money", "basis": "policy", "source": "law"}
    every = [{"criterion": id} for id in many]
    high = {"when": {"count": {"at_least": 40, "of": every}}}
    pack = small_pack(
        facts={id: {**fact, "label": id} for id in many},
        criteria={
            id: {**criterion, "label": id, "when": {id: True}, "no_action": "x"} for id in many
        },
        classes={"classes": {"high": high}},
    )
    facts, asker = facts_of(pack), Asker(pack)
    assert asker.next(facts, "class") in {*many, "poor", "alone"}
    assert asker.next(facts, "plan") == "alone"
    target = TheClass(pack, with_only(pack, facts, ()))
    with pytest.raises(TooLarge):
        Optimum(target).cost(target.start(facts))


def test_bounds_that_are_facts_are_too_many_to_weigh() -> None:
    fewer = {"poverty": {"when": {"income": {"below": {"fact": "rent"}}}}}
    rent = {"type": "number", "unit": "EUR", "range": [0, 5000], "label": "rent"}
    pack = small_pack(
        criteria=fewer, facts={"rent": {**rent, "question": "Rent?", "asked_by": "nurse"}}
    )
    facts = facts_of(pack)
    with pytest.raises(TooLarge):
        TheClass(pack, with_only(pack, facts, ()))
    assert Asker(pack).next(facts, "class") == "alone"


def test_too_many_ways_of_knowing_are_told(monkeypatch) -> None:
    monkeypatch.setattr("kansrijk.asking.unknowns.MOST_RESOLVED", 0)
    pack = small_pack()
    with pytest.raises(TooLarge):
        ThePlan(pack, with_only(pack, facts_of(pack), ())).start(facts_of(pack))


def test_what_is_worked_out_is_kept(monkeypatch) -> None:
    made = []

    class Counted(Optimum):
        def __init__(self, *given) -> None:
            made.append(given)
            super().__init__(*given)

    monkeypatch.setattr(asking_next, "Optimum", Counted)
    asker, pack = Asker(small_pack()), small_pack()
    for said in ({}, {"poor": True}, {"poor": True, "alone": False}):
        asker.next(facts_of(pack, facts=said), "class")
    assert len(made) == 1


# Measures.


def unknowns_of(facts: Facts) -> tuple[Unknowns, frozenset[str]]:
    target = ThePlan(ASKER.pack, with_only(ASKER.pack, facts, ()))
    state = target.start(facts)
    return target.unknowns, frozenset[str]().union(*(tree.variables for tree in state))


def cost_of(id: str, facts: Facts) -> float | None:
    """What asking for a fact, or for all that a measure lacks, costs now."""
    unknowns, variables = unknowns_of(facts)
    costs = {unknowns.unknown(v).cost for v in variables if unknowns.unknown(v).about == (id,)}
    assert len(costs) < 2
    return costs.pop() if costs else None


def test_a_measure_costs_what_it_lacks() -> None:
    cost = {id: fact.cost for id, fact in ASKER.pack.sections.facts.items()}
    both = cost["lengte_cm"] + cost["gewicht_voor_zwangerschap_kg"]
    assert cost_of("bmi", hoogeveen(leeftijd=30)) == both
    assert cost_of("bmi", hoogeveen(leeftijd=30, lengte_cm=170)) == both - cost["lengte_cm"]
    weighed = hoogeveen(leeftijd=30, lengte_cm=170, gewicht_voor_zwangerschap_kg=70)
    assert cost_of("bmi", weighed) is None
    other = hoogeveen(leeftijd=30, gewicht_voor_zwangerschap_kg="declined")
    assert cost_of("bmi", other) == cost["lengte_cm"] + cost["gewicht_eerste_consult_kg"]
    assert cost_of("bmi", hoogeveen(leeftijd=30, lengte_cm="declined")) is None


def test_a_measure_of_its_own_is_asked_through() -> None:
    """What only the income needs is one unknown; her age and partner are asked for more."""
    facts = hoogeveen(leeftijd=30, partner="samenwonend")
    unknowns, variables = unknowns_of(facts)
    (whole,) = [unknowns.unknown(v) for v in variables if "netto_maandinkomen" in v]
    assert whole.about == ("inkomensgrens", "netto_maandinkomen")
    assert sum(chance for _, chance in whole.answers) == pytest.approx(1)
    parts = ("partner_leeftijd", "kostendelers", "netto_maandinkomen")
    assert whole.cost <= sum(
        ASKER.pack.sections.facts[id].cost for id in (*parts, "kinderen_thuis")
    )


def test_a_declined_part_leaves_nothing_to_ask_for_a_measure() -> None:
    facts = hoogeveen(leeftijd=30, partner="geen", kostendelers="declined", rondkomen="makkelijk")
    assert not any("netto_maandinkomen" in variable for variable in unknowns_of(facts)[1])


@pytest.mark.parametrize("target_of", [TheClass, ThePlan])
def test_every_chance_of_an_unknown_is_one_together(target_of) -> None:
    facts = hoogeveen()
    target = target_of(ASKER.pack, with_only(ASKER.pack, facts, ()))
    todo, done = [target.start(facts)], set()
    for _ in range(200):
        if not todo:
            break
        state = todo.pop()
        for variable in {v for tree in state for v in tree.variables} - done:
            done.add(variable)
            answers = target.unknowns.unknown(variable).answers
            assert sum(chance for _, chance in answers) == pytest.approx(1)
            assert all(chance >= 0 for _, chance in answers)
    assert done


def test_with_answer_and_anew_leave_the_same() -> None:
    facts = hoogeveen(leeftijd=17)
    target = ThePlan(ASKER.pack, with_only(ASKER.pack, facts, ()))
    assert target.start(facts) == target.start(with_answer(ASKER.pack, hoogeveen(), "leeftijd", 17))


def test_what_time_tells_is_not_asked() -> None:
    """The age of a child follows from the birth; before it a test of it stays unknown."""
    age = {"type": "integer", "unit": "maanden", "range": [0, 600], "label": "age"}
    derived = {**age, "question": "How old?", "asked_by": "nurse", "derive": {"child_age": {}}}
    late = {"poverty": {"when": {"child": {"at_least": 2}}}}
    pack = small_pack(facts={"child": derived}, criteria=late)
    asker, said = Asker(pack), {"alone": False, "violence": False}
    assert asker.next(facts_of(pack, facts=said), "plan") is None
    birth = {"date": "2026-01-01", "event": "birth", "by": "nurse"}
    assert asker.next(facts_of(pack, facts=said, events=[birth]), "plan") is None


def test_an_answer_that_nobody_gives_costs_nothing() -> None:
    """A measure asked through counts only the answers that there are."""
    shares = {"shares": {"never": 0, "stopped": 0.5, "daily": 0.5}, "source": "law"}
    line = {"label": "line", "unit": "people", "basis": "policy", "source": "law"}
    pack = small_pack(
        facts={"smoking": {"prevalence": shares, "cost": 2}, "friends": {"cost": 3}},
        norms={"most": {**line, "by": "smoking", "value": {"never": 1, "daily": 4}}},
        criteria={"poverty": {"when": {"friends": {"below": {"norm": "most", "by": "smoking"}}}}},
    )
    target = ThePlan(pack, with_only(pack, facts_of(pack), ()))
    start = target.start(facts_of(pack, facts={"alone": False, "violence": False}))
    (whole,) = [target.unknowns.unknown(variable) for tree in start for variable in tree.variables]
    assert whole.about == ("smoking", "friends")
    assert whole.cost == 2 + 0.5 * 3
    assert dict(whole.answers) == pytest.approx({True: 0.2, False: 0.3, None: 0.5})
