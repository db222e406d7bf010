"""What asking for a rule is estimated to cost, and in which order it asks."""

from __future__ import annotations

from typing import Any

from builders import facts_of, small_pack

from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.screening.estimate import estimates


def asked(when: Any) -> tuple[str, ...]:
    """The facts that an action asks for, in a case of which nothing is known."""
    action = {"label": "Visit.", "for": ["poverty"], "domain": "social", "role": "nurse",
              "when": when, "basis": "policy", "source": "law"}  # fmt: skip
    pack = small_pack(actions={"visit": action})
    facts, engine, rules = facts_of(pack), ReferenceEngine(), compile_pack(pack)
    known, possible = known_of(facts), ("high", "middle", "low")
    truths = dict(engine.findings(rules, known))
    truths |= engine.consequences(rules, known, truths, possible)
    found = estimates(pack, View(known, truths, possible), facts)
    assert found["criterion:poverty"].order == ("poor",)
    return found["action:visit"].order


def test_after_the_class_a_rule_asks_for_its_own_facts_alone() -> None:
    assert asked({"any": [{"criterion": "poverty"}, {"friends": {"below": 2}}]}) == ("friends",)
    both = {"all": [{"any": [{"criterion": "poverty"}, {"smoking": "daily"}]}, {"hopeful": True}]}
    assert set(asked(both)) == {"smoking", "hopeful"}
