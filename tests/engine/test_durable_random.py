"""Random rulesets and cases: the durable engine against a brute evaluator of three numbers.

The brute evaluator shares nothing with either engine: false, unknown and true are 0, 1 and 2, so
that `all` is the least, `any` the greatest and `not` what is left of 2.
"""

from __future__ import annotations

import os
from fractions import Fraction
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kansrijk.engine import durable
from kansrijk.engine.ruleset import Known, Ruleset
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    ClassIs,
    Compare,
    Count,
    FactRef,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
)
from kansrijk.pack.pack import PackRule

pytestmark = pytest.mark.skipif(
    not durable.available(), reason="durable-rules is not installed here"
)

LONG = os.environ.get("KANSRIJK_LONG") == "1"
RULESETS = 900 if LONG else 40
CASES = 12 if LONG else 4
CLASSES = ("high", "middle", "low")
PHASES = ("one", "two")
AROUND = ("loss", "stillbirth", "placement")
WORDS = ("a", "b", "c", "d")
NUMBERS = (17, 18, Fraction(18) - Fraction(1, 10**12), Fraction(37, 2), 0, -3, 10**15)
VALUES = {f"c{i}": WORDS for i in range(3)} | {f"b{i}": (False, True) for i in range(3)}
UNKNOWN = 1


def as_number(bound, known):
    match bound:
        case NormRef(norm, None):
            return known.norms.get(norm)
        case NormRef(norm, by):
            column = known.facts.get(by)
            return None if column is None else known.norms.get(norm, {}).get(column)
        case FactRef(fact):
            return known.facts.get(fact)
    return bound


def brute(when, known, truths, possible):
    def of(item):
        return brute(item, known, truths, possible)

    match when:
        case All(items):
            return min(map(of, items), default=2)
        case AnyOf(items):
            return max(map(of, items), default=0)
        case Not(item):
            return 2 - of(item)
        case FirstKnown(ways):
            return next((found for way in ways if (found := of(way)) != UNKNOWN), UNKNOWN)
        case Count():
            return brute_count(when, [of(item) for item in when.of], known)
        case OneOf(fact, values):
            listed = known.norms.get(values.norm) if isinstance(values, NormRef) else values
            if fact not in known.facts or listed is None:
                return UNKNOWN
            return 2 * any(known.facts[fact] == value for value in listed)
        case Compare(fact, comparator, bound):
            value, limit = known.facts.get(fact), as_number(bound, known)
            if value is None or limit is None:
                return UNKNOWN
            between = value - limit
            return (
                2
                * {
                    "at_least": between >= 0,
                    "at_most": between <= 0,
                    "above": between > 0,
                    "below": between < 0,
                }[comparator]
            )
        case Answered(fact):
            return 2 * (fact in known.facts)
        case Rule(key):
            return {None: UNKNOWN, True: 2, False: 0}[truths[key]]
        case ClassIs(classes):
            return sum({2 * (id in classes) for id in possible}) // len(
                {id in classes for id in possible}
            )
        case MayBe(classes):
            return 2 * bool(set(classes) & set(possible))
        case PhaseIs(phases):
            return 2 * (known.phase in phases)
        case After(names):
            return 2 * any(name in known.circumstances for name in names)
    raise AssertionError(when)


def brute_count(when, found, known):
    wanted, spread = as_number(when.at_least, known), as_number(when.domains or 0, known)
    if wanted is None or spread is None:
        return UNKNOWN

    def enough(least):
        chosen = [i for i, one in enumerate(found) if one >= least]
        domains = {when.domain_of[i] for i in chosen if when.domain_of} - {""}
        return len(chosen) >= wanted and len(domains) >= spread

    return enough(2) + enough(UNKNOWN)


def brute_run(ruleset, strata, known, truths, possible):
    seen, found = dict(truths), {}
    for rule in ruleset.rules:
        if rule.stratum in strata:
            number = brute(rule.when, known, seen, possible)
            seen[rule.key] = found[rule.key] = (False, None, True)[number]
    return found


def subsets(words):
    return st.lists(st.sampled_from(words), min_size=1, max_size=3, unique=True).map(tuple)


numbers = st.sampled_from(NUMBERS)
numeric = st.sampled_from([f"n{i}" for i in range(3)])
bounds = st.one_of(
    numbers,
    st.sampled_from([NormRef("x"), NormRef("y"), NormRef("table", "c0")]),
    numeric.map(FactRef),
)
small = st.one_of(st.integers(-1, 5), st.just(NormRef("few")))


def leaves(keys, classified):
    found = [
        st.builds(OneOf, st.sampled_from(["c0", "c1", "c2"]), subsets((*WORDS, "elsewhere"))),
        st.builds(OneOf, st.sampled_from(["c0", "c1"]), st.just(NormRef("words"))),
        st.builds(OneOf, st.sampled_from(["b0", "b1", "b2"]), subsets((True, False))),
        st.builds(OneOf, numeric, st.lists(numbers, min_size=1, max_size=2).map(tuple)),
        st.builds(
            Compare, numeric, st.sampled_from(["at_least", "at_most", "above", "below"]), bounds
        ),
        st.builds(Answered, st.sampled_from(["c0", "b0", "n0", "never"])),
        st.builds(PhaseIs, subsets(PHASES)),
        st.builds(After, subsets(AROUND)),
    ]
    if keys:
        found.append(st.sampled_from(keys).map(Rule))
    if classified:
        found += [st.builds(ClassIs, subsets(CLASSES)), st.builds(MayBe, subsets(CLASSES))]
    return st.one_of(found)


@st.composite
def counts(draw, items):
    of = tuple(draw(st.lists(items, max_size=5)))
    if draw(st.booleans()):
        return Count(draw(small), of)
    domain_of = tuple(draw(st.sampled_from(["", "p", "q", "r"])) for _ in of)
    return Count(draw(small), of, draw(small), domain_of)


def grown(items):
    several = st.lists(items, max_size=5).map(tuple)
    return st.one_of(
        several.map(All),
        several.map(AnyOf),
        several.map(FirstKnown),
        items.map(Not),
        counts(items),
    )


hashes = count()


@st.composite
def rulesets(draw):
    rules = []
    strata = ["findings"] * 4 + ["classes"] * 2 + ["consequences"] * 3
    for n, stratum in enumerate(strata):
        keys = [rule.key for rule in rules]
        leaf = leaves(keys, stratum == "consequences")
        when = draw(st.recursive(leaf, grown, max_leaves=14))
        rules.append(PackRule(f"rule:{n}", stratum, when))
    return Ruleset(f"random-{next(hashes)}", tuple(rules), VALUES)


words = st.sampled_from((*WORDS, "unheard of"))
maybe_facts = st.fixed_dictionaries(
    {},
    optional={f"c{i}": words for i in range(3)}
    | {f"b{i}": st.booleans() for i in range(3)}
    | {f"n{i}": numbers for i in range(3)},
)
maybe_norms = st.fixed_dictionaries(
    {},
    optional={
        "x": numbers,
        "y": numbers,
        "few": st.integers(0, 4),
        "words": subsets(WORDS),
        "table": st.dictionaries(words, numbers, max_size=3),
    },
)
cases = st.builds(Known, maybe_facts, maybe_norms, st.sampled_from([None, *PHASES]),
                  st.frozensets(st.sampled_from(AROUND)))  # fmt: skip
possible_classes = st.lists(st.sampled_from(CLASSES), min_size=1, max_size=3, unique=True)


@settings(
    max_examples=RULESETS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    rulesets(),
    st.lists(st.tuples(cases, possible_classes.map(tuple)), min_size=CASES, max_size=CASES),
)
def test_every_rule_has_the_truth_that_brute_force_gives_it(ruleset, asked):
    engine = durable.DurableEngine()
    for known, possible in [(Known({}, {}), CLASSES), *asked]:
        findings = engine.findings(ruleset, known)
        assert findings == brute_run(ruleset, ("findings", "classes"), known, {}, possible)
        after = engine.consequences(ruleset, known, findings, possible)
        assert after == brute_run(ruleset, ("consequences",), known, findings, possible)
