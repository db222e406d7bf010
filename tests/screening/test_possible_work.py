"""What it takes to find the possible classes: what is looked for, and what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from builders import ON, case_of, facts_of, small_pack

from kansrijk.case.facts import Facts, facts_on
from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening import possible as module
from kansrijk.screening.possible import (
    Search,
    enough_for,
    looked_for,
    norms_of_class,
    only_class,
    possible_classes,
    remembering,
)
from kansrijk.screening.reached import reached
from kansrijk.screening.standing import class_view

from .test_possible_derived import FACTS as DERIVED
from .test_possible_derived import years

BASED = {"basis": "policy", "source": "law"}
When = dict[str, Any]
POOR, ALONE = {"poor": True}, {"alone": True}
NEITHER = [{"all": [POOR, {"not": ALONE}]}, {"all": [{"not": POOR}, ALONE]}]
ONE_ALONE: When = {"any": NEITHER}
"""True of one of two answers, whichever leads up: not reached by answering all the same way."""
NEVER: When = {"all": [POOR, {"not": POOR}]}
"""Not ruled out by itself, and reached by no answers."""


GAP: When = {"income": {"below": {"norm": "gap"}}}
IN_A_GAP = {"label": "gap", "unit": "EUR", "values": [{"from": "2040-01-01", "value": 2}], **BASED}


def graded(high: When, middle: When = NEVER, **changes: Any) -> Pack:
    changes["norms"] = {"gap": IN_A_GAP, **changes.get("norms", {})}
    changes.setdefault("classes", {"classes": {"high": {"when": high}, "middle": {"when": middle}}})
    return small_pack(**changes)


def viewed(pack: Pack, **answers: Any) -> tuple[Pack, Facts, View]:
    facts = facts_of(pack, facts=answers)
    return pack, facts, class_view(pack, known_of(facts))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What is taken of the classes that are reached at once, and which are looked for."""
    found: dict[str, list[str]] = {"reached": [], "reaches_soon": [], "reaches": []}

    def taken(*args: Any) -> Iterator[str]:
        for id in reached(*args):
            found["reached"].append(id)
            yield id

    monkeypatch.setattr(module, "reached", taken)
    for name in ("reaches_soon", "reaches"):
        original = getattr(Search, name)

        def looks(search: Search, target: str, *rest: Any, of: Any = (name, original)) -> bool:
            found[of[0]].append(target)
            return bool(of[1](search, target, *rest))

        monkeypatch.setattr(Search, name, looks)
    return found


# What is looked for


def test_what_is_reached_at_once_is_not_looked_for(asked: dict[str, list[str]]) -> None:
    assert possible_classes(*viewed(small_pack())) == ("high", "middle", "low")
    assert asked == {"reached": ["low", "high", "middle"], "reaches_soon": [], "reaches": []}


def test_only_what_is_not_reached_at_once_is_looked_for(asked: dict[str, list[str]]) -> None:
    assert possible_classes(*viewed(graded(ONE_ALONE))) == ("high", "low")
    assert set(asked["reached"]) == {"low"}
    assert asked["reaches"] == ["high", "middle"]
    assert asked["reaches_soon"] == []


def test_where_one_class_is_left_nothing_is_looked_for(asked: dict[str, list[str]]) -> None:
    for find in (possible_classes, enough_for(["intake:may"])):
        assert find(*viewed(small_pack(), poor=False, alone=False)) == ("low",)
    assert only_class(*viewed(small_pack(), poor=False, alone=False)) == "low"
    assert asked == {"reached": [], "reaches_soon": [], "reaches": []}


def test_nor_where_not_all_answers_can_be_tried(asked: dict[str, list[str]]) -> None:
    """A bound that is a plain fact: what is not ruled out is then possible."""
    cost = {"type": "number", "unit": "EUR", "range": [0, 5000], "label": "cost",
            "question": "?", "asked_by": "nurse"}  # fmt: skip
    pack = graded({"all": [{"income": {"below": {"fact": "cost"}}}, POOR]}, facts={"cost": cost})
    for find in (possible_classes, enough_for(["intake:unsafe"])):
        assert find(*viewed(pack, alone=True)) == ("high", "middle", "low")
    assert only_class(*viewed(pack)) is None
    assert asked == {"reached": [], "reaches_soon": [], "reaches": []}


@pytest.mark.parametrize(
    ("high", "middle", "only", "reached", "soon", "reaches"),
    [
        # The lowest and the highest before one between them, and no more than two.
        (ONE_ALONE, NEVER, None, {"low"}, ["high"], []),
        (NEVER, ONE_ALONE, None, {"low"}, ["high", "middle"], []),
        (NEVER, NEVER, "low", {"low"}, ["high", "middle"], ["high", "middle"]),
        (POOR, NEVER, None, {"low", "high"}, [], []),
    ],
)
def test_the_only_class_is_looked_for_until_there_are_two(
    high: When,
    middle: When,
    only: str | None,
    reached: set[str],
    soon: list[str],
    reaches: list[str],
    asked: dict[str, list[str]],
) -> None:
    assert only_class(*viewed(graded(high, middle))) == only
    assert set(asked["reached"]) == reached
    assert (asked["reaches_soon"], asked["reaches"]) == (soon, reaches)


def test_the_lowest_is_looked_for_first_where_it_is_not_reached_at_once(
    asked: dict[str, list[str]],
) -> None:
    """What leads to the lowest: one of two answers, whichever."""
    pack = graded({"not": ONE_ALONE}, NEVER)
    assert only_class(*viewed(pack)) is None
    assert (asked["reaches_soon"], asked["reaches"]) == (["low"], [])
    assert set(asked["reached"]) == {"high"}


# As many as rules need


def intake(key: str, when: When) -> dict[str, Any]:
    return {"id": key, "label": key, "when": when, "within_days": 1, **BASED}


ALL = ("high", "low")


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ({"may_be": ["low"]}, ("low",)),
        ({"not": {"may_be": ["low"]}}, ("low",)),
        ({"signal": "danger"}, ("low",)),
        ({"class": ["high", "middle", "low"]}, ("low",)),
        ({"may_be": ["high"]}, ALL),
        ({"any": [{"signal": "danger"}, {"not": {"may_be": ["high", "middle"]}}]}, ALL),
        ({"class": ["low"]}, ALL),
        ({"class": ["high", "low"]}, ALL),
        ({"all": [{"may_be": ["low"]}, {"class": ["low"]}]}, ALL),
    ],
)
def test_no_more_is_looked_for_than_the_rules_look_at(when: When, found: tuple[str, ...]) -> None:
    """At once only the lowest is reached; whether the highest is takes looking for it."""
    others = [intake("other", {"class": ["middle"]}), intake("one", when)]
    pack = small_pack(
        classes={
            "classes": {"high": {"when": ONE_ALONE}, "middle": {"when": NEVER}},
            "intake": others,
        }
    )
    assert enough_for(["intake:one"])(*viewed(pack)) == found
    assert enough_for(["intake:one", "intake:other"])(*viewed(pack)) == ALL


# What is remembered

SUM = {"type": "integer", "unit": "people", "range": [0, 18], "label": "sum",
       "derive": {"sum": {"of": ["friends", "others"]}}}  # fmt: skip
OTHERS = {"type": "integer", "unit": "people", "range": [0, 9], "label": "others",
          "question": "?", "asked_by": "nurse"}  # fmt: skip
AGE = {"type": "integer", "unit": "days", "range": [0, 280], "label": "age",
       "derive": {"gestational_age": {"term": {"norm": "term"}}}}  # fmt: skip
INCOME = {"income": {"below": {"norm": "line"}}}


def pack_to_remember() -> Pack:
    """A class by poverty and a line; a sum and an age that no class looks at."""
    return graded(
        {"all": [POOR, INCOME]},
        {"any": [POOR, INCOME]},
        facts={"others": OTHERS, "sum": SUM, "age": AGE},
        norms={"term": {"label": "term", "unit": "days", "value": 280, **BASED}},
        signals={"danger": {"when": {"all": [{"sum": {"below": 3}}, {"age": {"at_least": 9}}]}}},
    )


CASE: dict[str, Any] = {"poor": True, "income": 900}


@pytest.mark.parametrize(
    ("after", "on", "again"),
    [
        ({}, ON, False),
        ({"poor": False}, ON, True),
        ({"poor": None}, ON, True),
        ({"income": 901}, ON, True),
        ({"hopeful": True, "violence": False}, ON, False),
        # What is declined, or known beneath what is derived, says what is asked.
        ({"hopeful": "declined"}, ON, True),
        ({"friends": 3}, ON, True),
        ({"sum": 3}, ON, True),
        # The line of another day; one of a norm that the class does not look at.
        ({}, date(2023, 3, 2), True),
        ({}, date(2024, 6, 1), True),
        ({}, date(2025, 6, 1), False),
    ],
)
def test_classes_are_looked_for_again_only_where_something_they_look_at_is_another(
    after: dict[str, Any], on: date, again: bool
) -> None:
    pack, looked = pack_to_remember(), []

    def find_new(pack: Pack, facts: Facts, view: View) -> tuple[str, ...]:
        looked.append((pack, facts, view))
        return (f"found {len(looked)}",)

    find = remembering(find_new=find_new)
    first = viewed(pack, **CASE)
    facts = facts_on(pack, case_of(facts={**CASE, **after}), on)
    other = (pack, facts, class_view(pack, known_of(facts)))
    assert find(*first) == ("found 1",)
    assert find(*other) == (("found 2",) if again else ("found 1",))
    assert looked == ([first, other] if again else [first])
    assert find(*first) == ("found 1",)


def test_what_was_found_before_is_begun_with() -> None:
    pack = small_pack()
    known, other = viewed(pack, poor=True), viewed(pack, poor=False)
    find = remembering((pack, known[1], ("known",)))
    assert find(*known) == ("known",)
    assert find(*other) == possible_classes(*other) == ("middle", "low")


def test_another_pack_is_another_question() -> None:
    one, other = viewed(small_pack()), viewed(graded(POOR, POOR))
    find = remembering((*one[:2], ("known",)))
    assert find(*one) == ("known",)
    assert find(*other) == ("high", "low")


def test_an_answer_to_what_would_be_derived_is_something_else_than_its_parts() -> None:
    """Of a sum that was given as such the parts are not asked."""
    pack = graded({"sum": {"below": 3}}, facts={"others": OTHERS, "sum": SUM})
    facts = facts_of(pack, facts={"friends": 1, "others": 1})
    given = facts._replace(derived={})
    find = remembering((pack, facts, ("known",)), find_new=lambda *_: ("new",))
    assert find(*viewed(pack, friends=1, others=1)) == ("known",)
    assert find(pack, given, class_view(pack, known_of(given))) == ("new",)


def test_a_birth_that_no_class_looks_at_changes_nothing() -> None:
    pack = pack_to_remember()
    birth = {"date": "2026-09-03", "event": "birth", "by": "nurse"}
    case = case_of(due_date="2026-09-01", facts=CASE, events=[birth])
    pregnant, born = (facts_on(pack, case, date(2026, month, 2)) for month in (3, 11))
    assert "age" in pregnant.values.keys() - born.values.keys()
    find = remembering((pack, pregnant, ("known",)), find_new=lambda *_: ("new",))
    assert find(pack, born, class_view(pack, known_of(born))) == ("known",)


def test_the_norms_that_the_class_hangs_on() -> None:
    assert norms_of_class(small_pack()) == ()
    enough = {"count": {"at_least": {"norm": "enough"}, "of": [POOR]}}
    pack = graded(
        {"any": [{"criterion": "poverty"}, enough]},
        facts={id: {"label": id, **DERIVED[id]} for id in DERIVED},
        norms={"young": years("y", 18), "full": years("f", 21), "pension": years("p", 67)},
        criteria={"poverty": {"when": INCOME}},
        signals={"danger": {"when": {"smoking": {"norm": "smokers"}}}},
    )
    assert norms_of_class(pack) == ("enough", "full", "line", "pension", "young")


# How many states are looked at


def search_of(pack: Pack, **answers: Any) -> tuple[Search, Facts, View]:
    pack, facts, view = viewed(pack, **answers)
    _, search = looked_for(pack, facts, view)
    assert search is not None
    return search, facts, view


def either(fact: str) -> When:
    return {"any": [{fact: True}, {"not": {fact: True}}]}


@pytest.mark.parametrize(
    ("high", "middle", "target", "found", "states"),
    [
        # Only what leads there is answered; the last answer leaves one class.
        ({"all": [POOR, ALONE]}, POOR, "high", True, 2),
        ({"all": [POOR, ALONE]}, POOR, "low", True, 1),
        ({"any": [POOR, ALONE]}, POOR, "low", True, 2),
        ({"all": [{"not": POOR}, {"not": ALONE}]}, POOR, "high", True, 2),
        ({"all": [{"friends": {"below": 3}}, ALONE]}, {"friends": {"below": 3}}, "high", True, 2),
        # One that is in the way first: both answers to it are looked at.
        (ONE_ALONE, NEVER, "high", True, 2),
        (NEVER, NEVER, "high", False, 1),
        (NEVER, POOR, "middle", True, 1),
        # In whatever order three answers are given, what they lead to is looked at once.
        ({"all": [either("alone"), either("violence"), NEVER]}, NEVER, "high", False, 9),
        # Where nothing more is asked, what rests on a norm in a gap may be either.
        ({"all": [POOR, GAP]}, NEVER, "high", True, 3),
        # What another rule asks can turn a truth; what nobody asks cannot.
        ({"answered": "hopeful"}, either("alone"), "high", True, 2),
        ({"answered": "smoking"}, POOR, "high", False, 3),
        ({"answered": "smoking"}, POOR, "low", True, 2),
    ],
)
def test_how_many_states_are_looked_at(
    high: When, middle: When, target: str, found: bool, states: int
) -> None:
    search, facts, view = search_of(graded(high, middle))
    assert search.left == search.budget
    for _ in range(2):  # each class has the whole budget to itself
        assert search.reaches(target, facts, view) is found
        assert search.budget - search.left == states


def test_what_another_rule_asks_is_looked_at_where_it_can_turn_something() -> None:
    pack = graded({"all": [{"answered": "hopeful"}, {"answered": "smoking"}]}, ALONE)
    search, _, _ = search_of(pack)
    assert search.besides == ("hopeful",)
    assert {"alone", "hopeful"} <= search.open_
    assert "smoking" not in search.open_
    search, _, _ = search_of(pack, hopeful=True)
    assert search.besides == ()
    assert "hopeful" not in search.open_


def pack_of_many(values: int) -> Pack:
    """The highest class is reached by the lowest of some numbers alone, which is tried last."""
    tried = {"n": [*range(1, values)]}
    n = {"type": "integer", "unit": "people", "range": [0, values - 1], "label": "n",
         "question": "?", "asked_by": "nurse"}  # fmt: skip
    return graded({"any": [{"all": [tried, NEVER]}, {"all": [{"n": [0]}, POOR]}]}, facts={"n": n})


def test_a_few_states_are_looked_at_before_any_is_looked_for_in_earnest() -> None:
    """The first state, and one for each number."""
    for values, soon in ((24, True), (25, False)):
        search, facts, view = search_of(pack_of_many(values))
        assert search.reaches_soon("high", facts, view) is soon
        assert search.reaches("high", facts, view)
        assert search.budget - search.left == 1 + values


def test_a_class_stays_possible_where_more_would_have_to_be_looked_at_than_600_states() -> None:
    def possible(values: int) -> tuple[str, ...]:
        pack = graded(
            {"all": [{"n": [*range(values)]}, NEVER]},
            POOR,
            facts={"n": {"type": "integer", "unit": "people", "range": [0, values - 1],
                         "label": "n", "question": "?", "asked_by": "nurse"}},
        )  # fmt: skip
        return possible_classes(*viewed(pack))

    assert possible(599) == ("middle", "low")
    assert possible(600) == ("high", "middle", "low")


def test_what_is_required_is_named_once_in_the_order_of_the_rules() -> None:
    pack = graded({"all": [ALONE, POOR, {"friends": {"below": 3}}]}, {"any": [POOR, ALONE]})
    search, facts, view = search_of(pack)
    assert list(search._required(facts, view)) == ["alone", "poor", "friends"]
    search, facts, view = search_of(pack, alone=True)
    assert list(search._required(facts, view)) == ["poor", "friends"]
