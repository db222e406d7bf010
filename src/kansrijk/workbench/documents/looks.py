"""What each rule of a pack looks at, and what looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kansrijk.case.derive import inputs_of_each
from kansrijk.pack.condition import (
    Answered,
    ClassIs,
    Compare,
    Condition,
    FactRef,
    MayBe,
    NormRef,
    OneOf,
    PhaseIs,
    Rule,
)
from kansrijk.pack.pack import Pack, PackRule, leaves


def all_rules(pack: Pack) -> tuple[PackRule, ...]:
    """The rules in their order, then what stands apart from them: it decides nothing."""
    return (*pack.rules, *pack.plausibility, *pack.offers, *pack.ask_if)


@lru_cache(maxsize=64)
def looks(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """By the key of a rule the keys of what it looks at, each once; of a fact what makes it; and
    under `schedule` what planning looks at."""
    made_of = {
        f"fact:{id}": tuple(f"fact:{one}" for one in pack.sections.facts if one in inputs)
        for id, inputs in inputs_of_each(pack).items()
    }
    rules = {rule.key: tuple(dict.fromkeys(looked_at(rule.when))) for rule in all_rules(pack)}
    return {
        **{
            key: tuple(dict.fromkeys((*made_of.get(key, ()), *rules.get(key, ()))))
            for key in (*made_of, *rules)
        },
        "schedule": tuple(_planned_by(pack)),
    }


def _planned_by(pack: Pack) -> Iterator[str]:
    if schedule := pack.sections.schedule:
        if schedule.language:
            yield f"fact:{schedule.language.fact}"
        if schedule.together:
            yield from (f"signal:{id}" for id in schedule.together.signals)


@lru_cache(maxsize=64)
def looked_at_by(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """The same the other way round."""
    found: dict[str, list[str]] = {}
    for key, those in looks(pack).items():
        for one in those:
            found.setdefault(one, []).append(key)
    return {key: tuple(those) for key, those in found.items()}


def looked_at(condition: Condition) -> Iterator[str]:
    """The keys of what a condition looks at; of what happened `event:` with its name."""
    for leaf in leaves(condition):
        match leaf:
            case OneOf(fact) | Answered(fact):
                yield f"fact:{fact}"
            case Compare(fact, _, bound):
                yield f"fact:{fact}"
                if isinstance(bound, FactRef):
                    yield f"fact:{bound.fact}"
                if isinstance(bound, NormRef) and bound.by:
                    yield f"fact:{bound.by}"
            case Rule(key):
                yield key
            case ClassIs(ids) | MayBe(ids):
                yield from (f"class:{id}" for id in ids)
            case PhaseIs(ids):
                yield from (f"phase:{id}" for id in ids)
            case _:
                yield from (f"event:{name}" for name in leaf.names)
