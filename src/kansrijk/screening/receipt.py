"""What an outcome was made with: ids and versions, never a value of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kansrijk.case.facts import Facts
from kansrijk.engine.durable import version as durable_version
from kansrijk.pack.model import Class
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import Based, NormLink
from kansrijk.screening.because import Because, leaves_of
from kansrijk.screening.fitting import fitting
from kansrijk.screening.screen import Screening
from kansrijk.screening.warnings import norms_of


def receipt(
    pack: Pack, facts: Facts, screening: Screening, engines: tuple[str, ...]
) -> dict[str, Any]:
    """The receipt; `engines` and this alone may differ between machines."""
    norms = sorted({*_norms(pack, facts, screening)} & facts.norms.keys())
    used = set(_used(facts, _trees(pack, facts, screening)))
    return {
        "pack_hash": pack.own_hash,
        "engines": {name: engine_version(name) for name in engines},
        "facts_used": [id for id in pack.sections.facts if id in used],
        "facts_missing": [question.fact for question in screening.questions],
        "norms_used": norms,
        "assumptions": _assumptions(pack, facts, screening, norms),
        "overrides": [decision.key for decision in screening.overrides],
    }


def _norms(pack: Pack, facts: Facts, screening: Screening) -> Iterator[str]:
    """The norms of the rules and offers, of the intake's terms, and of the phases she gets."""
    for tree in _trees(pack, facts, screening):
        yield from norms_of(tree, facts)
    for reason in pack.sections.classes.intake:
        if reason.id in screening.intake.because and isinstance(reason.within_days, NormLink):
            yield reason.within_days.norm
    for id, phase in pack.sections.phases.items():
        if id in facts.timeline.phases and screening.truths[f"phase:{id}"]:
            goals = pack.sections.pack.goals_at_once
            links = (phase.from_.months, phase.until.months, phase.visits.days, goals)
            yield from (link.norm for link in links if isinstance(link, NormLink))
    asked_after = pack.sections.pack.confirm_again_days
    if isinstance(asked_after, NormLink) and _offered(pack, screening):
        yield asked_after.norm


def _trees(pack: Pack, facts: Facts, screening: Screening) -> Iterator[Because]:
    yield from screening.why.values()
    offered = _offered(pack, screening)
    yield from (tree for id, tree in fitting(pack, facts).items() if id in offered)


def _offered(pack: Pack, screening: Screening) -> tuple[str, ...]:
    """The offers for what there is to do."""
    offers = pack.sections.offers.items()
    return tuple(
        id for id, offer in offers if any(screening.truths[f"action:{one}"] for one in offer.for_)
    )


def engine_version(name: str) -> str:
    """The version of an engine: of its package, or of kansrijk's own."""
    from kansrijk.version import VERSION

    return durable_version() if name == "durable" else VERSION


def _used(facts: Facts, trees: Iterable[Because]) -> Iterator[str]:
    """The known facts that a rule or offer looked at, and those they were derived from."""
    todo = [
        name
        for tree in trees
        for leaf in leaves_of(tree)
        if leaf.kind == "fact"
        for name in (*leaf.of, *((leaf.norm.id,) if leaf.norm else ()))
    ]
    while todo:
        name = todo.pop()
        if name in facts.values:
            yield name
            todo.extend(facts.derived[name].facts if name in facts.derived else ())


def _assumptions(pack: Pack, facts: Facts, screening: Screening, norms: list[str]) -> list[str]:
    """What rests on an assumption that the owner of the pack must confirm: rules and norms."""
    parts = pack.sections
    # What was decided rests on that decision; of the class the key is `class` alone.
    decided = {decision.key for decision in screening.overrides}
    rules: list[tuple[str, Based | Class]] = [
        *((f"criterion:{id}", rule) for id, rule in parts.criteria.items()),
        *((f"signal:{id}", rule) for id, rule in parts.signals.items()),
        *((f"strength:{id}", rule) for id, rule in parts.strengths.items()),
        *((f"class:{id}", rule) for id, rule in parts.classes.classes.items()),
        *((f"phase:{id}", rule) for id, rule in parts.phases.items()),
        *((f"intake:{reason.id}", reason) for reason in parts.classes.intake),
        *((f"action:{id}", rule) for id, rule in parts.actions.items()),
    ]
    found = [
        key
        for key, rule in rules
        if rule.basis == "assumption"
        and decided.isdisjoint((key, key.partition(":")[0]))
        and screening.truths.get(key) is not None
        and (screening.truths[key] or not key.startswith(("action:", "intake:")))
    ]
    offered = _offered(pack, screening)
    found += [f"offer:{id}" for id in offered if parts.offers[id].basis == "assumption"]
    return found + [f"norm:{id}" for id in norms if facts.norms[id].basis == "assumption"]
