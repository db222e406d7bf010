"""A pack as plain data: all that a stranger needs to compute an outcome again.

What the files say stands under `sections`; beside it what reading them made of it: the conditions
as trees, the rules in the order in which they run, and how facts follow from others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel

from kansrijk.case.derive import beneath, derivations, norms_named
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    ClassIs,
    Compare,
    Condition,
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
from kansrijk.pack.numbers import exact
from kansrijk.pack.pack import Pack, PackRule, facts_in, leaves, parts
from kansrijk.pack.vocabulary import ChildAge, GestationalAge, Norm
from kansrijk.screening.askable import weights_of
from kansrijk.workbench.derived import derivation

Data = dict[str, Any]
ByTime = ChildAge | GestationalAge
"""What follows from the events of a case, and not from its facts."""
FORM = 1
"""The number of the shape, for who reads it."""


def compiled(pack: Pack) -> Data:
    """The pack as JSON holds it; the same pack gives the same bytes."""
    made, functions = Conditions(pack), derivations(pack)
    sections = pack.sections
    return {
        "form": FORM,
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "classes": list(sections.classes.classes),
        "words": [id for id, fact in sections.facts.items() if fact.type == "text"],
        "norms": {id: list(_rows(norm)) for id, norm in sections.norms.items()},
        "derived": [
            {"fact": id, "norms": list(norms_named(function)), "is": plain(derivation(function))}
            for id, function in functions.items()
            if not isinstance(function, ByTime)
        ],
        "rules": [made.rule(rule) for rule in pack.rules],
        "readings": [
            {"id": one.id, **made.rule(next(rule for rule in one.rules if rule.key == one.key))}
            for one in pack.readings
        ],
        "plausibility": [made.rule(rule) for rule in pack.plausibility],
        "ask_if": [made.rule(rule) for rule in pack.ask_if],
        "offers": [made.rule(rule) for rule in pack.offers],
        "sections": _sections(pack),
    }


def _sections(pack: Pack) -> Data:
    """What the files say; the tests are kept out, and the changelog is not even named."""
    said: Data = plain(pack.sections.model_copy(update={"tests": {}}))
    del said["changelog"]
    return said


def _rows(norm: Norm) -> Iterator[Data]:
    """The values of a norm, each with its first day and the one after its last."""
    rows = norm.values or ()
    if norm.values is None:
        days: Data = {"from": None, "until": None, "review": None}
        rests = {"sources": norm.source, "basis": norm.basis}
        yield plain({**days, "value": _words(norm.value), **rests})
    for row, after in zip_longest(rows, rows[1:]):
        ends = [day for day in (row.until, after and after.from_) if day]
        days = {"from": row.from_, "until": min(ends, default=None), "review": row.review}
        rests = {"sources": row.source or norm.source, "basis": row.basis or norm.basis}
        yield plain({**days, "value": _words(row.value), **rests})


def _words(value: Any) -> Any:
    """One word is a list of it, so that what a fact is held against is always a list."""
    return [value] if isinstance(value, str) else value


def plain(value: Any) -> Any:
    """Data as JSON holds it: a number that is not whole as `{"n/d": "7/10"}`, which no key is."""
    match value:
        case BaseModel():
            fields = type(value).model_fields.items()
            return {of.alias or name: plain(getattr(value, name)) for name, of in fields}
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case date():
            return value.isoformat()
        case None | bool() | str():
            return value
    number = exact(value)
    return {"n/d": str(number)} if isinstance(number, Fraction) else number


class Conditions:
    """Conditions as `{op, items, shows}`, or `{kind: id}` for another rule.

    `shows` is what stands in `because` beside the truth. An item is a condition or a formula.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.asked = Counter(fact for rule in pack.rules for fact in facts_in(rule.when))
        functions = derivations(pack).items()
        self.by_time = {id for id, function in functions if isinstance(function, ByTime)}

    def rule(self, rule: PackRule) -> Data:
        """`by_events`: it looks at the phase, an age, or what is going on."""
        named = {fact for leaf in leaves(rule.when) for fact in _named(leaf)}
        looked_at = beneath(self.pack, named, frozenset())
        events = any(isinstance(leaf, PhaseIs | After) for leaf in leaves(rule.when))
        return {
            "key": rule.key,
            "stratum": rule.stratum,
            "by_events": events or not looked_at.isdisjoint(self.by_time),
            "when": self.of(rule.when),
        }

    def of(self, condition: Condition) -> Data:
        match condition:
            case All(items):
                return self._count("all", len(items), 0, [""] * len(items), items)
            case AnyOf(items):
                return self._count("any", 1, 0, [""] * len(items), items)
            case Count(at_least, items, domains, of):
                numbers = bound(at_least), bound(domains or 0)
                return self._count("count", *numbers, list(of), items)
            case FirstKnown(ways):
                return {**self._op("first_known", ways), "may_turn": self._may_turn(ways)}
            case Not(item):
                return self._op("not", (item,))
        return leaf(condition)

    def _op(self, op: str, items: Iterable[Condition]) -> Data:
        return {"op": op, "items": [[self.of(item) for item in items]], "shows": {"op": op}}

    def _count(self, op: str, *numbers: Any) -> Data:
        """At least so many of the items, over so many domains, of which each has one."""
        *asked, items = numbers
        counted = [*asked, [self.of(item) for item in items]]
        return {"op": "count", "items": counted, "shows": {"op": op}}

    def _may_turn(self, ways: tuple[Condition, ...]) -> bool:
        """Whether something else may have a way before the last asked, which then counts."""
        turning = (Rule, Answered, FirstKnown)
        if any(isinstance(part, turning) for way in ways for part in parts(way)):
            return True
        inside = Counter(fact for way in ways for fact in facts_in(way))
        earlier = {fact for way in ways[:-1] for fact in facts_in(way)}
        elsewhere = beneath(self.pack, self.asked - inside, frozenset())
        looked_at = beneath(self.pack, earlier, frozenset())
        return bool(elsewhere & looked_at or weights_of(self.pack).keys() & looked_at)


def _named(leaf: Condition) -> Iterator[str]:
    yield from facts_in(leaf)
    if isinstance(leaf, Answered):
        yield leaf.fact


def leaf(condition: Condition) -> Data:
    """A test, as `because` shows it once what it asks has been worked out."""
    match condition:
        case OneOf(fact, values):
            words = bound(values) if isinstance(values, NormRef) else plain(values)
            return {"op": "one_of", "items": [{"fact": fact}, words], "shows": {"fact": fact}}
        case Compare(fact, comparator, asked):
            items = [{"fact": fact}, bound(asked)]
            return {"op": comparator, "items": items, "shows": {"fact": fact}}
        case Answered(fact):
            shows = {"fact": fact, "test": {"answered": True}}
            return {"op": "known", "items": [{"fact": fact}], "may_turn": True, "shows": shows}
        case Rule(key):
            kind, _, id = key.partition(":")
            return {kind: id}
        case ClassIs(ids):
            return _at("class", "class", ids)
        case MayBe(ids):
            return _at("meets", "may_be", ids)
        case PhaseIs(ids):
            return _at("meets", "phase", ids)
    assert isinstance(condition, After)
    return _at("meets", "after", condition.names)


def _at(op: str, kind: str, ids: Iterable[str]) -> Data:
    """Of what is possible or so on the day, some or all are among these."""
    now = "possible" if kind in ("class", "may_be") else kind
    return {"op": op, "items": [{"now": now}, list(ids)], "shows": {kind: list(ids)}}


def bound(asked: Any) -> Any:
    """What a fact is held against: a number, a norm (of a table the column by a fact), a fact."""
    match asked:
        case NormRef(norm, None):
            return {"norm": norm}
        case NormRef(norm, by):
            return {"op": "cell", "items": [{"norm": norm}, {"fact": by}]}
        case FactRef(fact):
            return {"fact": fact}
    return plain(asked)
