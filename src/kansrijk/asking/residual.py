"""What is left of the rules once what is known is filled in: small trees, each kept once.

Two states of knowing that leave the same questions leave the same tree, so what was
worked out for one holds for the other. Nothing is asked here and nothing is known of packs:
a leaf says only which answers give it which tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Truth = bool | None
Variable = str
Cell = Any
"""An answer that stands for all those that no rule tells apart."""


@dataclass(slots=True, eq=False)
class Residual:
    """A tree. `now` is its truth if nothing more is asked, `asks` what there is to ask for it.

    `may_ask` are all that may be asked for it in time, `variables` all that it still looks
    at: those behind a `first_known` that has a truth are not asked for it, but an answer given
    for another rule can still turn it. `turns` are what they look at, for each part that has a
    truth now and can lose it. `in_order`: whether what it ends as can hang on the order.
    """

    op: str
    items: tuple[Residual, ...]
    at_least: int
    domains: tuple[int, tuple[str, ...]]
    now: Truth
    asks: frozenset[Variable]
    may_ask: frozenset[Variable]
    variables: frozenset[Variable]
    turns: frozenset[frozenset[Variable]] = frozenset()
    in_order: bool = False
    after: Callable[[Variable, Cell], Residual] | None = None
    answered: dict[tuple[Variable, Cell], Residual] = field(default_factory=dict)
    without: dict[frozenset[Variable], Residual] = field(default_factory=dict)
    rank: int = 0

    @property
    def constant(self) -> bool:
        return not self.variables


NO_DOMAINS: tuple[int, tuple[str, ...]] = (0, ())


class Residuals:
    """The trees of a pack, each kept once."""

    def __init__(self) -> None:
        self._kept: dict[Any, Residual] = {}
        self.true = self._constant("true", True)
        self.false = self._constant("false", False)
        self.never = self._constant("never", None)
        """Unknown, whatever is asked."""

    def _constant(self, op: str, now: Truth) -> Residual:
        none = frozenset[Variable]()
        return self._keep((op,), Residual(op, (), 0, NO_DOMAINS, now, none, none, none))

    def truth(self, truth: Truth) -> Residual:
        return {True: self.true, False: self.false, None: self.never}[truth]

    def _keep(self, key: Any, made: Residual) -> Residual:
        made.rank = len(self._kept)
        return self._kept.setdefault(key, made)

    def leaf(
        self,
        key: Any,
        asks: frozenset[Variable],
        variables: frozenset[Variable],
        after: Callable[[Variable, Cell], Residual],
        now: Truth = None,
    ) -> Residual:
        """A test that is open, or `answered`, which is false until it is true."""
        found = self._kept.get(("leaf", key))
        if found is None:
            may_ask = variables if now is None else asks
            turns = frozenset[frozenset[Variable]]() if now is None else frozenset((variables,))
            made = Residual(
                "leaf", (), 0, NO_DOMAINS, now, asks, may_ask, variables, turns, bool(turns), after
            )
            found = self._keep(("leaf", key), made)
        return found

    def all(self, items: Iterable[Residual]) -> Residual:
        return self._group("all", items, zero=self.false, one=self.true)

    def any(self, items: Iterable[Residual]) -> Residual:
        return self._group("any", items, zero=self.true, one=self.false)

    def _group(
        self, op: str, items: Iterable[Residual], *, zero: Residual, one: Residual
    ) -> Residual:
        """`zero` decides it by itself, `one` changes nothing."""
        left: dict[int, Residual] = {}
        for item in items:
            if item is zero:
                return zero
            if item is not one:
                left[item.rank] = item
        if len(left) < 2:
            return next(iter(left.values()), one)
        return self._combined(op, tuple(left[rank] for rank in sorted(left)))

    def negated(self, item: Residual) -> Residual:
        if item.constant:
            return self.truth(None if item.now is None else not item.now)
        return item.items[0] if item.op == "not" else self._combined("not", (item,))

    def first_known(self, ways: Iterable[Residual]) -> Residual:
        left: list[Residual] = []
        for way in ways:
            if way is self.never:
                continue
            left.append(way)
            if way.constant:
                break
        if not left:
            return self.never
        return left[0] if len(left) == 1 else self._combined("first_known", tuple(left))

    def count(
        self,
        at_least: int,
        items: Iterable[Residual],
        domains: int = 0,
        domain_of: tuple[str, ...] = (),
    ) -> Residual:
        """At least so many; with `domains` spread over so many, those reached already left out."""
        if domains:
            return self._spread(at_least, tuple(items), domains, domain_of)
        open_, never = list[Residual](), 0
        for item in items:
            if item is self.true:
                at_least -= 1
            elif item is self.never:
                never += 1
            elif item is not self.false:
                open_.append(item)
        if at_least <= 0:
            return self.true
        if len(open_) + never < at_least:
            return self.false
        if not open_:
            return self.never
        if at_least == 1 and not never and len(open_) == 1:
            return open_[0]
        open_.sort(key=lambda item: item.rank)
        return self._combined("count", (*open_, *([self.never] * never)), at_least)

    def _spread(
        self, at_least: int, items: tuple[Residual, ...], domains: int, domain_of: tuple[str, ...]
    ) -> Residual:
        pairs = [pair for pair in zip(items, domain_of, strict=True) if pair[0] is not self.false]
        pairs.sort(key=lambda pair: (pair[0].rank, pair[1]))
        left = tuple(item for item, _ in pairs)
        spread = (domains, tuple(domain for _, domain in pairs))
        certain = _enough([item is self.true for item in left], at_least, spread)
        if certain or not _enough([True for _ in left], at_least, spread):
            return self.truth(certain)
        made = self._combined("count", left, at_least, spread)
        return made if made.variables else self.never

    def _combined(
        self,
        op: str,
        items: tuple[Residual, ...],
        at_least: int = 0,
        domains: tuple[int, tuple[str, ...]] = NO_DOMAINS,
    ) -> Residual:
        key = (op, tuple(item.rank for item in items), at_least, domains)
        found = self._kept.get(key)
        if found is None:
            now = _now(op, items, at_least, domains)
            open_ = [item for item in items if item.now is None] if now is None else []
            none = frozenset[Variable]()
            variables = none.union(*(item.variables for item in items))
            found = self._keep(
                key,
                Residual(
                    op,
                    items,
                    at_least,
                    domains,
                    now,
                    none.union(*(item.asks for item in open_)),
                    none.union(*(item.may_ask for item in open_)),
                    variables,
                    frozenset[frozenset[Variable]]().union(*(item.turns for item in items))
                    if now is None
                    else frozenset((variables,)),
                    op == "first_known" or any(item.in_order for item in items),
                ),
            )
        return found

    def answer(self, tree: Residual, variable: Variable, cell: Cell) -> Residual:
        """The tree once a variable has an answer."""
        if variable not in tree.variables:
            return tree
        found = tree.answered.get((variable, cell))
        if found is None:
            if tree.after is not None:
                found = tree.after(variable, cell)
            else:
                parts = tuple(self.answer(item, variable, cell) for item in tree.items)
                found = self._again(tree, parts)
            tree.answered[variable, cell] = found
        return found

    def within(self, tree: Residual, live: frozenset[Variable]) -> Residual:
        """The tree where only the `live` variables can still be answered."""
        if tree.variables <= live:
            return tree
        seen = tree.variables & live
        found = tree.without.get(seen)
        if found is None:
            if tree.after is not None:
                # A test has a truth only once all that it asks is answered.
                open_ = tree.asks <= live if tree.asks else bool(seen)
                found = tree if open_ else self.truth(tree.now)
            else:
                found = self._again(tree, tuple(self.within(item, live) for item in tree.items))
            tree.without[seen] = found
        return found

    def _again(self, tree: Residual, items: tuple[Residual, ...]) -> Residual:
        make: Mapping[str, Callable[[], Residual]] = {
            "all": lambda: self.all(items),
            "any": lambda: self.any(items),
            "not": lambda: self.negated(items[0]),
            "first_known": lambda: self.first_known(items),
            "count": lambda: self.count(tree.at_least, items, *tree.domains),
        }
        return make[tree.op]()


def _now(
    op: str, items: tuple[Residual, ...], at_least: int, domains: tuple[int, tuple[str, ...]]
) -> Truth:
    """The truth of a combination from those of its parts: Kleene's strong tables."""
    truths = [item.now for item in items]
    match op:
        case "all":
            return False if False in truths else None if None in truths else True
        case "any":
            return True if True in truths else None if None in truths else False
        case "not":
            return None if truths[0] is None else not truths[0]
        case "first_known":
            return next((truth for truth in truths if truth is not None), None)

    if _enough([truth is True for truth in truths], at_least, domains):
        return True
    return None if _enough([truth is not False for truth in truths], at_least, domains) else False


def _enough(counts: list[bool], at_least: int, domains: tuple[int, tuple[str, ...]]) -> bool:
    """Whether the items that count are as many, and spread over as many domains, as it takes."""
    spread = {domain for domain, one in zip(domains[1], counts, strict=False) if one}
    return sum(counts) >= at_least and len(spread) >= domains[0]
