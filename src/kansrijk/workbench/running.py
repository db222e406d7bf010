"""The tests of a pack run: which hold, and what came out otherwise than a test expects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from kansrijk.assessment import Assessment, assess
from kansrijk.pack.pack import Pack
from kansrijk.reading import Place
from kansrijk.workbench.expecting import Claim, Outcome, claims
from kansrijk.workbench.written import Written, of_each, written_tests


class Unmet(NamedTuple):
    """One expectation that is not met, with what came out."""

    claim: Claim
    found: Any
    place: Place


class Ran(NamedTuple):
    """A test that was run, with its outcome and every expectation that is not met."""

    test: Written
    result: Assessment
    unmet: tuple[Unmet, ...]


def run(pack: Pack, only: Sequence[str] = ()) -> tuple[Ran, ...]:
    """Every test of a pack, or those with these ids, run on the engines that are installed.

    Raises InputError with all that is wrong with the tests themselves.
    """
    tests = written_tests(pack, tuple(only))
    results = of_each(tests, lambda case, on: assess(pack, case, on=on))
    return tuple(
        Ran(test, result, _unmet(test, Outcome.of(result)))
        for test, result in zip(tests, results, strict=True)
    )


def _unmet(test: Written, outcome: Outcome) -> tuple[Unmet, ...]:
    return tuple(
        Unmet(claim, outcome.found(claim), test.place(claim.path))
        for claim in claims(test.expect)
        if not outcome.meets(claim)
    )
