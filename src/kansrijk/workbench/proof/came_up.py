"""Cases that came up in earlier proofs: most often one of them shows the next claim too.

A case is only ever looked at, as it is for what the solver finds: what none shows is still to be
asked of the solver.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from kansrijk.engine.reference import View
from kansrijk.pack.pack import Pack
from kansrijk.workbench.proof.claims import Claim
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


class CameUp:
    """The cases that showed a claim of a pack, the last first."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._recent = deque[Looked](maxlen=RECENT)
        self._asked: dict[str, tuple[str, ...]] = {}
        self._true: dict[str, Data] = {}
        self._false: dict[str, Data] = {}
        """Of a rule all facts that it looks at, and answers by which it is true, and false."""
        self._last: dict[str, tuple[str, Looked]] = {}
        """Of a rule which rule its last part named that mattered, and the case that showed it."""

    def looked(self, claim: Claim, case: Data, on: date) -> bool:
        """Whether a case shows the claim; it is kept where it does."""
        one = self._look(claim, case, on)
        return one is not None and claim.seen(one.view) and self._shown(claim, one)

    def shows(self, claim: Claim) -> bool:
        """Whether one of them shows this claim; or one that is grown, for a part of a rule that
        names another, of answers by which such rules are true."""
        whole = _whole(claim)
        for one in self._recent:
            if (one.whole or not whole) and claim.seen(one.view):
                self._keep(claim, one)
                return True
        return any(self._grows(claim, start) for start in self._starts(claim))

    def _look(self, claim: Claim, case: Data, on: date) -> Looked | None:
        whole = _whole(claim)
        view = (looked_at if whole else findings_in)(self._pack, case, on)
        return view and Looked(case, on, view, whole)

    def _keep(self, claim: Claim, one: Looked) -> None:
        if claim.kind in ("can_be_true", "can_be_false"):
            self._asked[claim.about] = looks_at(self._pack, claim.keys).facts
            answers = self._true if claim.kind == "can_be_true" else self._false
            answers[claim.about] = self._fewest(claim, one)
        elif claim.named:
            self._last[claim.about] = claim.named, one

    def _fewest(self, claim: Claim, one: Looked) -> Data:
        """Of what it asks the answers without which the rule would not be so."""
        asked = self._asked[claim.about]
        facts = {id: v for id, v in one.case.get("facts", {}).items() if id in asked}
        for id in tuple(facts):
            fewer = {other: value for other, value in facts.items() if other != id}
            found = self._look(claim, {**one.case, "facts": fewer}, one.on)
            facts = fewer if found and claim.seen(found.view) else facts
        return facts

    def _starts(self, claim: Claim) -> Iterator[Looked]:
        """A case in which the rule is true that this part names: by the last case of this rule,
        with the answers of the rule named then left out; by as few answers as can be; and by those
        beside answers by which what else is true then is false."""
        if claim.named not in self._true or claim.about not in self._last:
            return
        own = self._true[claim.named]
        before, last = self._last[claim.about]
        kept = {**last.case.get("facts", {})}
        for id in self._asked.get(before, ()):
            kept.pop(id, None)
        alone = self._look(claim, {**last.case, "facts": own}, last.on)
        also = [key for key, truth in alone.view.truths.items() if truth] if alone else []
        apart = {id: v for key in also for id, v in self._false.get(key, {}).items()}
        for facts in ({**kept, **own}, own, {**apart, **own}):
            if one := self._look(claim, {**last.case, "facts": facts}, last.on):
                yield one

    def _grows(self, claim: Claim, one: Looked) -> bool:
        """More rules made true until the rule itself is, and then none more than that takes."""
        own, added = one.case["facts"], dict[str, Data]()
        for key, more in islice(self._true.items(), GROWN):
            if claim.seen(one.view):
                return self._shown(claim, one)
            if one.view.truths[claim.about] is True:
                break
            if more.keys().isdisjoint(one.case["facts"]):
                longer = {**added, key: more}
                grown = self._with(claim, one, own, longer)
                one, added = (grown, longer) if grown else (one, added)
        for key in tuple(added):
            fewer = {other: more for other, more in added.items() if other != key}
            found = self._with(claim, one, own, fewer)
            if found and claim.seen(found.view):
                return self._shown(claim, found)
            added = fewer if found and found.view.truths[claim.about] is True else added
        return False

    def _with(
        self, claim: Claim, one: Looked, own: Data, added: Mapping[str, Data]
    ) -> Looked | None:
        facts = {id: value for more in (*added.values(), own) for id, value in more.items()}
        return self._look(claim, {**one.case, "facts": facts}, one.on)

    def _shown(self, claim: Claim, one: Looked) -> bool:
        self._recent.appendleft(one)
        self._keep(claim, one)
        return True


def _whole(claim: Claim) -> bool:
    return not all(key.startswith(FINDINGS) for key in claim.keys)
