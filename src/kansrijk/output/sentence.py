"""A condition as one plain sentence, in a language of the pack.

Conditions that differ never read the same, but for groups of one and a double `not`, which say
nothing. Every label stands between quotes and every figure is exact, so that no label can be
taken for a word of the sentence; a group within a group is numbered.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from kansrijk.case.norms import NormOnDay
from kansrijk.output.layout import in_a_row
from kansrijk.output.words import Words
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    Bound,
    ClassIs,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    Leaf,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
    Value,
)

INLINE = 4
"""So many plain tests are said in one breath; more of them are numbered."""


def simplest(condition: Condition) -> Condition:
    """The condition without groups of one and without a double `not`."""
    match condition:
        case All((one,)) | AnyOf((one,)) | FirstKnown((one,)):
            return simplest(one)
        case All(items):
            return All(tuple(simplest(item) for item in items))
        case AnyOf(items):
            return AnyOf(tuple(simplest(item) for item in items))
        case FirstKnown(ways):
            return FirstKnown(tuple(simplest(way) for way in ways))
        case Count(at_least, of, domains, domain_of):
            return Count(at_least, tuple(simplest(item) for item in of), domains, domain_of)
        case Not(item):
            within = simplest(item)
            return within.item if isinstance(within, Not) else Not(within)
    return condition


def quoted(label: str, words: Words) -> str:
    """A label between quotes; a closing quote within it is doubled, so that its end is sure."""
    closing = words.say("named", label="")[-1]
    return words.say("named", label=" ".join(label.split()).replace(closing, closing * 2))


class Clause(NamedTuple):
    """A condition in words: one test or a few in one breath, or what is asked of `items`."""

    text: str
    items: tuple[Clause, ...] = ()


class Sentences(NamedTuple):
    """Words, with the norms of a day and the facts that pick their columns.

    Without `values` it is said of nobody in particular, and a norm by its figure alone: for where
    the norms stand beside it.
    """

    words: Words
    norms: Mapping[str, NormOnDay]
    values: Mapping[str, Value] | None

    def of(self, condition: Condition) -> str:
        """The sentence of a condition."""
        return self._numbered(self.clause(condition), "")

    def clause(self, condition: Condition) -> Clause:
        """The same as a list within a list."""
        return self._clause(simplest(condition))

    def _clause(self, condition: Condition) -> Clause:
        negated = isinstance(condition, Not)
        item = condition.item if isinstance(condition, Not) else condition
        if isinstance(item, Leaf):
            return Clause(self.test(item, negated=negated))
        items = parts_of(item)
        if isinstance(item, All | AnyOf) and _plain(items) and not negated:
            last = self.words.say("and" if isinstance(item, All) else "or")
            return Clause(f", {last} ".join(self._clause(one).text for one in items))
        # A `not` is said of a numbered group only, so that it is sure how far it goes.
        head = self._head(item, len(items), _not(negated))
        return Clause(head, tuple(self._clause(one) for one in items))

    def _numbered(self, clause: Clause, number: str) -> str:
        if not clause.items:
            return clause.text
        listed = [
            f"({number}{n}) {self._numbered(item, f'{number}{n}.')}"
            for n, item in enumerate(clause.items, start=1)
        ]
        return self.words.pair(clause.text, self.words.apart(listed))

    def _head(self, group: Condition, n: int, negated: str) -> str:
        if not isinstance(group, Count):
            return self.words.say(f"read_{_GROUPS[type(group)]}{negated}", n=n)
        asked = {"at_least": self._figure(group.at_least, None), "n": n}
        if group.domains is None:
            return self.words.say(f"read_count{negated}", **asked)
        domains = self._figure(group.domains, None)
        return self.words.say(f"read_count_domains{negated}", domains=domains, **asked)

    def test(self, leaf: Leaf, *, negated: bool = False) -> str:
        """One test of a fact, a rule, the class or the phase."""
        words, no = self.words, _not(negated)
        match leaf:
            case OneOf(fact, values):
                asked = self._values(fact, values)
                return words.say(f"read_is{no}", fact=self.label(fact), value=asked)
            case Compare(fact, comparator, bound):
                phrase = f"read_{words.compared(comparator, fact)}"
                asked = words.say(phrase, bound=self._figure(bound, fact))
                return words.say(f"read_is{no}", fact=self.label(fact), value=asked)
            case Answered(fact):
                return words.say(f"read_answered{no}", fact=self.label(fact))
            case Rule(key):
                kind = key.partition(":")[0]
                return words.say(f"read_{kind}{no}", label=quoted(words.label(key), words))
            case ClassIs(ids):
                return words.say(f"read_class{no}", labels=self.listed("class", ids))
            case MayBe(ids):
                return words.say(f"read_may_be{no}", labels=self.listed("class", ids))
            case PhaseIs(ids):
                return words.say(f"read_phase{no}", labels=self.listed("phase", ids))
            case After(names):
                labels = [quoted(words.say(f"event_{name}"), words) for name in names]
                listed = in_a_row(labels, words.say("or"))
                return words.say(f"read_after{no}", labels=listed)

    def label(self, id: str) -> str:
        """The label of a fact."""
        return quoted(self.words.text(self.words.pack.sections.facts[id].label), self.words)

    def norm_label(self, id: str) -> str:
        return quoted(self.words.text(self.words.pack.sections.norms[id].label), self.words)

    def listed(self, kind: str, ids: tuple[str, ...]) -> str:
        """Labels of rules of a kind: `a, b or c`."""
        labels = [quoted(self.words.label(f"{kind}:{id}"), self.words) for id in ids]
        return in_a_row(labels, self.words.say("or"))

    def value(self, fact: str, value: Value) -> str:
        """A value of a fact; a word of the pack between quotes."""
        model = self.words.pack.sections.facts[fact]
        if isinstance(value, str):
            said = self.words.text(model.values[value]) if model.values else value
            return quoted(said, self.words)
        if isinstance(value, bool):
            return self.words.say("yes" if value else "no")
        return self.words.amount(exactly(value, self.words), model.unit, of=value)

    def one_of(self, fact: str, values: tuple[Value, ...]) -> str:
        """Values of a fact: `a, b or c`."""
        return in_a_row([self.value(fact, value) for value in values], self.words.say("or"))

    def _values(self, fact: str, values: tuple[Value, ...] | NormRef) -> str:
        if not isinstance(values, NormRef):
            return self.one_of(fact, values)
        norm = self.norms.get(values.norm)
        if norm is None:
            said = self.words.say("read_unknown")
        else:
            listed = (norm.value,) if isinstance(norm.value, str) else norm.value
            said = self.one_of(fact, listed)
            if self.values is None:
                return said
        return self.words.say("read_norm", figure=said, norm=self.norm_label(values.norm))

    def _figure(self, bound: Bound | None, fact: str | None) -> str:
        """A number, a norm with its figure on the day, or another fact."""
        match bound:
            case FactRef(other):
                return self.label(other)
            case NormRef(norm, by):
                figure = self._of_norm(norm, by, fact)
                label = self.norm_label(norm)
                if by is None and self.values is None and norm in self.norms:
                    return figure
                if by is None:
                    return self.words.say("read_norm", figure=figure, norm=label)
                phrase = "read_norm_table" if self.values is None else "read_norm_by"
                return self.words.say(phrase, figure=figure, norm=label, by=self.label(by))
        return self._number(bound, fact)

    def _of_norm(self, id: str, by: str | None, fact: str | None) -> str:
        norm = self.norms.get(id)
        value: Any = None if norm is None else norm.value
        if by is not None and value is not None:
            hers = self.values or {}
            value = value.get(hers.get(by))
            if value is None:
                return self.words.say("read_not_hers" if by in hers else "read_unknown_by")
        return self.words.say("read_unknown") if value is None else self._number(value, fact)

    def _number(self, number: Any, fact: str | None) -> str:
        return exactly(number, self.words) if fact is None else self.value(fact, number)


def parts_of(group: Condition) -> tuple[Condition, ...]:
    """The conditions that a group holds; none of a test."""
    match group:
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            return items
        case Not(item):
            return (item,)
    return ()


def _plain(items: tuple[Condition, ...]) -> bool:
    """Whether these are few and none holds a group."""
    tests = (item.item if isinstance(item, Not) else item for item in items)
    return len(items) <= INLINE and not any(parts_of(test) for test in tests)


def _not(negated: bool) -> str:
    return "_not" if negated else ""


_GROUPS: Mapping[type, str] = {All: "all", AnyOf: "any", FirstKnown: "first_known"}


def exactly(number: int | Fraction, words: Words) -> str:
    """A number of a pack as it was written: nothing is rounded, so no two figures read alike."""
    if isinstance(number, int):
        return str(number)
    places = 0
    while number.denominator > 1 and 10**places % number.denominator:
        places += 1
    whole, rest = divmod(abs(number.numerator) * 10**places // number.denominator, 10**places)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}{words.say('decimal')}{rest:0{places}}"
