"""Clauses: what can be met stays, what cannot is left out, and the bounds are as written."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.engine.clauses import MAX_ATOMS, MAX_CLAUSES, Atom, absorbed, fits, meet, width

MEANS = {
    "==": "code == value",
    "!=": "code != value",
    "<": "code < value",
    "<=": "code <= value",
    ">": "code > value",
    ">=": "code >= value",
}
known = st.builds(Atom, st.integers(0, 1), st.sampled_from(sorted(MEANS)), st.integers(-2, 2))
unknown = st.builds(Atom, st.integers(0, 1), st.just("unknown"), st.just(1))
clauses = st.frozensets(st.one_of(known, unknown), max_size=4)


def met(clause, codes):
    return all(
        codes[reading] is None
        if op == "unknown"
        else codes[reading] is not None
        and eval(MEANS[op], {"code": codes[reading], "value": value})
        for reading, op, value in clause
    )


@given(clauses, clauses)
def test_what_some_codes_can_meet_stays_and_nothing_else(one, other):
    tried = itertools.product((None, *range(-8, 9)), repeat=2)
    can_be = any(met(one | other, codes) for codes in tried)
    assert meet([one], [other]) == [one | other] * can_be


@pytest.mark.parametrize(
    ("one", "other", "can_be"),
    [
        ((">", 1), ("<", 2), False),
        ((">", 1), ("<=", 2), True),
        ((">=", 1), ("<", 2), True),
        (("==", 0), ("!=", 0), False),
        (("==", 1), ("unknown", 1), False),
        (("!=", 0), ("!=", 1), True),
    ],
)
def test_two_tests_of_one_reading(one, other, can_be):
    left, right = frozenset([Atom(0, *one)]), frozenset([Atom(0, *other)])
    assert meet([left], [right]) == [left | right] * can_be
    apart = frozenset([Atom(1, *other)])
    assert meet([left], [apart]) == [left | apart]


@given(st.lists(clauses, max_size=6))
def test_a_clause_stays_if_no_other_covers_it_and_once(found):
    kept = absorbed(found)
    assert len(kept) == len(set(kept))
    assert set(kept) == {one for one in found if not any(other < one for other in found)}
    assert [len(one) for one in kept] == sorted(len(one) for one in kept)


def test_the_bounds_are_24_clauses_and_40_tests_in_one():
    def side(clauses, atoms):
        long = frozenset(Atom(i, "==", 1) for i in range(atoms))
        return [long, *[frozenset()] * (clauses - 1)]

    assert (MAX_CLAUSES, MAX_ATOMS) == (24, 40)
    assert width([]) == 0
    assert width(side(3, 5)) == 5
    assert fits([])
    assert fits([side(4, 10), side(6, 30)])
    assert not fits([side(5, 1), side(5, 1)])
    assert fits([side(1, 1), side(24, 1)])
    assert not fits([side(4, 11), side(6, 30)])
