"""What an outcome was made with: ids and versions, never a value of a fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kansrijk.case.facts import Facts
from kansrijk.engine.durable import version as durable_version
from kansrijk.pack.model import Based, Class
from kansrijk.pack.pack import Pack
from kansrijk.screening.because import leaves_of
from kansrijk.screening.screen import Screening
from kansrijk.screening.warnings import norms_of


def receipt(
    pack: Pack, facts: Facts, screening: Screening, engines: tuple[str, ...]
) -> dict[str, Any]:
    """The receipt; `engines` and this alone may differ between machines."""
    norms = sorted({norm for tree in screening.why.values() for norm in norms_of(tree)})
    used = set(_used(facts, screening))
    return {
        "pack_hash": pack.hash,
        "engines": {name: engine_version(name) for name in engines},
        "facts_used": [id for id in pack.sections.facts if id in used],
        "facts_missing": [question.fact for question in screening.questions],
        "norms_used": norms,
        "assumptions": _assumptions(pack, facts, screening, norms),
    }


def engine_version(name: str) -> str:
    """The version of an engine: of its package, or of kansrijk's own."""
    from kansrijk.version import VERSION

    return durable_version() if name == "durable" else VERSION


def _used(facts: Facts, screening: Screening) -> Iterator[str]:
    """The known facts that a rule looked at, and those they were derived from."""
    todo = [
        name
        for tree in screening.why.values()
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
    rules: list[tuple[str, Based | Class]] = [
        *((f"criterion:{id}", rule) for id, rule in parts.criteria.items()),
        *((f"signal:{id}", rule) for id, rule in parts.signals.items()),
        *((f"class:{id}", rule) for id, rule in parts.classes.classes.items()),
        *((f"phase:{id}", rule) for id, rule in parts.phases.items()),
        *((f"intake:{reason.id}", reason) for reason in parts.classes.intake),
        *((f"action:{id}", rule) for id, rule in parts.actions.items()),
    ]
    found = [
        key
        for key, rule in rules
        if rule.basis == "assumption"
        and screening.truths.get(key) is not None
        and (screening.truths[key] or not key.startswith(("action:", "intake:")))
    ]
    return found + [f"norm:{id}" for id in norms if facts.norms[id].basis == "assumption"]
