"""What the data of outcomes is made of: reasons, decisions, numbers, days; and its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from kansrijk.pack.model import Class
from kansrijk.pack.numbers import plain
from kansrijk.pack.parts import Based
from kansrijk.screening.because import Because, Leaf, NormUsed
from kansrijk.screening.screen import Decision

Data = dict[str, Any]


def rests_on(rule: Based | Class | None) -> Data:
    """What a rule rests on; an open class rests on none yet."""
    return {
        "basis": None if rule is None else rule.basis,
        "sources": [] if rule is None else list(rule.source),
    }


def decision_data(decision: Decision | None) -> Data | None:
    """A decision beside what the rules themselves say; of the class also what is possible then."""
    if decision is None:
        return None
    says = decision.rules_say
    data: Data = {"by": decision.by, "date": day_data(decision.date), "reason": decision.reason}
    if isinstance(says, tuple):
        data |= {"rules_say": says[0] if len(says) == 1 else None, "rules_possible": list(says)}
    else:
        data["rules_say"] = says
    return data | {"review": decision.review}


def tree(because: Because) -> Data:
    """`{op, truth, items}`, or a leaf: what it is about, what was asked, its truth, the norm."""
    if not isinstance(because, Leaf):
        node: Data = {"op": because.op, "truth": because.truth}
        if because.at_least is not None:
            node["at_least"] = because.at_least
        if because.norms:
            node["norms"] = [norm(used) for used in because.norms]
        return node | {"items": [tree(item) for item in because.items]}
    of: Any = because.of[0] if because.kind in ("fact", "criterion", "signal") else list(because.of)
    leaf: Data = {because.kind: of, "truth": because.truth}
    if because.test is not None:
        comparator, asked = because.test
        leaf["test"] = {comparator: number(asked)}
    if because.norm is not None:
        leaf["norm"] = norm(because.norm)
    return leaf


def norm(used: NormUsed) -> Data:
    data: Data = {"id": used.id, "value": number(used.value)}
    data |= {"from": day_data(used.from_), "sources": list(used.sources)}
    if used.basis is not None:
        data["basis"] = used.basis
    if used.parts:
        data["parts"] = [norm(part) for part in used.parts]
    return data


def number(value: Any) -> Any:
    """A value for JSON; a table has no one value."""
    if isinstance(value, Fraction):
        return plain(value)
    if isinstance(value, tuple):
        return [number(item) for item in value]
    return None if isinstance(value, Mapping) else value


def day_data(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def to_json(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
