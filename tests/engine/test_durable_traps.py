"""The traps of durable-rules 2.0.28, each with the test that falls where we would step in.

The first half asks our engine; the second shows the package's own traps, in a process apart
because some end it, so that we notice it when a release takes one away or adds one.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from fractions import Fraction

import pytest

import kansrijk
from kansrijk.engine import durable
from kansrijk.engine.clauses import Atom
from kansrijk.engine.durable import DurableEngine, EngineError
from kansrijk.engine.positive import Goal
from kansrijk.engine.ruleset import Known, Ruleset
from kansrijk.pack.condition import (
    All,
    AnyOf,
    Compare,
    Count,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    Rule,
)
from kansrijk.pack.pack import PackRule

pytestmark = pytest.mark.skipif(
    not durable.available(), reason="durable-rules is not installed here"
)

YES = OneOf("b", (True,))
hashes = itertools.count()


def ruleset_of(*conditions, values=None):
    rules = tuple(PackRule(f"r{n}", "findings", when) for n, when in enumerate(conditions))
    return Ruleset(f"traps-{next(hashes)}", rules, values or {"b": (False, True)})


def findings(ruleset, facts, norms=None):
    return DurableEngine().findings(ruleset, Known(facts, norms or {}))


def truths(conditions, facts, norms=None):
    found = findings(ruleset_of(*conditions), facts, norms)
    assert list(found) == [f"r{n}" for n in range(len(found))]
    return list(found.values())


class Core:
    """The package's C module, of which a test replaces or watches some calls."""

    def __init__(self, **calls):
        self._real = durable._core()
        self._calls = calls

    def __getattr__(self, name):
        return self._calls.get(name) or getattr(self._real, name)


@pytest.fixture
def replaced(monkeypatch):
    def replace(**calls):
        core = Core(**calls)
        monkeypatch.setattr(durable, "_core", lambda: core)
        return core._real

    return replace


# --- what is asserted, and when ------------------------------------------------------------------


def test_nothing_known_at_all_gives_unknown_and_no_crash():
    ruleset = ruleset_of(YES, Not(YES), Compare("n", "above", 1), Count(1, (YES,)))
    for _ in range(100):
        assert set(findings(ruleset, {}).values()) == {None}


def test_a_ruleset_without_rules_and_one_without_a_truth():
    assert findings(ruleset_of(), {"b": True}) == {}
    assert truths([FirstKnown(())], {"b": True}) == [None]
    assert truths([FirstKnown(()), All(()), AnyOf(())], {}) == [None, True, False]


def test_cases_in_turn_do_not_see_each_other():
    ruleset = ruleset_of(YES, Compare("n", "at_least", 18))
    for _ in range(200):
        assert list(findings(ruleset, {"b": True, "n": 17}).values()) == [True, False]
        assert list(findings(ruleset, {}).values()) == [None, None]
        assert list(findings(ruleset, {"b": False}).values()) == [False, None]


def test_one_case_twice_is_no_repeated_fact():
    ruleset = ruleset_of(YES)
    assert [findings(ruleset, {"b": True}) for _ in range(3)] == [{"r0": True}] * 3


def test_only_small_integers_under_our_own_names_are_asserted(replaced):
    facts = []

    def assert_fact(handle, fact):
        facts.append(fact)
        return real.assert_fact(handle, fact)

    real = replaced(assert_fact=assert_fact)
    conditions = [
        YES,
        OneOf("word", ('"}{',)),
        OneOf("closed", ("y",)),
        Compare("n", "above", NormRef("x")),
        Count(2, (YES, Compare("n", "below", Fraction(1, 3)))),
        FirstKnown((OneOf("absent", ("y",)), Rule("r0"))),
    ]
    ruleset = ruleset_of(*conditions, values={"b": (False, True), "closed": ("x", "y")})
    findings(ruleset, {"b": True, "word": '"}{', "closed": "?", "n": Fraction(10**30, 7)}, {"x": 1})
    assert len(facts) > 2
    for fact in facts:
        assert re.fullmatch(r'\{"id":"f","h":1(,"[au]\d+":-?\d)*\}', fact)


def test_no_definition_leaves_the_fragment(replaced):
    definitions = []

    def create_ruleset(name, definition):
        definitions.append(json.loads(definition))
        return real.create_ruleset(name, definition)

    real = replaced(create_ruleset=create_ruleset)
    wide = tuple(Compare(f"n{i}", "at_least", 1) for i in range(300))
    truths([*wide, All(wide), *[AnyOf(wide[i : i + 30]) for i in range(0, 270, 3)]], {"n1": 1})
    for definition in definitions:
        header, *rules = definition.values()
        assert header == {"all": [{"m": {"h": 1}}]}
        assert len(rules) <= durable.MAX_RULES < 63
        assert all(list(rule) == ["all"] and len(rule["all"]) == 1 for rule in rules)
        patterns = [rule["all"][0]["m"]["$and"] for rule in rules]
        assert all(pattern[0] == {"h": 1} for pattern in patterns)
        names = set(re.findall(r"[au]\d+", json.dumps(patterns)))
        assert len(names) <= durable.MAX_PROPERTIES < 250


# --- sizes ---------------------------------------------------------------------------------------


def test_600_distinct_conditions():
    conditions = [Compare("n", "at_least", bound) for bound in range(600)]
    assert truths(conditions, {"n": 299}) == [True] * 300 + [False] * 300


def test_300_rules_of_one_condition():
    assert truths([YES] * 300, {"b": True}) == [True] * 300


def test_many_rules_match_one_fact():
    conditions = [Not(OneOf("word", (f"not {n}",))) for n in range(200)]
    assert truths(conditions, {"word": "else"}) == [True] * 200


def test_300_facts_in_one_condition():
    wide = tuple(Compare(f"n{i}", "at_least", 1) for i in range(300))
    every = {f"n{i}": 1 for i in range(300)}
    asked = [All(wide), AnyOf(wide), FirstKnown(wide), Not(All(wide)), Count(300, wide)]
    ruleset = ruleset_of(*asked)
    for facts, expected in [
        (every, [True, True, True, False, True]),
        ({**every, "n299": 0}, [False, True, True, True, False]),
        ({"n299": 0}, [False, None, False, True, False]),
        ({"n299": 1}, [None, True, True, None, None]),
        ({}, [None] * 5),
    ]:
        assert list(findings(ruleset, facts).values()) == expected


def test_a_product_of_sums_is_split_in_parts():
    sums = tuple(
        AnyOf(tuple(Compare(f"n{i}", "at_least", k) for k in (1, 2, 3, 4))) for i in range(9)
    )
    asked = [All(sums), FirstKnown((All(sums), YES)), Not(AnyOf(tuple(map(Not, sums))))]
    ones = {f"n{i}": 1 for i in range(9)}
    assert truths(asked, {**ones, "b": False}) == [True, True, True]
    assert truths(asked, {**ones, "n8": 0, "b": True}) == [False, False, False]
    assert truths(asked, {"n0": 1, "b": True}) == [None, True, None]


def test_rules_that_look_at_rules_over_fifty_rounds():
    chain = [YES, *(Not(Rule(f"r{n}")) for n in range(50))]
    assert truths(chain, {"b": True}) == [n % 2 == 0 for n in range(51)]
    assert truths(chain, {}) == [None] * 51


# --- values --------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["18", True, 18.0, (18,)])
def test_only_numbers_are_compared_with_numbers(value):
    with pytest.raises(EngineError) as caught:
        truths([Compare("n", "at_least", 17)], {"n": value})
    assert str(caught.value) == "`n` is not a number"


def test_a_norm_is_a_number_a_table_or_a_list_where_it_must_be():
    for when, text in [
        (Compare("n", "above", NormRef("x")), "`x` is not a number"),
        (Compare("n", "above", NormRef("x", "b")), "norm `x` is not a table"),
        (OneOf("n", NormRef("y")), "norm `y` is not a list"),
        (Count(NormRef("x"), (YES,)), "`x` is not a number"),
    ]:
        with pytest.raises(EngineError, match=f"^{text}$"):
            truths([when], {"n": 1, "b": True}, {"x": "18", "y": 3})


def test_values_of_different_types_are_never_equal():
    conditions = [OneOf("v", ("18",)), OneOf("v", (18, 19)), OneOf("v", (True,)), OneOf("v", (1,))]
    assert truths(conditions, {"v": "18"}) == [True, False, False, False]
    assert truths(conditions, {"v": 18}) == [False, True, False, False]
    assert truths(conditions, {"v": True}) == [False, False, True, False]
    assert truths(conditions, {"v": 1}) == [False, False, False, True]
    assert truths(conditions, {"v": ""}) == [False] * 4


def test_numbers_are_exact_beside_a_bound():
    for tiny in (Fraction(1, 10**12), Fraction(1, 10**30)):
        for bound in (18, 10**30, Fraction(1345, 7)):
            asked = [Compare("n", c, bound) for c in ("at_least", "at_most", "above", "below")]
            assert truths(asked, {"n": bound}) == [True, True, False, False]
            assert truths(asked, {"n": bound + tiny}) == [True, False, True, False]
            assert truths(asked, {"n": bound - tiny}) == [False, True, False, True]


def test_a_norm_that_lists_one_word_lists_no_part_of_it():
    asked = [OneOf("v", NormRef("words"))]
    assert truths(asked, {"v": "abc"}, {"words": "abc"}) == [True]
    assert truths(asked, {"v": "b"}, {"words": "abc"}) == [False]
    assert truths(asked, {"v": "b"}, {"words": ("a", "b")}) == [True]
    assert truths(asked, {"v": "b"}) == [None]


# --- logic ---------------------------------------------------------------------------------------


def test_two_true_alternatives_give_one_truth():
    number = Compare("n", "above", 1)
    asked = [AnyOf((YES, number)), Not(AnyOf((YES, number))), Count(1, (YES, number))]
    assert truths(asked, {"b": True, "n": 2}) == [True, False, True]


def test_what_is_not_true_is_false_only_when_it_is_known():
    nobody = Not(AnyOf((YES, Compare("n", "above", 1))))
    assert truths([nobody], {"b": False, "n": 1}) == [True]
    assert truths([nobody], {"b": False}) == [None]
    assert truths([nobody], {"n": 2}) == [False]


def test_order_of_rules_and_of_facts_does_not_matter():
    named = {"x": YES, "y": Not(YES), "z": All((YES, Compare("n", "above", 1)))}
    facts = {"b": True, "n": 2, "other": "x"}
    for rules in itertools.permutations(named.items()):
        ordered = tuple(PackRule(key, "findings", when) for key, when in rules)
        ruleset = Ruleset(f"traps-{next(hashes)}", ordered, {"b": (False, True)})
        for items in itertools.permutations(facts.items()):
            assert findings(ruleset, dict(items)) == {"x": True, "y": False, "z": True}


# --- errors --------------------------------------------------------------------------------------


def failing(replaced, name, result):
    """Lets a call fail from the second fact on: the first is the one that readies a session."""
    calls = itertools.count()

    def call(*args):
        if next(calls) == 0:
            return getattr(real, name)(*args)
        if isinstance(result, BaseException):
            raise result
        return result

    real = replaced(**{name: call})


@pytest.mark.parametrize(
    ("name", "result", "text"),
    [
        ("assert_fact", (1, 1), "durable-rules refused a fact, status 1"),
        ("assert_fact", (2, 1), "durable-rules refused a fact, status 2"),
        ("assert_fact", (3, 1), "durable-rules refused a fact, status 3"),
        ("start_action_for_state", None, "durable-rules did not start, or its state is odd"),
        (
            "start_action_for_state",
            ('{"exception":"x"}', "{}"),
            "durable-rules did not start, or its state is odd",
        ),
        (
            "start_action_for_state",
            (durable._STATE, '{"00":{}}'),
            "durable-rules did not fire the header",
        ),
    ],
)
def test_whatever_is_odd_is_an_error_and_not_an_answer(replaced, monkeypatch, name, result, text):
    failing(replaced, name, result)
    ruleset = ruleset_of(YES)
    with pytest.raises(EngineError) as caught:
        findings(ruleset, {"b": True})
    assert str(caught.value) == text
    monkeypatch.undo()
    assert findings(ruleset, {"b": True}) == {"r0": True}


def test_an_error_of_the_package_is_ours(replaced, monkeypatch):
    failing(replaced, "complete_and_start_action", durable._core().error("made up"))
    ruleset = ruleset_of(YES)
    with pytest.raises(EngineError, match="durable-rules failed: made up"):
        findings(ruleset, {"b": True})
    monkeypatch.undo()
    assert findings(ruleset, {"b": True}) == {"r0": True}


def test_an_interrupted_case_leaves_nothing_behind(replaced, monkeypatch):
    failing(replaced, "start_action_for_state", KeyboardInterrupt())
    ruleset = ruleset_of(YES)
    with pytest.raises(KeyboardInterrupt):
        findings(ruleset, {"b": True})
    monkeypatch.undo()
    assert findings(ruleset, {"b": False}) == {"r0": False}


def test_a_rule_both_true_and_false_is_an_error(monkeypatch):
    ruleset = ruleset_of(YES)
    findings(ruleset, {"b": True})
    ((_, (session,)),) = durable._kept[(ruleset.hash, False)]._rounds
    fired = iter(['{"00":{}}', '{"01":{}}', None])
    monkeypatch.setattr(session, "_core", Core(complete_and_start_action=lambda *_: next(fired)))
    with pytest.raises(EngineError, match="`r0` came out both true and false"):
        findings(ruleset, {"b": True})
    assert findings(ruleset, {"b": True}) == {"r0": True}


def test_a_session_that_never_fired_is_never_deleted(replaced):
    deleted = []
    replaced(assert_fact=lambda *_: (1, 1), delete_state=lambda *call: deleted.append(call))
    with pytest.raises(EngineError, match="refused a fact, status 1"):
        findings(ruleset_of(YES), {"b": True})
    assert not deleted


def test_a_rule_without_a_truth_is_an_error_and_not_unknown():
    with pytest.raises(EngineError, match="rule `r1` is looked at before it has a truth"):
        findings(ruleset_of(Rule("r1"), YES), {})
    with pytest.raises(EngineError, match="the class is looked at before it is known"):
        findings(ruleset_of(MayBe(("high",))), {})
    rules = (PackRule("r0", "findings", YES), PackRule("r1", "consequences", Rule("r0")))
    with pytest.raises(EngineError, match="rule `r0` has no truth"):
        DurableEngine().consequences(
            Ruleset(f"traps-{next(hashes)}", rules, {}), Known({}, {}), {}, ("high",)
        )


def readings(*numbers):
    return Goal("r0", True, tuple(Atom(number, "==", 1) for number in numbers))


@pytest.mark.parametrize(
    ("goals", "portions"),
    [
        ([readings(1)] * 40, [40]),
        ([readings(1)] * 81, [40, 40, 1]),
        ([readings(*range(180)), readings(0)], [2]),
        ([readings(*range(180)), readings(180)], [1, 1]),
        ([readings(*range(90)), readings(*range(90, 180)), readings(180), readings(0)], [2, 2]),
        ([readings(*range(181)), readings(0)], [1, 1]),
        ([], []),
    ],
)
def test_a_session_takes_40_rules_and_180_properties(goals, portions):
    found = list(durable._chunks(goals))
    assert [len(portion) for portion in found] == portions
    assert [goal for portion in found for goal in portion] == goals


def test_a_name_with_the_hash_of_another_is_found():
    durable.check_names(["liquid", "costar", "h", "a1"])
    with pytest.raises(EngineError, match=r"^two property names have one hash$"):
        durable.check_names(["liquid", "a1", "costarring"])


def test_every_name_that_the_package_gets_is_held_against_the_others(replaced, monkeypatch):
    seen, checked = [], []

    def create_ruleset(name, definition):
        seen.append(definition)
        return real.create_ruleset(name, definition)

    real = replaced(create_ruleset=create_ruleset)
    monkeypatch.setattr(durable, "check_names", checked.append)
    truths([YES, FirstKnown((Compare("n", "above", 1), YES))], {"b": True})
    assert len(seen) == len(checked) == 1
    (names,) = checked
    in_rules = set(re.findall(r'"(h|[au]\d+)":', seen[0]))
    # Those of the fact and of the session in it, and what the package itself sets.
    assert in_rules | {"id", "sid", "$s", "$forward"} <= set(names)
    assert len(set(names)) == len(names)


# --- threads, memory, import ---------------------------------------------------------------------


def test_eight_threads():
    ruleset = ruleset_of(YES, Compare("n", "at_least", 18), Count(2, (YES, Rule("r1"))))
    others = [ruleset_of(Not(YES)) for _ in range(8)]

    def work(seed):
        for n in range(400):
            yes, number = (n + seed) % 2 == 0, 17 + (n * seed) % 3
            old = number >= 18
            expected = {"r0": yes, "r1": old, "r2": yes and old}
            assert findings(ruleset, {"b": yes, "n": number}) == expected
            assert findings(others[n % 8], {"b": yes}) == {"r0": not yes}
        return True

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))


def test_no_thread_is_started():
    before = threading.active_count()
    truths([YES], {"b": True})
    assert threading.active_count() == before
    assert "durable.engine" not in sys.modules


def test_a_ruleset_that_was_put_away_is_made_again(monkeypatch):
    first = ruleset_of(YES)
    assert findings(first, {"b": True}) == {"r0": True}
    for _ in range(durable.KEEP + 3):
        truths([Not(YES)], {"b": True})
    assert len(durable._kept) == durable.KEEP
    assert (first.hash, False) not in durable._kept
    assert findings(first, {"b": False}) == {"r0": False}


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="no /proc here")
def test_memory_stays_flat():
    conditions = [Compare(f"n{i}", "at_least", 1) for i in range(60)]
    for _ in range(durable.KEEP + 3):
        truths(conditions, {"n1": 1})
    before = resident()
    for _ in range(3 * durable.KEEP):  # some 300 MB, were they not deleted
        truths(conditions, {"n1": 1})
    ruleset = ruleset_of(YES)
    for n in range(10_000):
        findings(ruleset, {"b": n % 2 == 0})
    assert resident() - before < 40


def test_it_is_imported_where_it_is_used_only():
    code = (
        "import sys, kansrijk.engine.durable\n"
        "assert not [name for name in sys.modules if name.startswith('durable')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=environment())


def test_it_is_not_available_where_it_cannot_be_imported(monkeypatch):
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    durable.available.cache_clear()
    try:
        assert not durable.available()
        # Then the reference engine runs alone, and a choice of the other is refused.
        assert kansrijk.installed_engines() == ("reference",)
        case = kansrijk.Case(case="t-1")
        pack = kansrijk.load_pack("hoogeveen", tests=False)
        result = kansrijk.assess(pack, case, on=date(2026, 11, 21))
        assert result.to_dict()["receipt"]["engines"].keys() == {"reference"}
        with pytest.raises(kansrijk.InputError):
            kansrijk.assess(pack, case, on=date(2026, 11, 21), engines=["durable"])
    finally:
        durable.available.cache_clear()


def test_an_outcome_says_that_it_ran():
    assert DurableEngine().name == "durable"
    assert "durable" in kansrijk.installed_engines()


def test_the_version_is_the_one_that_was_measured():
    assert durable.available()
    assert durable.version() == "2.0.28"


# --- the package by itself -----------------------------------------------------------------------

PREAMBLE = """
import json, sys
import durable_rules_engine as core
def make(patterns, **more):
    rules = {f"r{n}": {"all": [{"m": p}]} for n, p in enumerate(patterns)}
    return core.create_ruleset("x", json.dumps(rules))
def fire(handle, fact):
    status, state = core.assert_fact(handle, json.dumps(fact))
    started = core.start_action_for_state(handle, state)
    fired, message = [], started and started[1]
    while message:
        fired.append(message[2:message.index('"', 2)])
        message = core.complete_and_start_action(handle, state)
    return status, fired
"""


def environment():
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "MALLOC_PERTURB_": "165"}


def raw(code, timeout=20):
    return subprocess.run(
        [sys.executable, "-c", PREAMBLE + code],
        capture_output=True,
        text=True,
        timeout=timeout,
        env=environment(),
    )


def test_the_package_answers_these_wrong():
    code = """
def one(pattern, fact):
    return fire(make([pattern]), fact)[1] == ["r0"]
def error(handle, fact):
    try:
        core.assert_fact(handle, json.dumps(fact))
    except core.error as error:
        return str(error)[-3:]
every = {f"x{i}": 1 for i in range(65)}
odd = {
    "text below number": one({"$lt": {"x": 20}}, {"x": "18"}),
    "true is 1": one({"x": 1}, {"x": True}),
    "text above number": one({"$gte": {"x": 25}}, {"x": "abc"}),
    "colliding names": one({"liquid": 1}, {"costarring": 1}),
    "second property ignored": one({"x": 1, "y": 2}, {"x": 1}),
    "none is present": one({"$ex": {"x": 1}}, {"x": None}),
    "fires": len(fire(make([{"$or": [{"x": 1}, {"y": 1}]}]), {"x": 1, "y": 1})[1]),
    "unmatched": core.assert_fact(make([{"x": 1}]), '{"y": 1}')[0],
    "65 conditions": error(make([{f"x{i}": 1} for i in range(65)]), every),
    "253 properties": error(make([{"x": 1}]), {f"x{i}": 1 for i in range(255)}),
}
twice = make([{"x": 1}])
odd["twice"] = [core.assert_fact(twice, '{"x": 1}')[0] for _ in range(2)]
print(json.dumps(odd))
"""
    shown = raw(code)
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout) == {
        "text below number": True,
        "true is 1": True,
        "text above number": True,
        "colliding names": True,
        "second property ignored": True,
        "none is present": True,
        "fires": 2,
        "unmatched": 1,
        "65 conditions": "303",
        "253 properties": "302",
        "twice": [0, 2],
    }


@pytest.mark.parametrize(
    "code",
    [
        'h = make([{"x": 1}]); core.assert_fact(h, \'{"y": 1}\'); core.delete_state(h, "0")',
        'h = make([{"x": 1}] * 300); sys.exit(len(fire(h, {"x": 1})[1]) != 300)',
        'h = make([{"$gte": {"x": n}} for n in range(600)]); fire(h, {"x": -1})',
    ],
    ids=["deleting a state that never fired", "300 rules of one condition", "600 conditions"],
)
def test_the_package_refuses_hangs_or_dies_of_these(code):
    with contextlib.suppress(subprocess.TimeoutExpired):
        assert raw(code, timeout=3).returncode != 0


def test_the_host_of_the_package_starts_threads():
    code = "import threading, durable.engine as e; e.Host(); print(threading.active_count())"
    assert int(raw(code).stdout) > 1
