"""The tests of a pack run on each mutant; what no test notices is proved equivalent, or shown."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Literal, NamedTuple

from kansrijk.pack.pack import Pack
from kansrijk.workbench.difference.outcomes import CLASS, Difference, differences
from kansrijk.workbench.expecting import claims
from kansrijk.workbench.mutation.looked import Looked
from kansrijk.workbench.mutation.mutants import Mutant, mutants
from kansrijk.workbench.written import Written, written_tests

Fate = Literal["killed", "equivalent", "survived", "not_sure"]


class Killed(NamedTuple):
    """What became of a mutant: `killed` by a test; no test notices it and it is proved to make no
    difference (`equivalent`), or a case shows one (`survived`); else it is `not_sure`."""

    mutant: Mutant
    fate: Fate
    by: Written | None = None
    shown: Difference | None = None


def killed(pack: Pack, *, seconds: float) -> Iterator[Killed]:
    """Each mutant of a pack; the tests hold of the pack itself. After so many seconds no more is
    proved of what no test notices."""
    until = monotonic() + seconds
    tests = [(test, Looked.of(pack, test.read(), test.on)) for test in written_tests(pack)]
    # An open class takes long to work out: first those where it is settled.
    tests.sort(key=lambda one: len(one[1].possible))
    for mutant in mutants(pack):
        by = next((test for test, looked in tests if _notices(test, looked, mutant)), None)
        yield Killed(mutant, "killed", by) if by else _left(pack, mutant, until)


def _notices(test: Written, looked: Looked, mutant: Mutant) -> bool:
    """Whether an expectation of the test is not met by the mutant."""
    outcome = looked.by(mutant)
    return outcome is not None and not all(map(outcome.meets, claims(test.expect)))


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
