"""What she wants herself: help with a criterion or not, what comes first, her own wishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kansrijk.case.case import Case, Wish
from kansrijk.pack.pack import Pack
from kansrijk.reading import Problem, did_you_mean, problem, quoted
from kansrijk.reading.validation import Path


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


def put_first(case: Case, on: date) -> tuple[str, ...]:
    """The criteria that she put first, in her order, as she said last; none where that differs."""
    said = _last(case, on, "first")
    return next(iter(said)) if len(said) == 1 else ()


def own_wishes(case: Case, on: date) -> tuple[str, ...]:
    """Her own wishes as she said them last; what she told two people on one day is all hers."""
    said = _last(case, on, "wishes")
    return tuple(dict.fromkeys(wish for wishes in sorted(said) for wish in wishes))


def _last(case: Case, on: date, key: str) -> frozenset[tuple[str, ...]]:
    """What was written under a key on the last day on which it was."""
    written = [(seen.date, getattr(seen, key)) for seen in case.observations if seen.date <= on]
    last = max((day for day, said in written if said is not None), default=None)
    return frozenset(said for day, said in written if day == last and said is not None)


def unknown_wishes(pack: Pack, case: Case) -> Iterator[Problem]:
    """The words about a criterion that the pack does not have."""
    criteria = pack.sections.criteria
    for i, seen in enumerate(case.observations):
        named: list[tuple[Path, str]] = [(("help", id), id) for id in seen.help]
        named += [(("first", n), id) for n, id in enumerate(seen.first or ())]
        for path, id in named:
            if id not in criteria:
                place = case.document.place(("observations", i, *path), key=id in path)
                help = did_you_mean(id, list(criteria))
                yield problem("unknown_criterion", place, name=quoted(id), help=help)
