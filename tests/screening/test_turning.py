"""What can turn a truth of the class that is there, and whether it does between two moments."""

from __future__ import annotations

from typing import Any

import pytest
from builders import small_pack

from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import Known
from kansrijk.pack.pack import Pack
from kansrijk.screening.turning import in_any_order, turning_in

from .test_reach import number, weighed_pack

When = dict[str, Any]
POOR, ALONE, AFRAID = {"poor": True}, {"alone": True}, {"violence": True}
HOPEFUL, FEW, DAILY = {"hopeful": True}, {"friends": {"below": 2}}, {"smoking": "daily"}


def ways(*of: When) -> When:
    return {"first_known": list(of)}


def graded(high: When, middle: When = DAILY, **changes: Any) -> Pack:
    """A pack of which the class looks at these alone, and not at its criteria and signals."""
    return small_pack(
        classes={"classes": {"high": {"when": high}, "middle": {"when": middle}}}, **changes
    )


def view(**answers: Any) -> View:
    return View(Known(answers, {}), {}, ())


@pytest.mark.parametrize(
    ("high", "facts"),
    [
        (POOR, set()),
        (ways(POOR, ALONE), set()),
        ({"answered": "poor"}, {"poor"}),
        ({"not": {"any": [{"answered": "poor"}, {"answered": "alone"}]}}, {"poor", "alone"}),
        ({"answered": "more"}, {"more", "friends", "others"}),
        ({"criterion": "poverty"}, {"hopeful"}),
    ],
)
def test_what_is_answered_can_turn_a_truth_and_what_that_follows_from(
    high: When, facts: set[str]
) -> None:
    more = number("people", derive={"sum": {"of": ["friends", "others"]}})
    pack = graded(
        high,
        facts={
            "others": {"label": "others", **number("people")},
            "more": {"label": "more", **more},
        },
        criteria={"poverty": {"when": {"answered": "hopeful"}}},
        signals={"danger": {"when": {"answered": "violence"}}},
    )
    assert turning_in(pack).facts == facts


def test_each_weight_that_can_take_the_place_of_another_can_turn_a_truth() -> None:
    assert turning_in(weighed_pack()).facts == {"before", "later"}


@pytest.mark.parametrize(
    ("high", "middle", "later"),
    [
        (POOR, FEW, set()),
        (ways(POOR, FEW), ALONE, {"friends"}),
        (ways(POOR, ALONE, FEW), POOR, {"alone", "friends"}),
        (ways(POOR, FEW), ways(ALONE, FEW), {"friends"}),
        (ways(POOR, FEW), {"not": ways(FEW, ALONE)}, {"alone"}),
        (ways(POOR, FEW), {"any": [ALONE, FEW]}, set()),
        ({"all": [ways(POOR, FEW), FEW]}, ALONE, set()),
        (ways(POOR, {"all": [ALONE, {"not": FEW}]}), AFRAID, {"alone", "friends"}),
        # With what they follow from, but for what something else asks too.
        (ways(POOR, {"more": {"below": 9}}), ALONE, {"more", "friends", "others"}),
        (ways(POOR, {"more": {"below": 9}}), FEW, {"more", "others"}),
        (ways({"more": {"below": 9}}, FEW), ALONE, set()),
    ],
)
def test_what_only_later_ways_look_at(high: When, middle: When, later: set[str]) -> None:
    more = number("people", derive={"sum": {"of": ["friends", "others"]}})
    facts = {
        "others": {"label": "others", **number("people")},
        "more": {"label": "more", **more},
    }
    assert turning_in(graded(high, middle, facts=facts)).later == later


@pytest.mark.parametrize(
    ("high", "count"),
    [
        ({"any": [POOR, ways(ALONE, FEW)]}, 1),
        ({"all": [ways(ALONE, FEW), {"not": ways(POOR, AFRAID)}]}, 2),
        ({"count": {"at_least": 1, "of": [POOR, ways(ALONE, FEW)]}}, 1),
        (ways(POOR, {"all": [ALONE, ways(AFRAID, FEW)]}), 2),
        ({"any": [POOR, {"all": [ALONE, {"not": FEW}]}]}, 0),
    ],
)
def test_each_first_known_is_found_wherever_it_is(high: When, count: int) -> None:
    assert len(turning_in(graded(high)).first_known) == count


def test_a_first_known_has_its_ways_what_is_around_it_and_the_rest() -> None:
    pack = graded({"any": [POOR, {"all": [HOPEFUL, {"not": ways(ALONE, AFRAID)}]}]})
    (one,) = turning_in(pack).first_known
    for answers, of_ways, around, rest in [
        ({}, [None, None], [None, None, None, None], None),
        ({"alone": True}, [True, None], [None, False, False, True], None),
        ({"violence": False, "hopeful": True}, [None, False], [True, True, True, False], None),
        ({"poor": True}, [None, None], [True, None, None, None], True),
        ({"poor": False, "hopeful": False}, [None, None], [False, False, None, None], False),
    ]:
        at: View = view(**answers)
        assert [way(at) for way in one.ways] == of_ways
        assert [test(at) for test in one.around] == around
        assert one.rest(at) is rest


@pytest.mark.parametrize(
    ("high", "answers", "rest"),
    [
        # Nothing is known in the place of a first_known, whatever its ways say.
        (ways(ALONE, AFRAID), {"alone": True}, None),
        ({"not": ways(ALONE, AFRAID)}, {"alone": True}, None),
        ({"all": [POOR, ways(ALONE, AFRAID)]}, {"poor": True, "alone": True}, None),
        ({"all": [POOR, ways(ALONE, AFRAID)]}, {"poor": False, "alone": True}, False),
        ({"count": {"at_least": 1, "of": [POOR, ways(ALONE)]}}, {"poor": True}, True),
        ({"count": {"at_least": 1, "of": [POOR, ways(ALONE)]}}, {"alone": True}, None),
        (
            {"count": {"at_least": 2, "of": [POOR, HOPEFUL, ways(ALONE)]}},
            {"poor": True, "hopeful": False, "alone": True},
            None,
        ),
    ],
)
def test_the_rest_of_a_rule_says_nothing_by_a_first_known(
    high: When, answers: dict[str, Any], rest: bool | None
) -> None:
    (one,) = turning_in(graded(high)).first_known
    assert one.rest(view(**answers)) is rest


TWO, THREE = ways(POOR, ALONE), ways(POOR, ALONE, AFRAID)


@pytest.mark.parametrize(
    ("high", "middle", "start", "end", "truth"),
    [
        # Nothing that turns.
        ({"all": [POOR, ALONE]}, DAILY, {}, {"poor": True, "alone": False}, True),
        # What is answered, unless it was so at the start.
        ({"answered": "poor"}, DAILY, {}, {"poor": True}, False),
        ({"answered": "poor"}, DAILY, {}, {"alone": True}, True),
        ({"answered": "poor"}, DAILY, {"poor": True}, {"poor": True, "alone": True}, True),
        # All ways say the same, as far as they are known.
        (TWO, DAILY, {"alone": True}, {"alone": True, "poor": True}, True),
        (TWO, DAILY, {"alone": True}, {"alone": True}, True),
        (TWO, DAILY, {"alone": True}, {"alone": True, "poor": False}, False),
        # After one that was known no later one can count.
        (THREE, DAILY, {"alone": True}, {"alone": True, "violence": False}, True),
        (THREE, DAILY, {"violence": True}, {"alone": False, "violence": True}, False),
        (THREE, DAILY, {"poor": True, "alone": False}, {"poor": True, "alone": False}, True),
        # They differ, and the first can be answered before all else, or is not known at all.
        (TWO, DAILY, {}, {"poor": True, "alone": False}, True),
        (THREE, DAILY, {}, {"alone": True, "violence": False}, False),
        # Not before all else where another rule looks at the same.
        (TWO, {"not": TWO}, {}, {"poor": True, "alone": False}, False),
        # The rest of the rule decides.
        ({"any": [HOPEFUL, TWO]}, {"not": TWO}, {}, {"poor": True, "alone": False}, False),
        (
            {"any": [HOPEFUL, TWO]},
            {"all": [HOPEFUL, DAILY]},
            {"alone": True},
            {"hopeful": True, "poor": False, "alone": True},
            True,
        ),
        (
            {"any": [HOPEFUL, TWO]},
            {"all": [HOPEFUL, DAILY]},
            {"alone": True},
            {"hopeful": False, "poor": False, "alone": True},
            False,
        ),
        # Each has to.
        (
            {"all": [TWO, ways(AFRAID, HOPEFUL)]},
            DAILY,
            {"alone": True},
            {"alone": True, "poor": False, "violence": True},
            False,
        ),
        (
            {"all": [ways(AFRAID, HOPEFUL), TWO]},
            DAILY,
            {"alone": True},
            {"alone": True, "poor": False, "violence": True},
            False,
        ),
    ],
)
def test_whether_the_answers_lead_to_the_same_in_any_order(
    high: When, middle: When, start: dict[str, Any], end: dict[str, Any], truth: bool
) -> None:
    assert in_any_order(graded(high, middle), view(**start), set(), view(**end)) is truth


def test_an_answer_that_comes_before_all_others_turns_nothing() -> None:
    pack = graded({"any": [{"answered": "poor"}, {"answered": "alone"}]})
    for first, truth in (({"poor"}, True), ({"alone"}, False), (set[str](), False)):
        assert in_any_order(pack, view(), first, view(poor=True)) is truth


def test_where_the_whole_is_known_at_the_start_the_first_way_is_not_asked() -> None:
    """Beside an `all` that is false already, its first way is asked by nobody."""
    pack = graded({"any": [{"all": [HOPEFUL, TWO]}, {"first_known": [AFRAID]}]})
    start, end = {"hopeful": False}, {"hopeful": False, "poor": True, "alone": False}
    assert not in_any_order(pack, view(**start), set(), view(**end))
    assert in_any_order(pack, view(), set(), view(**(end | {"hopeful": True})))
