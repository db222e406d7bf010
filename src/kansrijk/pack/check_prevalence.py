"""The check of how common each answer is said to be: every answer has a share, together one."""

from __future__ import annotations

from collections.abc import Set
from fractions import Fraction
from itertools import pairwise

from kansrijk.pack.model import Sections
from kansrijk.pack.report import Report
from kansrijk.pack.vocabulary import Fact, Prevalence
from kansrijk.reading.validation import Path


def check_prevalences(sections: Sections, report: Report) -> None:
    for id, fact in sections.facts.items():
        if fact.prevalence is not None:
            _check(id, fact, fact.prevalence, ("facts", id, "prevalence"), report)


def _check(id: str, fact: Fact, said: Prevalence, path: Path, report: Report) -> None:
    key = "bands" if fact.numeric else "shares"
    other = "shares" if fact.numeric else "bands"
    if fact.type == "text" or getattr(said, key) is None or getattr(said, other) is not None:
        report.refuse("prevalence_kind", path, key=True, name=id, needs=key)
        return
    if said.shares is not None:
        _shares(id, fact, said.shares.keys(), (*path, key), report)
    if said.bands is not None:
        _bands(id, fact, [band.below for band in said.bands], (*path, key), report)
    listed = [*(said.shares or {}).values(), *(band.share for band in said.bands or ())]
    if sum(listed) != 1 or min(listed) < 0:
        report.refuse("prevalence_sum", (*path, key), key=True, name=id)


def _shares(id: str, fact: Fact, said: Set[str], path: Path, report: Report) -> None:
    answers = {"yes", "no"} if fact.type == "boolean" else set(fact.values or ())
    if said != answers:
        listed = ", ".join(sorted(answers, reverse=fact.type == "boolean"))
        report.refuse("prevalence_values", path, key=True, name=id, answers=listed)


def _bands(
    id: str, fact: Fact, ends: list[int | Fraction | None], path: Path, report: Report
) -> None:
    """All but the last end somewhere, each above the one before, within the range."""
    low, high = fact.span
    *inner, last = ends
    borders = [low, *(end for end in inner if end is not None), high]
    rising = all(one < other for one, other in pairwise(borders))
    if last is not None or None in inner or not rising:
        report.refuse("prevalence_bands", path, key=True, name=id)
