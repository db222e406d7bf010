"""What running a pack tells: which tests reach its rules, and what its assumptions decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kansrijk.assessment import Assessment
from kansrijk.exploring.decisive import Decides, decisive
from kansrijk.output.decisive_text import Over, over
from kansrijk.pack.pack import Pack
from kansrijk.workbench.coverage import seen_in
from kansrijk.workbench.points import Level, points_of
from kansrijk.workbench.running import Ran

Titles = tuple[str, ...]


class Evidence(NamedTuple):
    """`reached`: by the key of a rule the titles of the tests that give it each truth. `decides`
    goes by the key of an assumption; it was counted over the tests, or over cases (`of_cases`).
    """

    on: date
    tests: int
    unmet: int
    reached: Mapping[str, Mapping[Level, Titles]]
    decides: Mapping[str, Decides]
    over: Over
    of_cases: bool


def evidence(
    pack: Pack,
    on: date,
    ran: Sequence[Ran],
    cases: Sequence[Assessment] | None = None,
    skipped: int = 0,
) -> Evidence:
    """What these tests of a pack and these cases tell; without cases the tests stand for them."""
    results = [one.result for one in ran] if cases is None else cases
    outcomes = [(one.classification.level, one.hangs_on) for one in results]
    return Evidence(
        on,
        len(ran),
        sum(1 for one in ran if one.unmet),
        _reached(pack, ran),
        {one.id: one for one in decisive(pack, outcomes)},
        over(outcomes, skipped),
        cases is not None,
    )


def _reached(pack: Pack, ran: Sequence[Ran]) -> dict[str, Mapping[Level, Titles]]:
    seen = [(one.test.title, seen_in(one.result)) for one in ran]
    found: dict[str, Mapping[Level, Titles]] = {}
    for point in points_of(pack):
        if point.kind == "rule":
            titles: dict[Level, list[str]] = {}
            for title, one in seen:
                for level in point.levels(one):
                    titles.setdefault(level, []).append(title)
            found[point.key] = {level: tuple(those) for level, those in titles.items()}
    return found
