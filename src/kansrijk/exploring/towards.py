"""Where there is room: the smallest sets of changes after which the class is another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from kansrijk.case.facts import Facts, with_answer, with_changes
from kansrijk.engine.ruleset import known_of
from kansrijk.exploring.cells import Levers, Option
from kansrijk.exploring.settle import Changes, Settling
from kansrijk.pack.condition import Value
from kansrijk.pack.pack import Pack
from kansrijk.screening.possible import class_view, possible_classes

IN_FULL = 3
"""Sets of up to so many facts are looked for in full, as long as the patience lasts."""
BUDGET, PATIENCE = 4_000, 100_000
"""How many sets and variants of them are looked at for larger sets, and in all."""


class Change(NamedTuple):
    """A fact that would be one of these values; `known` tells whether it is known now."""

    fact: str
    values: tuple[Value, ...]
    known: bool


class Towards(NamedTuple):
    """Sets of changes, the smallest first; up to `complete` facts none is missing.

    Of sets that differ only in how far the same numbers go the same way, the nearest is there.
    `unknown`, where there is no set, are the facts that cannot change and are not known, while
    with some answers to them and some changes the class could be this one.
    """

    level: str
    sets: tuple[tuple[Change, ...], ...]
    complete: int
    unknown: tuple[str, ...] = ()

    @property
    def already(self) -> bool:
        """Whether the class is this one as it is."""
        return self.sets == ((),)


def towards(pack: Pack, facts: Facts, level: str) -> Towards:
    """Every inclusion-minimal set of changes after which the class is this one and no other.

    Only facts that are marked changeable are changed; one that is not known yet may be set.
    """
    settling = Settling.of(pack, facts)
    if settling.leads_to(level):
        return Towards(level, ((),), 0)
    levers = Levers.of(pack, facts)
    found: list[Chosen] = []
    # Where nothing can change, nothing is missing.
    complete, left = (0 if levers.ids else IN_FULL), PATIENCE
    for size in range(1, len(levers.ids) + 1):
        tried = False
        for ids in combinations(levers.ids, size):
            left -= 1
            for chosen in _variants(pack, levers, ids, facts, tuple(found)):
                tried, left = True, left - 1
                changes = tuple((id, option[0]) for id, option in chosen.items())
                if settling.leads_to(level, changes) and not _a_part_does(changes, settling, level):
                    found.append(chosen)
            if left < (0 if size <= IN_FULL else PATIENCE - BUDGET):
                break
        else:
            # Where every set of a size holds one that was found, so does every larger one.
            complete = size if tried else len(levers.ids)
            if tried:
                continue
        break
    nearest: dict[Kind, Chosen] = {}
    for chosen in found:
        nearest.setdefault(_kind(chosen, facts), chosen)
    sets = tuple(
        tuple(Change(id, option, id in facts.values) for id, option in chosen.items())
        for chosen in nearest.values()
    )
    unknown = () if sets else _unknown(settling, levers, level)
    return Towards(level, sets, complete if levers.exhaustive else min(complete, 1), unknown)


Chosen = dict[str, Option]
Kind = tuple[tuple[str, Any], ...]


def _variants(
    pack: Pack,
    levers: Levers,
    ids: tuple[str, ...],
    facts: Facts,
    found: tuple[Chosen, ...],
    chosen: Chosen | None = None,
) -> Iterator[Chosen]:
    """Every way of changing just these facts that holds no set that was found before."""
    chosen = chosen or {}
    id, *others = ids[len(chosen) :]
    for option in levers.options(id, facts, full=len(ids) <= IN_FULL):
        more = {**chosen, id: option}
        if any(one.items() <= more.items() for one in found):
            continue
        if others:
            after = with_answer(pack, facts, id, option[0])
            yield from _variants(pack, levers, ids, after, found, more)
        else:
            yield more


def _a_part_does(changes: Changes, settling: Settling, level: str) -> bool:
    """Whether some of the changes are enough: a number may have moved further than it need."""
    sizes = range(1, len(changes))
    return any(settling.leads_to(level, part) for n in sizes for part in combinations(changes, n))


def _unknown(settling: Settling, levers: Levers, level: str) -> tuple[str, ...]:
    """The facts that keep every way uncertain, and that cannot be changed themselves."""
    free = with_changes(settling.pack, settling.facts, dict.fromkeys(levers.ids))
    if level not in possible_classes(
        settling.pack, free, class_view(settling.pack, known_of(free))
    ):
        return ()
    return tuple(id for id in settling.open() if id not in levers.ids)


def _kind(chosen: Chosen, facts: Facts) -> Kind:
    """What makes a set another one: of a number only whether it goes up or down."""

    def way(id: str, option: Option) -> Any:
        now: Any = facts.values.get(id)
        value: Any = option[0]
        if isinstance(value, str | bool):
            return option
        return None if now is None else value > now

    return tuple((id, way(id, option)) for id, option in chosen.items())
