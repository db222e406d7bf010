"""Where there is room: the smallest sets of changes after which the class is another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import Any, Literal, NamedTuple

from kansrijk.case.facts import Facts, with_answer, with_changes
from kansrijk.engine.ruleset import known_of
from kansrijk.exploring.cells import Levers, Option
from kansrijk.exploring.settle import Changes, Settling
from kansrijk.pack.condition import Value
from kansrijk.pack.pack import Pack
from kansrijk.screening.possible import possible_classes
from kansrijk.screening.standing import class_view

IN_FULL = 3
"""Sets of up to so many facts are looked for in full, as long as the patience lasts."""
BUDGET, PATIENCE = 4_000, 100_000
"""How many sets and variants of them are looked at for larger sets, and in all."""
MOST_FURTHER = 100
"""Of so many ways in which numbers of a set go further, each is looked at."""


class Change(NamedTuple):
    """A fact that would be one of these values; `known` tells whether it is known now.

    `way`: of a known number, whether it goes up or down, where all that lies further leads there
    as well.
    """

    fact: str
    values: tuple[Value, ...]
    known: bool
    way: Literal["up", "down"] | None = None


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
    if facts.timeline.ended_by == "loss":
        # Nobody weighs then what could be different for her.
        return Towards(level, (), 0)
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
        _changes(pack, levers, chosen, facts, settling, level) for chosen in nearest.values()
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


def _changes(
    pack: Pack, levers: Levers, chosen: Chosen, facts: Facts, settling: Settling, level: str
) -> tuple[Change, ...]:
    """A set as it is told: of a number also which way it goes, where further is as good."""
    further = list(islice(_further(pack, levers, tuple(chosen.items()), facts), MOST_FURTHER + 1))
    as_good = len(further) <= MOST_FURTHER and all(settling.leads_to(level, one) for one in further)
    return tuple(
        Change(
            id, option, id in facts.values, _way(facts.values.get(id), option) if as_good else None
        )
        for id, option in chosen.items()
    )


def _further(
    pack: Pack, levers: Levers, chosen: tuple[tuple[str, Option], ...], facts: Facts
) -> Iterator[Changes]:
    """The set, and each in which known numbers of it go further the same way."""
    if not chosen:
        yield ()
        return
    (id, option), *others = chosen
    now: Any = facts.values.get(id)
    way, value = _way(now, option), option[0]
    beyond = (one[0] for one in levers.options(id, facts) if way and way == _way(value, one))
    for moved in (value, *beyond):
        after = with_answer(pack, facts, id, moved)
        for rest in _further(pack, levers, tuple(others), after):
            yield ((id, moved), *rest)


def _way(now: Any, option: Option) -> Literal["up", "down"] | None:
    """Which way a known number goes; None where it is none, or stays."""
    value: Any = option[0]
    if now is None or isinstance(value, str | bool) or value == now:
        return None
    return "up" if value > now else "down"


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
