"""The tests of a pack run on each mutant; what no test notices is proved equivalent, or shown."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Literal, NamedTuple

from kansrijk.assessment import assess
from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on
from kansrijk.case.norms import norms_on
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Known, Truths, compile_pack, known_of
from kansrijk.pack.pack import Pack
from kansrijk.workbench.difference.outcomes import CLASS, Difference, differences
from kansrijk.workbench.expecting import Outcome, claims
from kansrijk.workbench.mutation.mutants import Mutant, mutants
from kansrijk.workbench.written import Written, written_tests

REFERENCE = ReferenceEngine()
Fate = Literal["killed", "equivalent", "survived", "not_sure"]


class Killed(NamedTuple):
    """What became of a mutant: `killed` by a test; no test notices it and it is proved to make no
    difference (`equivalent`), or a case shows one (`survived`); else it is `not_sure`."""

    mutant: Mutant
    fate: Fate
    by: str | None = None
    shown: Difference | None = None


class _Test(NamedTuple):
    """A test with what is known in it, and the truths of the pack as it is."""

    test: Written
    case: Case
    known: Known
    possible: tuple[str, ...]
    truths: Truths


def killed(pack: Pack, *, seconds: float) -> Iterator[Killed]:
    """Each mutant of a pack; the tests hold of the pack itself. After so many seconds no more is
    proved of what no test notices."""
    until = monotonic() + seconds
    tests = [_as_it_is(pack, test) for test in written_tests(pack)]
    # An open class takes long to work out: first those where it is settled.
    tests.sort(key=lambda one: len(one.possible))
    for mutant in mutants(pack):
        by = next((one.test.id for one in tests if _notices(one, mutant)), None)
        yield Killed(mutant, "killed", by) if by else _left(pack, mutant, until)


def _as_it_is(pack: Pack, test: Written) -> _Test:
    case = test.read()
    result = assess(pack, case, on=test.on, engines=["reference"])
    known = known_of(result.facts)
    possible = result.classification.possible
    return _Test(test, case, known, possible, _truths(pack, known, possible))


def _truths(pack: Pack, known: Known, possible: tuple[str, ...]) -> Truths:
    """As if the same classes were possible: what is other by then is looked at in full."""
    rules = compile_pack(pack)
    found = REFERENCE.findings(rules, known)
    return {**found, **REFERENCE.consequences(rules, known, found, possible)}


def _notices(one: _Test, mutant: Mutant) -> bool:
    """Whether an expectation of the test is not met by the mutant."""
    known = one.known
    if mutant.key.startswith("norm:"):
        packs = (one.test.pack, mutant.pack)
        was, now = (norms_on(pack, one.test.on).get(mutant.key[len("norm:") :]) for pack in packs)
        if was == now:
            return False
        known = known_of(facts_on(mutant.pack, one.case, one.test.on))
    same = known.facts == one.known.facts
    if same and _truths(mutant.pack, known, one.possible) == one.truths:
        return False
    result = assess(mutant.pack, one.case, on=one.test.on, engines=["reference"])
    outcome = Outcome.of(result)
    return not all(outcome.meets(claim) for claim in claims(one.test.expect))


def _comes_out(one: Difference) -> bool:
    """Whether it can be seen in an outcome: an action that is not true is not there, whatever it
    is then; so are phases and reasons of an intake."""
    always = one.key == CLASS or one.key.startswith(("criterion:", "signal:"))
    return always or True in (one.before, one.after)


def _left(pack: Pack, mutant: Mutant, until: float) -> Killed:
    left = max(0.0, until - monotonic())
    found = [one for one in differences(pack, mutant.pack, seconds=left) if _comes_out(one)]
    shown = next((one for one in found if one.case is not None), None)
    if shown is not None:
        return Killed(mutant, "survived", shown=shown)
    return Killed(mutant, "not_sure" if found else "equivalent")
