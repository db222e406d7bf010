"""Whether she wants help with a criterion, in her own word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kansrijk.case.case import Case, Wish
from kansrijk.pack.pack import Pack
from kansrijk.reading import Problem, did_you_mean, problem, quoted


def wishes(case: Case, on: date) -> Mapping[str, Wish]:
    """Her latest word by criterion, as known on a day.

    Where two words of one date differ it is not known, so that no order of observations matters.
    """
    latest: dict[str, tuple[date, set[Wish]]] = {}
    for seen in case.observations:
        for id, wish in seen.help.items() if seen.date <= on else ():
            day, said = latest.get(id, (seen.date, set[Wish]()))
            if seen.date >= day:
                latest[id] = seen.date, {wish, *(said if seen.date == day else ())}
    return {id: next(iter(said)) for id, (_, said) in latest.items() if len(said) == 1}


def unknown_wishes(pack: Pack, case: Case) -> Iterator[Problem]:
    """The words about a criterion that the pack does not have."""
    criteria = pack.sections.criteria
    for i, seen in enumerate(case.observations):
        for id in seen.help:
            if id not in criteria:
                place = case.document.place(("observations", i, "help", id), key=True)
                help = did_you_mean(id, list(criteria))
                yield problem("unknown_criterion", place, name=quoted(id), help=help)
