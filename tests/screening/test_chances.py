"""How common each answer is: every share of every kind, together one."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import isclose

import pytest
from builders import facts_of, shipped_pack, small_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk.pack.condition import Comparator, Compare, NormRef, OneOf
from kansrijk.pack.vocabulary import Fact
from kansrijk.screening.answers import Answering
from kansrijk.screening.chances import Stretch, chances, share_of, share_that, stretches_of

HALVES = [{"below": 4, "share": 0.5}, {"share": 0.5}]


def fact(id: str, **changes: object) -> Fact:
    return small_pack(facts={id: changes}).sections.facts[id]


def banded(id: str, *bands: object) -> Fact:
    return fact(id, prevalence={"source": "law", "bands": list(bands)})


def test_without_a_prevalence_every_answer_is_as_common() -> None:
    assert chances(fact("poor"), [False, True], set()) == {
        False: Fraction(1, 2),
        True: Fraction(1, 2),
    }
    words = ["never", "stopped", "daily"]
    assert set(chances(fact("smoking"), words, set()).values()) == {Fraction(1, 3)}


RARE = {"source": "law", "shares": {"yes": 0.1, "no": 0.9}}
WORDS = {"source": "law", "shares": {"never": 0.5, "stopped": 0.3, "daily": 0.2}}


def test_shares_go_to_their_answers() -> None:
    poor, smoking = fact("poor", prevalence=RARE), fact("smoking", prevalence=WORDS)
    assert chances(poor, [False, True], set()) == {False: Fraction(9, 10), True: Fraction(1, 10)}
    assert chances(smoking, ["daily", "never", "stopped"], set()) == {
        "daily": Fraction(2, 10), "never": Fraction(5, 10), "stopped": Fraction(3, 10),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("id", "prevalence", "leaf", "against", "share"),
    [
        ("poor", None, OneOf("poor", (True,)), (True,), 0.5),
        ("poor", RARE, OneOf("poor", (True,)), (True,), 0.1),
        ("poor", RARE, OneOf("poor", (False,)), (False,), 0.9),
        ("poor", RARE, OneOf("poor", (True, False)), (True, False), 1.0),
        ("smoking", None, OneOf("smoking", ("daily",)), ("daily",), 1 / 3),
        ("smoking", WORDS, OneOf("smoking", ("daily", "never")), ("daily", "never"), 0.7),
        ("smoking", WORDS, OneOf("smoking", NormRef("smokers")), ("stopped", "daily"), 0.5),
        ("smoking", WORDS, OneOf("smoking", ("daily",)), (), 0.0),
        ("friends", None, OneOf("friends", (1, 2)), (1, 2), 0.5),  # a guess: numbers have no words
        ("friends", None, Compare("friends", "at_most", 3), 3, 0.4),
        ("friends", None, Compare("friends", "below", NormRef("enough")), 3, 0.3),
    ],
)
def test_the_chance_that_a_test_is_true(
    id: str, prevalence: object, leaf: OneOf | Compare, against: object, share: float
) -> None:
    pack = small_pack(facts={id: {"prevalence": prevalence}} if prevalence else {})
    found = share_of(pack, leaf)(against)
    assert isinstance(found, float)
    assert isclose(found, share)


def test_a_stretch_ends_where_the_next_begins() -> None:
    half, whole = Fraction(1, 2), Fraction(1)
    assert stretches_of(fact("friends")) == (Stretch(0, 10, whole),)
    assert stretches_of(fact("income")) == (Stretch(0, 5000, whole),)
    assert stretches_of(banded("friends", *HALVES)) == (Stretch(0, 4, half), Stretch(4, 10, half))
    assert stretches_of(banded("income", {"below": 9, "share": 0.2}, {"share": 0.8})) == (
        Stretch(0, 9, Fraction(1, 5)), Stretch(9, 5000, Fraction(4, 5)),
    )  # fmt: skip


def test_a_whole_number_stands_for_itself_up_to_the_next() -> None:
    assert chances(fact("friends"), [0, 2, 3, 9], set()) == {
        0: Fraction(2, 10), 2: Fraction(1, 10), 3: Fraction(6, 10), 9: Fraction(1, 10),
    }  # fmt: skip
    two = banded("friends", *HALVES)
    assert chances(two, [0, 2, 9], set()) == {
        0: Fraction(1, 4), 2: Fraction(1, 4) + Fraction(5, 12), 9: Fraction(1, 12),
    }  # fmt: skip


def test_a_number_stands_for_what_lies_between_the_figures_around_it() -> None:
    income, fifth = fact("income"), Fraction(1, 5)
    assert chances(income, [0, 1000, 5000], {1000}) == {0: fifth, 1000: 0, 5000: 1 - fifth}
    assert chances(income, [0, 1000, 2000, 3000, 5000], {1000, 3000}) == {
        0: fifth, 1000: 0, 2000: 2 * fifth, 3000: 0, 5000: 2 * fifth,
    }  # fmt: skip
    # An end that is itself a figure is a point; with no figure at all one end stands for all.
    assert chances(income, [0, 2500, 5000], {0, 5000}) == {0: 0, 2500: 1, 5000: 0}
    assert chances(income, [0, 5000], set()) == {0: 1, 5000: 0}


@pytest.mark.parametrize(
    ("comparator", "bound", "share"),
    [
        ("at_least", 3, Fraction(7, 10)), ("above", 3, Fraction(6, 10)),
        ("at_most", 3, Fraction(4, 10)), ("below", 3, Fraction(3, 10)),
        ("at_least", 0, 1), ("below", 0, 0), ("at_most", 9, 1), ("above", 9, 0),
        ("at_least", 99, 0), ("below", 99, 1), ("above", -5, 1), ("at_most", -5, 0),
    ],
)  # fmt: skip
def test_the_share_of_a_comparison(comparator: Comparator, bound: int, share: Fraction) -> None:
    assert share_that(fact("friends"), comparator, bound) == share


@pytest.mark.parametrize("bound", [0, 1000, 5000])
def test_of_a_number_that_is_not_whole_one_point_has_no_share(bound: int) -> None:
    income, share = fact("income"), Fraction(bound, 5000)
    assert share_that(income, "at_most", bound) == share_that(income, "below", bound) == share
    assert share_that(income, "at_least", bound) == share_that(income, "above", bound) == 1 - share


def test_a_figure_that_no_answer_can_be_divides_nothing() -> None:
    income, fifth = fact("income"), Fraction(1, 5)
    assert chances(income, [0, 1000, 5000], {-10, 1000, 9000}) == {
        0: fifth, 1000: 0, 5000: 1 - fifth,
    }  # fmt: skip
    assert chances(income, [0, 500, 1000, 5000], {0, 1000, 9000}) == {
        0: 0, 500: fifth, 1000: 0, 5000: 1 - fifth,
    }  # fmt: skip


@settings(max_examples=200, derandomize=True)
@given(
    st.sampled_from(["friends", "income"]),
    st.lists(st.integers(1, 8), min_size=2, max_size=3, unique=True),
    st.sets(st.integers(0, 9), max_size=4),
    st.sampled_from(["at_least", "at_most", "above", "below"]),
)
def test_shares_are_one_together_and_agree_with_a_comparison(
    id: str, ends: list[int], figures: set[int], comparator: Comparator
) -> None:
    """By counting: a whole number in each band is as common as its neighbour."""
    low, high = sorted(ends)[:2]
    bands = [{"below": low, "share": 0.2}, {"below": high, "share": 0.3}, {"share": 0.5}]
    said = banded(id, *bands)
    near = {point + step for point in figures for step in (-1, 0, 1) if 0 <= point + step <= 9}
    if id == "friends":
        shares = chances(said, sorted({0, 9, *near}), figures)
        weight = {n: _of_band(n, low, high, 10) for n in range(10)}
        for bound in figures:
            held = {"at_least": range(bound, 10), "at_most": range(bound + 1),
                    "above": range(bound + 1, 10), "below": range(bound)}[comparator]  # fmt: skip
            assert share_that(said, comparator, bound) == sum(weight[n] for n in held)
    else:
        points = sorted({0, 5000, *figures})
        middles = {Fraction(a + b, 2) for a, b in pairwise(points)}
        shares = chances(said, sorted({*points, *middles}), set(points))
    assert sum(shares.values()) == 1


def _of_band(n: int, low: int, high: int, end: int) -> Fraction:
    if n < low:
        return Fraction(2, 10) / low
    return Fraction(3, 10) / (high - low) if n < high else Fraction(5, 10) / (end - high)


def test_every_answer_of_a_shipped_pack_has_its_share() -> None:
    pack = shipped_pack("hoogeveen")
    facts = facts_of(pack)
    answering = Answering(pack, pack.rules, facts)
    for id, vocabulary in pack.sections.facts.items():
        if vocabulary.type != "text":
            values = answering.values(id, facts)
            shares = chances(vocabulary, values, answering.figures_of(id))
            assert sum(shares.values()) == 1, id
