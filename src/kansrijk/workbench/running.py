"""The tests of a pack run: which hold, and what came out otherwise than a test expects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from kansrijk.assessment import Assessment, assess
from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError, Place, Problem
from kansrijk.reading.limits import MAX_PROBLEMS
from kansrijk.workbench.expecting import Claim, Outcome, claims
from kansrijk.workbench.written import Written, written_tests

Made = TypeVar("Made")


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
    results = _of_each(tests, lambda case, on: assess(pack, case, on=on))
    return tuple(
        Ran(test, result, _unmet(test, Outcome.of(result)))
        for test, result in zip(tests, results, strict=True)
    )


def check_tests(pack: Pack) -> None:
    """Raises InputError with all that is wrong with the tests of a pack, whatever comes out."""
    _of_each(written_tests(pack), lambda case, on: facts_on(pack, case, on))


def _of_each(tests: Sequence[Written], make: Callable[[Case, date], Made]) -> list[Made]:
    """What is made of the case of each test; raises InputError with every problem of them."""
    made: list[Made] = []
    problems: list[Problem] = []
    for test in tests:
        try:
            made.append(make(test.read(), test.on))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(list(dict.fromkeys(problems))[:MAX_PROBLEMS])
    return made


def _unmet(test: Written, outcome: Outcome) -> tuple[Unmet, ...]:
    return tuple(
        Unmet(claim, outcome.found(claim), test.place(claim.path))
        for claim in claims(test.expect)
        if not outcome.meets(claim)
    )
