"""The tests of a pack run: which hold, and what came out otherwise than a test expects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from kansrijk.assessment import Assessment, EngineName, assess
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError, Place, Problem
from kansrijk.reading.limits import MAX_PROBLEMS
from kansrijk.workbench.expecting import Claim, Outcome, claims
from kansrijk.workbench.written import Written, written_tests


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
    results = _assessed(pack, tests)
    return tuple(
        Ran(test, result, _unmet(test, Outcome.of(result)))
        for test, result in zip(tests, results, strict=True)
    )


def check_tests(pack: Pack) -> None:
    """Raises InputError with all that is wrong with the tests of a pack, whatever comes out."""
    _assessed(pack, written_tests(pack), ["reference"])


def _assessed(
    pack: Pack, tests: Sequence[Written], engines: Sequence[EngineName] | None = None
) -> list[Assessment]:
    results: list[Assessment] = []
    problems: list[Problem] = []
    for test in tests:
        try:
            results.append(assess(pack, test.read(), on=test.on, engines=engines))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(list(dict.fromkeys(problems))[:MAX_PROBLEMS])
    return results


def _unmet(test: Written, outcome: Outcome) -> tuple[Unmet, ...]:
    return tuple(
        Unmet(claim, outcome.found(claim), test.place(claim.path))
        for claim in claims(test.expect)
        if not outcome.meets(claim)
    )
