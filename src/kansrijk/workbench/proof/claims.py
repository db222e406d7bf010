"""What is to hold of a pack: each claim as a formula, and as a look at a case that would show it.

A claim `for_all` holds where no case makes its formula true; any other where some case does. The
formula may allow more than real cases do, so a case counts only once it was looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal, get_args

import z3

from kansrijk.engine.reference import View, test_of
from kansrijk.engine.ruleset import NormValue
from kansrijk.pack.condition import (
    After,
    All,
    Condition,
    FirstKnown,
    Leaf,
    Not,
    Rule,
    Value,
)
from kansrijk.pack.pack import Pack, PackRule, Stratum, facts_in, norms_in, parts
from kansrijk.pack.rules import finding_key
from kansrijk.screening.questions import class_rules, with_those_before
from kansrijk.workbench.proof.decided import CRITERION, Decided
from kansrijk.workbench.proof.formulas import Formulas
from kansrijk.workbench.proof.levels import level_in, levels
from kansrijk.workbench.proof.symbols import all_of
from kansrijk.workbench.proof.without import left_out

Kind = Literal[
    "can_be_true",
    "can_be_false",
    "part_matters",
    "is_a_reason",
    "told_is_known",
    "class_reached",
    "criterion_matters",
    "never_lower",
    "apart",
]
FINDINGS = ("criterion", "signal")


@dataclass(frozen=True, slots=True)
class Claim:
    """`about` is the rule or class by its key; `other` another rule that it names. `part` is the
    place of a leaf in the rule, from left to right, and `named` the rule that the leaf names, if
    any. `keys` are the rules that it looks at."""

    kind: Kind
    about: str
    keys: frozenset[str]
    formula: Callable[[Formulas], Any]
    seen: Callable[[View], bool]
    for_all: bool = False
    other: str = ""
    part: int = -1
    named: str = ""


def claims(pack: Pack) -> Iterator[Claim]:
    """In the order in which rules look at each other, so what was proved helps with what comes: of
    a finding what makes it true, of the classes which there are at all."""
    for stratum in get_args(Stratum):
        if stratum == "classes":
            yield from _of_classes(pack)
        for rule in pack.rules:
            if rule.stratum == stratum:
                yield from _of_rule(pack, rule)
    yield from _pairs(pack)


def _of_rule(pack: Pack, rule: PackRule) -> Iterator[Claim]:
    kind, _, id = rule.key.partition(":")
    keys = with_those_before(pack, [rule.key])
    if kind != "class":
        yield _can_be(rule.key, keys, True)
    if kind in FINDINGS:
        yield _can_be(rule.key, keys, False)
        yield _told(pack, rule.key, keys)
    reasons = pack.sections.actions[id].for_ if kind == "action" else ()
    for reason in reasons:
        yield _reason(pack, rule.key, finding_key(pack.sections, reason))
    for part, (leaf, rest) in enumerate(left_out(rule.when)):
        # What calls for an action is its reason, whatever the action asks besides.
        if rest is not None and not (kind == "action" and _calls_for(leaf, reasons)):
            yield _part(rule, keys, part, (leaf, rest))


def _can_be(key: str, keys: frozenset[str], truth: bool) -> Claim:
    def formula(formulas: Formulas) -> Any:
        rule = formulas.rule(key)
        return rule.true if truth else rule.false

    kind: Kind = "can_be_true" if truth else "can_be_false"
    return Claim(kind, key, keys, formula, lambda view: view.truths[key] is truth)


def _calls_for(leaf: Leaf, reasons: Sequence[str]) -> bool:
    named = isinstance(leaf, Rule) and leaf.key.partition(":")[2] in reasons
    return named or isinstance(leaf, After)


def _reason(pack: Pack, action: str, finding: str) -> Claim:
    """There is a case in which the action is called for while the finding is there."""

    def formula(formulas: Formulas) -> Any:
        return z3.And(formulas.rule(action).true, formulas.rule(finding).true)

    def seen(view: View) -> bool:
        return view.truths[action] is True and view.truths[finding] is True

    keys = with_those_before(pack, [action, finding])
    return Claim("is_a_reason", action, keys, formula, seen, other=finding)


def _part(
    rule: PackRule, keys: frozenset[str], part: int, without: tuple[Leaf, Condition]
) -> Claim:
    """Without this part the rule is another for some case."""
    key, (leaf, rest) = rule.key, without
    own_test, test = test_of(leaf), test_of(rest)
    named = leaf.key if isinstance(leaf, Rule) else ""
    adds = not any(isinstance(one, All | Not | FirstKnown) for one in parts(rule.when))

    def formula(formulas: Formulas) -> Any:
        whole, less = formulas.rule(key), formulas.of(rest)
        if not adds:
            return whole.differs_from(less)
        # The same where a part can only help, said so that the solver begins with the part.
        own = formulas.of(leaf)
        true = z3.And(own.true, whole.true, z3.Not(less.true))
        return z3.Or(true, z3.And(z3.Not(own.false), less.false, z3.Not(whole.false)))

    def seen(view: View) -> bool:
        own, whole = own_test(view), view.truths[key]
        if adds and (own is False or (own is None and whole is not None)):
            return False  # It does not help; to look at all the rest takes much longer.
        return test(view) is not whole

    return Claim("part_matters", key, keys, formula, seen, part=part, named=named)


def _told(pack: Pack, key: str, keys: frozenset[str]) -> Claim:
    """Once everything that it asks is told, it is true or false: no value falls between two. Of a
    table that says why it has a gap, only what it has is asked."""
    asked = {fact for rule in pack.rules if rule.key in keys for fact in facts_in(rule.when)}
    tables = _with_a_gap(pack, keys)

    def formula(formulas: Formulas) -> Any:
        symbols = formulas.symbols
        known = [symbols.fact(id).known for id in sorted(asked)]
        columns = [(by, table) for id, by in tables if (table := _columns(formulas.norms, id))]
        meant = [symbols.fact(by).is_one_of(table) for by, table in columns]
        return z3.And(all_of([*known, *meant], formulas.ctx), formulas.rule(key).unknown)

    def seen(view: View) -> bool:
        facts, norms = view.known.facts, view.known.norms
        columns = [(by, table) for id, by in tables if (table := _columns(norms, id))]
        meant = all(facts.get(by) in table for by, table in columns)
        return view.truths[key] is None and facts.keys() >= asked and meant

    return Claim("told_is_known", key, keys, formula, seen, for_all=True)


def _with_a_gap(pack: Pack, keys: frozenset[str]) -> list[tuple[str, str]]:
    """The tables that these rules look at and that say why they have a gap, each with its fact."""
    norms = pack.sections.norms
    named = {norm for rule in pack.rules if rule.key in keys for norm in norms_in(rule.when)}
    return [(id, by) for id in sorted(named) if norms[id].gap and (by := norms[id].by)]


def _columns(norms: Mapping[str, NormValue], id: str) -> tuple[Value, ...]:
    """Those of a table on the day; none where it is in a gap itself."""
    table = norms.get(id)
    return tuple(table) if isinstance(table, Mapping) else ()


def _of_classes(pack: Pack) -> Iterator[Claim]:
    keys = class_rules(pack)
    for place, id in enumerate(pack.sections.classes.classes):
        yield _reached(pack, keys, place, f"class:{id}")
    for key in [rule.key for rule in pack.rules if rule.key in keys]:
        if key.startswith(CRITERION):
            one = Decided(pack, key, keys)
            yield Claim("criterion_matters", key, keys, one.other_class, one.sees_another)
            if not one.may_lower and not one.only_raises:
                lower, sees = one.lower_class, one.sees_a_lower
                yield Claim("never_lower", key, keys, lower, sees, for_all=True)


def _reached(pack: Pack, keys: frozenset[str], place: int, key: str) -> Claim:
    def formula(formulas: Formulas) -> Any:
        return levels(formulas)[place]

    def seen(view: View) -> bool:
        return level_in(pack, view.truths) == place

    return Claim("class_reached", key, keys, formula, seen)


def _pairs(pack: Pack) -> Iterator[Claim]:
    """Two findings that look at one fact can differ. Those that share none do where each can be
    true and false, which is a claim of its own."""
    findings = [rule.key for rule in pack.rules if rule.key.partition(":")[0] in FINDINGS]
    keys = {key: with_those_before(pack, [key]) for key in findings}
    facts = {
        key: {f for rule in pack.rules if rule.key in keys[key] for f in facts_in(rule.when)}
        for key in findings
    }
    for one, other in combinations(findings, 2):
        if not facts[one].isdisjoint(facts[other]):
            yield _apart(one, other, keys[one] | keys[other])


def _apart(one: str, other: str, keys: frozenset[str]) -> Claim:
    def formula(formulas: Formulas) -> Any:
        return z3.Xor(formulas.rule(one).true, formulas.rule(other).true)

    def seen(view: View) -> bool:
        return (view.truths[one] is True) != (view.truths[other] is True)

    return Claim("apart", one, keys, formula, seen, other=other)
