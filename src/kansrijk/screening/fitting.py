"""Whom an offer is for, with the reason: conditions on facts, which decide nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kansrijk.case.facts import Facts
from kansrijk.engine.reference import view_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.because import Because, Explain, explainer


def fitting(pack: Pack, facts: Facts) -> Mapping[str, Because]:
    """The condition of each offer that has one, with the truth of each part, by its id."""
    view = view_of(facts)
    return {id: explain(view, facts) for id, explain in _explainers(pack).items()}


@lru_cache(maxsize=64)
def _explainers(pack: Pack) -> Mapping[str, Explain]:
    return {rule.id: explainer(rule.when) for rule in pack.offers}
