"""From a condition as written to a condition tree, or the problems with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Bound,
    ClassIs,
    Comparator,
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
    Value,
)
from kansrijk.pack.model import Sections
from kansrijk.pack.numbers import exact
from kansrijk.pack.report import Report
from kansrijk.pack.vocabulary import Fact, Norm
from kansrijk.reading.limits import one_line
from kansrijk.reading.validation import Path

Words = Iterable[str]

KEYWORDS = (
    "all", "any", "not", "first_known", "count",
    "criterion", "signal", "class", "may_be", "phase", "answered",
)  # fmt: skip
LATER_STRATA = ("class", "may_be", "phase")
RULES = ("criterion", "signal", *LATER_STRATA)
CLASS = "class"
"""What a norm is a table by where it is not by a fact."""

COUNT_KEYS = ("at_least", "of", "domains")
COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)


@dataclass(frozen=True, slots=True)
class Parser:
    """Parses conditions over one vocabulary; problems are gathered, not raised.

    A condition with a problem gives None, so that all of its problems are found at once.
    `facts_only`: no condition may look at another rule.
    """

    sections: Sections
    report: Report
    facts_only: bool = False

    def condition(self, data: Any, path: Path, *, early: bool) -> Condition | None:
        """A condition at a place; `early` where it may not look at class or phase."""
        if not isinstance(data, dict) or len(data) != 1:
            return self.report.refuse("condition_shape", path)
        ((key, asked),) = data.items()
        at = (*path, key)
        if self.facts_only and key in RULES:
            return self.report.refuse("facts_only", at, key=True, name=key)
        if early and key in LATER_STRATA:
            return self.report.refuse("later_stratum", at, key=True, name=key)
        if key in self._operators():
            return self._operators()[key](asked, at, early)
        if key in self.sections.facts:
            return self._on_fact(key, self.sections.facts[key], asked, at)
        return self.report.unknown(
            "unknown_fact", key, [*self.sections.facts, *KEYWORDS], at, key=True
        )

    def _operators(self) -> Mapping[str, Callable[[Any, Path, bool], Condition | None]]:
        parts = self.sections
        return {
            "all": lambda asked, at, early: self._group(All, asked, at, early),
            "any": lambda asked, at, early: self._group(AnyOf, asked, at, early),
            "first_known": lambda asked, at, early: self._group(FirstKnown, asked, at, early),
            "not": self._not,
            "count": self._count,
            "criterion": lambda asked, at, _: self._findings(
                "criterion", parts.criteria, asked, at
            ),
            "signal": lambda asked, at, _: self._findings("signal", parts.signals, asked, at),
            "class": lambda asked, at, _: self._ids(ClassIs, parts.classes.classes, asked, at),
            "may_be": lambda asked, at, _: self._ids(MayBe, parts.classes.classes, asked, at),
            "phase": lambda asked, at, _: self._ids(PhaseIs, parts.phases, asked, at),
            "answered": self._answered,
        }

    def _items(self, asked: Any, at: Path, early: bool) -> tuple[Condition, ...] | None:
        if not isinstance(asked, list) or not asked:
            self.report.refuse("condition_list", at, name=str(at[-1]))
            return None
        items = [self.condition(item, (*at, i), early=early) for i, item in enumerate(asked)]
        good = tuple(item for item in items if item is not None)
        return good if len(good) == len(items) else None

    def _group(
        self,
        make: Callable[[tuple[Condition, ...]], Condition],
        asked: Any,
        at: Path,
        early: bool,
    ) -> Condition | None:
        items = self._items(asked, at, early)
        return make(items) if items else None

    def _not(self, asked: Any, at: Path, early: bool) -> Condition | None:
        item = self.condition(asked, at, early=early)
        return Not(item) if item is not None else None

    def _count(self, asked: Any, at: Path, early: bool) -> Condition | None:
        if not isinstance(asked, dict) or not {"at_least", "of"} <= asked.keys():
            return self.report.refuse("count_shape", at)
        for key in asked.keys() - {"at_least", "of", "domains"}:
            self.report.unknown("unknown_key", key, COUNT_KEYS, (*at, key), key=True)
        items = self._items(asked["of"], (*at, "of"), early)
        at_least = self._threshold(asked["at_least"], (*at, "at_least"))
        spread = "domains" in asked
        domains = self._threshold(asked["domains"], (*at, "domains")) if spread else None
        if items is None or at_least is None or (spread and domains is None):
            return None
        if spread and not all(self._domain(item) for item in items):
            return self.report.refuse("count_domains", (*at, "domains"), key=True)
        if isinstance(at_least, int) and at_least > len(items):
            return self.report.refuse("count_too_many", (*at, "at_least"), n=len(items))
        return Count(at_least, items, domains, tuple(self._domain(item) for item in items))

    def _domain(self, item: Condition) -> str:
        if isinstance(item, Rule) and item.key.startswith("criterion:"):
            return self.sections.criteria[item.key.partition(":")[2]].domain
        return ""

    def _threshold(self, asked: Any, at: Path) -> int | NormRef | None:
        if isinstance(asked, int) and not isinstance(asked, bool) and asked >= 1:
            return asked
        if isinstance(asked, dict) and list(asked) == ["norm"]:
            return self._threshold_norm(asked, at)
        self.report.refuse("threshold", at, name=str(at[-1]))
        return None

    def _threshold_norm(self, asked: dict[str, Any], at: Path) -> NormRef | None:
        link = self._norm_link(asked, at, None)
        if link is None or THRESHOLD.allows(self.sections.norms[link.norm]):
            return link
        return self.report.refuse("norm_figures", at, norm=link.norm, range=THRESHOLD)

    def _ids(
        self,
        make: Callable[[tuple[str, ...]], Condition],
        known: Words,
        asked: Any,
        at: Path,
    ) -> Condition | None:
        ids = self._known_ids(asked, known, at)
        return make(ids) if ids else None

    def _findings(self, kind: str, known: Words, asked: Any, at: Path) -> Condition | None:
        ids = self._known_ids(asked, known, at)
        if not ids:
            return None
        rules = tuple(Rule(f"{kind}:{id}") for id in ids)
        return rules[0] if len(rules) == 1 else AnyOf(rules)

    def _known_ids(self, asked: Any, known: Words, at: Path) -> tuple[str, ...] | None:
        """Ids that exist: one, or a list of them ("one of")."""
        words = asked if isinstance(asked, list) else [asked]
        if not words or not all(isinstance(word, str) for word in words):
            self.report.refuse("id_expected", at, name=str(at[-1]))
            return None
        wrong = [(i, word) for i, word in enumerate(words) if word not in known]
        for i, word in wrong:
            self.report.unknown(
                "unknown_id", word, known, (*at, i) if isinstance(asked, list) else at
            )
        return None if wrong else tuple(words)

    def _known_id(self, asked: Any, known: Words, at: Path) -> str | None:
        """One id that exists."""
        if isinstance(asked, list):
            return self.report.refuse("one_id", at, name=str(at[-1]))
        ids = self._known_ids(asked, known, at)
        return ids[0] if ids else None

    def _answered(self, asked: Any, at: Path, _: bool) -> Condition | None:
        id = self._known_id(asked, self.sections.facts, at)
        return Answered(id) if id else None

    def _on_fact(self, id: str, fact: Fact, asked: Any, at: Path) -> Condition | None:
        if isinstance(asked, dict) and list(asked) == ["norm"]:
            return self._one_of_norm(id, fact, asked, at)
        if isinstance(asked, dict):
            return self._comparisons(id, fact, asked, at)
        if fact.type == "text":
            return self.report.refuse("text_compared", at, name=id)
        listed = asked if isinstance(asked, list) else [asked]
        if not listed:
            return self.report.refuse("condition_list", at, name=id)
        paths = [(*at, i) if isinstance(asked, list) else at for i in range(len(listed))]
        values = [
            self._value(id, fact, item, path) for item, path in zip(listed, paths, strict=True)
        ]
        good = tuple(value for value in values if value is not None)
        return OneOf(id, good) if len(good) == len(listed) else None

    def _value(self, id: str, fact: Fact, asked: Any, at: Path) -> Value | None:
        """A value that the fact can have."""
        value, reason = allowed_value(fact, asked)
        if reason:
            self.report.refuse("impossible_value", at, name=id, help=reason)
        return value

    def _one_of_norm(self, id: str, fact: Fact, asked: Any, at: Path) -> Condition | None:
        norm = self._norm(asked["norm"], (*at, "norm"))
        if norm is None:
            return None
        for value in norm_values(norm):
            words = (value,) if isinstance(value, str) else value
            if not isinstance(words, tuple) or any(allowed_value(fact, w)[1] for w in words):
                return self.report.refuse("norm_words", at, name=id, norm=asked["norm"])
        return OneOf(id, NormRef(asked["norm"]))

    def _comparisons(
        self, id: str, fact: Fact, asked: dict[str, Any], at: Path
    ) -> Condition | None:
        if not fact.numeric or not asked:
            return self.report.refuse("not_a_number", at, name=id)
        parts: list[Condition] = []
        for key, bound in asked.items():
            if key not in COMPARATORS:
                self.report.unknown(
                    "unknown_key", key, (*COMPARATORS, "norm"), (*at, key), key=True
                )
                continue
            found = self._bound(id, fact, bound, (*at, key))
            if found is not None:
                parts.append(Compare(id, COMPARATORS[COMPARATORS.index(key)], found))
        if len(parts) < len(asked):
            return None
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _bound(self, id: str, fact: Fact, asked: Any, at: Path) -> Bound | None:
        number = exact(asked)
        if number is not None:
            if fact.range and not fact.range[0] <= number <= fact.range[1]:
                return self.report.refuse(
                    "out_of_range", at, name=id, low=fact.range[0], high=fact.range[1]
                )
            return number
        if isinstance(asked, dict) and list(asked) == ["fact"]:
            other = self._known_id(asked["fact"], self.sections.facts, (*at, "fact"))
            if not other:
                return None
            bound = self.sections.facts[other]
            if not bound.numeric:
                at = (*at, "fact")
                return self.report.refuse("wrong_fact_type", at, name=other, expected="a number")
            if bound.unit != fact.unit:
                return self.report.refuse("wrong_unit", at, name=id, unit=fact.unit)
            return FactRef(other)
        if isinstance(asked, dict) and "norm" in asked:
            return self._norm_link(asked, at, fact.unit)
        return self.report.refuse("bound_shape", at, name=id)

    def _norm_link(self, asked: dict[str, Any], at: Path, unit: str | None) -> NormRef | None:
        """A reference to a number: of the right unit, with `by` exactly where it is a table."""
        norm = self._norm(asked["norm"], (*at, "norm"))
        if norm is None:
            return None
        if asked.keys() - {"norm", "by"} or asked.get("by") != norm.by:
            return self.report.refuse("norm_by", at, norm=asked["norm"], help=by_help(norm))
        if norm.by == CLASS:
            return self.report.refuse("norm_by_class", at, norm=asked["norm"])
        if not all(isinstance(v, dict) or exact(v) is not None for v in norm_values(norm)):
            return self.report.refuse("norm_not_number", at, norm=asked["norm"])
        if unit is not None and norm.unit != unit:
            return self.report.refuse("wrong_unit", at, name=asked["norm"], unit=unit)
        return NormRef(asked["norm"], norm.by)

    def _norm(self, id: Any, at: Path) -> Norm | None:
        known = self._known_id(id, self.sections.norms, at)
        return self.sections.norms[known] if known else None


def by_help(norm: Norm) -> str:
    """How to refer to a norm, for a help line."""
    return f"write `by: {norm.by}`" if norm.by else "leave out `by`; this norm is not a table"


def norm_values(norm: Norm) -> list[Any]:
    """Every value that the norm ever has, its other readings included."""
    dated = [value.value for value in norm.values or ()]
    readings = [reading.value for reading in norm.alternatives]
    return [*([norm.value] if norm.undated else []), *dated, *readings]


class Whole(NamedTuple):
    """The whole numbers that every value of a norm must be where it is used."""

    low: int
    high: int | None = None

    def __str__(self) -> str:
        return f"from {self.low}" if self.high is None else f"from {self.low} to {self.high}"

    def has(self, number: Any) -> bool:
        above = isinstance(number, int) and number >= self.low
        return above and (self.high is None or number <= self.high)

    def allows(self, norm: Norm) -> bool:
        return all(self.has(figure) for figure in norm_figures(norm))


THRESHOLD = Whole(1)


def norm_figures(norm: Norm) -> Iterator[Any]:
    """Every figure that the norm ever has, those in its tables as well."""
    for value in norm_values(norm):
        yield from value.values() if isinstance(value, dict) else (value,)


def allowed_value(fact: Fact, value: Any) -> tuple[Value | None, str]:
    """The value as the fact keeps it, or what it may be instead. Never shows the value."""
    if fact.type == "boolean":
        return (value, "") if isinstance(value, bool) else (None, "write true or false")
    if fact.type == "choice":
        known = list(fact.values or ())
        if isinstance(value, str) and value in known:
            return value, ""
        return None, "one of: " + ", ".join(known)
    if fact.type == "text":
        if isinstance(value, str) and one_line(value):
            return value, ""
        return None, "write one line of text in quotes"
    number = exact(value)
    whole = fact.type == "integer"
    low, high = fact.span
    if number is None or (whole and not isinstance(number, int)) or not low <= number <= high:
        kind = "a whole number" if whole else "a number"
        return None, f"{kind} from {plain_text(low)} to {plain_text(high)} ({fact.unit})"
    return number, ""


def plain_text(number: Any) -> str:
    """A number of a pack for a message, without a needless fraction."""
    return str(number) if isinstance(number, int) else f"{float(number):g}"
