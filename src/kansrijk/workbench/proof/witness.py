"""A case that shows something: made of a solver's model, as a case file holds it, and looked at."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

import z3

from kansrijk.case.availability import ABSENCE
from kansrijk.case.case import parse_case
from kansrijk.case.facts import Facts, facts_on
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.condition import Value
from kansrijk.pack.events import EVENTS
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document, InputError
from kansrijk.screening.screen import truths_on
from kansrijk.workbench.proof.looks import LooksAt
from kansrijk.workbench.proof.symbols import FactSymbol, Symbols

Data = dict[str, Any]
REFERENCE = [ReferenceEngine()]


def case_of(model: Any, symbols: Symbols, looks: LooksAt, on: date) -> Data | None:
    """The case that a model describes; None where no due date brings the day into its phase."""
    case: Data = {"case": "voorbeeld"}
    known = (id for id in looks.facts if _holds(model, symbols.fact(id).known))
    facts = {id: _value(model, symbols.fact(id)) for id in known}
    around = [name for name in looks.circumstances if _holds(model, symbols.circumstance(name))]
    events = events_for(symbols.pack, around, on)
    phase = _phase(model, symbols) if looks.phase else None
    if phase is not None:
        time = _time_for(symbols.pack, phase, on)
        if time is None:
            return None
        case["due_date"], events = time["due_date"], [*time.get("events", ()), *events]
    if facts:
        case["facts"] = facts
    if events:
        case["events"] = events
    return case


def _holds(model: Any, formula: Any) -> bool:
    return bool(z3.is_true(model.eval(formula, model_completion=False)))


def _value(model: Any, fact: FactSymbol) -> Value | Decimal:
    found = model.eval(fact.value, model_completion=True)
    if z3.is_rational_value(found):
        return _number(found.as_fraction())
    place = int(found.as_long())
    return place if fact.values is None else fact.values[place]


def _number(exact: Fraction) -> int | Decimal:
    """As a file holds it; what has no end is cut off, and the case then looked at as it is."""
    if exact.denominator == 1:
        return int(exact)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _phase(model: Any, symbols: Symbols) -> str | None:
    place = model.eval(symbols.phase, model_completion=True).as_long()
    return symbols.phases[place] if place >= 0 else None


def events_for(pack: Pack, around: list[str], on: date) -> list[Data]:
    """Events by which all of this is in force on the day."""
    told: list[Data] = []
    for name in around:
        of = next((event for event, kind in EVENTS.items() if name in kind.kinds), name)
        if of == name and any(other in EVENTS[name].kinds for other in around):
            continue  # that it is so is said with its kind
        event = {"date": on.isoformat(), "event": of, "by": next(iter(pack.sections.roles))}
        before = sum(one["event"] == of for one in told)
        event |= {"number": before + 1} if before else {}
        event |= {"kind": name} if of != name else {}
        told.append(event | ({"from": on.isoformat()} if of == ABSENCE else {}))
    return told


@lru_cache(maxsize=256)
def _time_for(pack: Pack, phase: str, on: date) -> Data | None:
    """A due date, with a birth on it where it has passed, by which the day falls in a phase."""
    for weeks in range(60, -200, -1):
        due = (on + timedelta(weeks=weeks)).isoformat()
        birth = {"date": due, "event": "birth", "by": next(iter(pack.sections.roles))}
        time = {"due_date": due, **({"events": [birth]} if weeks <= 0 else {})}
        case = parse_case(Document.of({"case": "c", **time}, "c"))
        if facts_on(pack, case, on).timeline.phase_on(on) == phase:
            return time
    return None


def looked_at(pack: Pack, case: Data, on: date) -> View | None:
    """What the reference engine makes of a case; None where no such case can be."""
    facts = _facts(pack, case, on)
    return facts and truths_on(pack, compile_pack(pack), facts, REFERENCE)


def findings_in(pack: Pack, case: Data, on: date) -> View | None:
    """The same without the possible classes, and what looks at them."""
    facts = _facts(pack, case, on)
    if facts is None:
        return None
    known = known_of(facts)
    return View(known, dict(REFERENCE[0].findings(compile_pack(pack), known)), ())


def _facts(pack: Pack, case: Data, on: date) -> Facts | None:
    try:
        return facts_on(pack, parse_case(Document.of(case, "case.yaml")), on)
    except InputError:
        return None
