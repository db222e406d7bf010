"""Cases that came up in earlier proofs: most often one of them shows the next claim too.

A case is only ever looked at, as it is for what the solver finds: what none shows is still to be
asked of the solver.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from kansrijk.engine.reference import View
from kansrijk.pack.pack import Pack
from kansrijk.workbench.proof.claims import Claim
from kansrijk.workbench.proof.levels import level_in
from kansrijk.workbench.proof.looks import looks_at
from kansrijk.workbench.proof.witness import Data, findings_in, looked_at

RECENT, GROWN = 100, 40
"""So many cases are kept, and so many answers put in a case to see whether it shows something."""
FINDINGS = ("criterion:", "signal:", "strength:", "class:")
"""The rules that come before the possible classes."""


class Looked(NamedTuple):
    """A case as the engine sees it; `whole`: its possible classes too, and what follows them."""

    case: Data
    on: date
    view: View
    whole: bool

    @property
    def facts(self) -> Data:
        facts: Data = self.case.get("facts", {})
        return facts


class CameUp:
    """The cases that showed a claim of a pack, the last first."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._recent: list[Looked] = []
        self._asked: dict[str, tuple[str, ...]] = {}
        self._true: dict[str, Data] = {}
        self._false: dict[str, Data] = {}
        """Of a rule all facts that it looks at, and answers by which it is true, and false."""
        self._true_first: list[tuple[int, str]] = []
        """The rules of `_true`, first those of which the answers make few rules true."""
        self._last: dict[str, tuple[str, Looked]] = {}
        """Of a rule which rule its last part named that mattered, and the case that showed it."""

    def looked(self, claim: Claim, case: Data, on: date) -> bool:
        """Whether a case shows the claim; it is kept where it does."""
        one = self._look(claim, case, on)
        return one is not None and claim.seen(one.view) and self._shown(claim, one)

    def shows(self, claim: Claim) -> bool:
        """Whether one of them shows this claim; or one that is grown of answers by which rules are
        true: for a criterion that matters to the class, and a part that names another rule."""
        whole = _whole(claim)
        for place, one in enumerate(self._recent):
            if (one.whole or not whole) and claim.seen(one.view):
                return self._shown(claim, self._recent.pop(place))
        return any(self._grows(claim, start) for start in self._starts(claim))

    def _look(self, claim: Claim, case: Data, on: date) -> Looked | None:
        whole = _whole(claim)
        view = (looked_at if whole else findings_in)(self._pack, case, on)
        return view and Looked(case, on, view, whole)

    def _keep(self, claim: Claim, one: Looked) -> None:
        about = claim.about
        if claim.kind in ("can_be_true", "can_be_false"):
            self._asked[about] = looks_at(self._pack, claim.keys).facts
            fewest = self._fewest(claim, one)
            answers = self._true if claim.kind == "can_be_true" else self._false
            answers[about] = fewest.facts
            if answers is self._true:
                insort(self._true_first, (sum(map(bool, fewest.view.truths.values())), about))
        elif claim.named:
            self._last[about] = claim.named, one

    def _fewest(self, claim: Claim, one: Looked) -> Looked:
        """With only the answers, of what it asks, without which the rule would not be so."""
        told, asked = one.facts, self._asked[claim.about]
        facts = {id: value for id, value in told.items() if id in asked}
        fewest = one if facts == told else self._with(claim, one, facts) or one
        for id in facts:
            fewer = {k: value for k, value in fewest.facts.items() if k != id}
            found = self._with(claim, fewest, fewer)
            fewest = found if found and claim.seen(found.view) else fewest
        return fewest

    def _starts(self, claim: Claim) -> Iterator[Looked]:
        """What a case is grown from. To see whether a criterion matters: nothing told, on the day
        of the last case. For a part: a case in which the rule is true that it names."""
        if claim.kind == "criterion_matters":
            tried = [self._with(claim, one, {}) for one in self._recent[:1]]
            yield from filter(None, tried)
        elif claim.named in self._true and claim.about in self._last:
            last = self._last[claim.about][1]
            grown = (self._with(claim, last, facts) for facts in self._true_beside(claim))
            yield from filter(None, grown)

    def _true_beside(self, claim: Claim) -> Iterator[Data]:
        """Of a part that names a rule, answers by which that is true: beside those of the last case
        of its own rule, but for the rule named then; alone; and beside answers by which what else
        is true then is false."""
        own = self._true[claim.named]
        before, last = self._last[claim.about]
        asked = set(self._asked.get(before, ()))
        yield {id: value for id, value in last.facts.items() if id not in asked} | own
        yield own
        alone = self._with(claim, last, own)
        also = [key for key, truth in alone.view.truths.items() if truth] if alone else []
        yield {id: v for key in also for id, v in self._false.get(key, {}).items()} | own

    def _grows(self, claim: Claim, start: Looked) -> bool:
        """More rules made true until it goes far enough, and then none more than that takes."""
        one, added, left = start, dict[str, Data](), iter(self._true_first[:GROWN])
        while not claim.seen(one.view):
            if self._far_enough(claim, one):
                return self._shrinks(claim, start, added)
            apart = (key for _, key in left if self._true[key].keys().isdisjoint(one.facts))
            key = next(apart, None)
            if key is None:
                return False
            longer = {**added, key: self._true[key]}
            grown = self._with(claim, start, _joined(longer, start))
            one, added = (grown, longer) if grown else (one, added)
        return self._shown(claim, one)

    def _shrinks(self, claim: Claim, start: Looked, added: Mapping[str, Data]) -> bool:
        for key in added:
            fewer = {other: more for other, more in added.items() if other != key}
            found = self._with(claim, start, _joined(fewer, start))
            if found and claim.seen(found.view):
                return self._shown(claim, found)
            added = fewer if found and self._far_enough(claim, found) else added
        return False

    def _far_enough(self, claim: Claim, one: Looked) -> bool:
        """The rule is true, or for what matters to the class: there is one."""
        truths = one.view.truths
        if claim.named:
            return truths[claim.about] is True
        return level_in(self._pack, truths) is not None

    def _with(self, claim: Claim, one: Looked, facts: Data) -> Looked | None:
        """The case with these answers instead of its own."""
        return self._look(claim, {**one.case, "facts": facts}, one.on)

    def _shown(self, claim: Claim, one: Looked) -> bool:
        self._recent = [one, *self._recent[: RECENT - 1]]
        self._keep(claim, one)
        return True


def _whole(claim: Claim) -> bool:
    return not all(key.startswith(FINDINGS) for key in claim.keys)


def _joined(added: Mapping[str, Data], start: Looked) -> Data:
    every = (*added.values(), start.facts)
    return {id: value for facts in every for id, value in facts.items()}
