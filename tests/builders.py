"""Small packs and cases for the tests of every stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from kansrijk.case.case import Case, parse_case
from kansrijk.case.facts import Facts, facts_on
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import compile_pack
from kansrijk.pack.load import load_pack, parse_pack, sections_of
from kansrijk.pack.pack import Pack
from kansrijk.planning.plan import Plan, plan
from kansrijk.reading import Document, parse_yaml
from kansrijk.screening.screen import Screening, screen

ON = date(2026, 3, 2)

SMALL = """\
pack:
  id: small
  version: "1.0.0"
  title: A small pack
  owner: nobody
  languages: [en]
  in_force: {from: 2020-01-01}
  review: 2030-01-01
  domains: {money: money, people: people around her}
sources:
  law: {title: The law, publisher: State, year: 2020}
facts:
  poor: {type: boolean, label: poor, question: "Poor?", asked_by: nurse}
  alone: {type: boolean, label: alone, question: "Alone?", asked_by: nurse}
  violence: {type: boolean, label: violence, question: "Afraid?", asked_by: nurse}
  hopeful: {type: boolean, label: hopeful, question: "Hopeful?", asked_by: nurse}
  smoking:
    type: choice
    values: {never: never, stopped: stopped, daily: every day}
    label: smoking
    question: "Smoking?"
    asked_by: nurse
  friends:
    {type: integer, unit: people, range: [0, 9], label: friends, question: "Whom?", asked_by: nurse}
  income:
    {type: number, unit: EUR, range: [0, 5000], label: income, question: "Much?", asked_by: nurse}
  story: {type: text, label: story, question: "What else?", asked_by: nurse}
norms:
  enough: {label: enough friends, unit: people, basis: policy, source: law, value: 3}
  smokers: {label: who smokes, unit: words, basis: policy, source: law, value: [stopped, daily]}
  line:
    label: income line
    unit: EUR
    basis: source
    source: law
    values:
      - {from: 2020-01-01, until: 2024-01-01, value: 1000}
      - {from: 2025-01-01, review: 2026-01-01, value: 1100.50}
  rhythm:
    label: days between visits
    unit: days
    basis: policy
    source: law
    by: class
    value: {high: 7, middle: 14}
criteria:
  poverty: {label: poverty, domain: money, when: {poor: true}, basis: policy, source: law}
  solitude: {label: solitude, domain: people, when: {alone: true}, basis: policy, source: law}
signals:
  danger:
    {label: danger, when: {violence: true}, urgency: now, route: Call., basis: source, source: law}
strengths:
  hope: {label: hope, fact: hopeful, basis: policy, source: law}
classes:
  classes:
    high:
      label: high
      when: {count: {at_least: 2, of: [{criterion: poverty}, {criterion: solitude}]}}
      basis: policy
      source: law
    middle:
      label: middle
      when: {any: [{criterion: poverty}, {criterion: solitude}]}
      basis: policy
      source: law
    low: {label: low}
  intake:
    - id: unsafe
      label: it is not safe
      when: {signal: danger}
      within_days: 1
      basis: policy
      source: law
    - id: may
      label: it may add up
      when: {may_be: [high, middle]}
      within_days: 10
      basis: policy
      source: law
roles:
  nurse: {label: nurse, domain: medical, does: Nursing.}
phases:
  early:
    label: before the birth
    from: {months: -2}
    until: {months: 0}
    when: {class: [high, middle]}
    visits: {number: 2, days: 7}
    role: nurse
    purpose: To get to know her.
    goals:
      calm: {label: more calm}
      money: {label: money to spare, for: [poverty]}
    basis: policy
    source: law
  later:
    label: after the birth
    from: {months: 0}
    until: {months: 3}
    when: {class: [high, middle]}
    visits: {number: 1, days: 14}
    role: nurse
    purpose: To see how it goes.
    basis: policy
    source: law
actions:
  help:
    label: Help.
    for: [poverty, solitude]
    domain: social
    role: nurse
    basis: policy
    source: law
  protect:
    {label: Protect., for: danger, domain: social, role: nurse, basis: policy, source: law}
"""


STEPS: Any = {
    "states": {
        "first": {"label": "first", "step": 1},
        "offering": {"label": "offering", "step": 2},
        "making": {"label": "making", "step": 3},
        "agreed": {"label": "agreed", "step": 3},
        "going": {"label": "going", "step": 4, "plan_set": True},
        "done": {"label": "done", "end": True},
        "stopped": {"label": "stopped", "end": True},
        "lost": {"label": "lost", "end": True},
    },
    "steps": [
        {**step, "basis": "policy", "source": "law"}
        for step in (
            {"from": "first", "to": "offering", "needs": ["intake_offered"]},
            {"from": ["offering", "making", "stopped"], "event": "intake", "to": "making"},
            {"from": "making", "event": "agreement", "to": "agreed", "needs": ["class_known"]},
            {"from": "agreed", "event": "plan_set", "to": "going", "by": ["nurse", "chief"],
             "needs": ["class_known", "due_date_known"]},
            {"from": "going", "event": "completed", "to": "done"},
            {"from": ["first", "making", "agreed", "going"], "event": "refusal", "to": "stopped"},
            {"from": ["first", "making", "agreed", "going", "done", "stopped", "lost"],
             "event": "loss", "to": "lost"},
        )
    ],
}  # fmt: skip
"""Steps for the small pack with a role `chief` beside the nurse."""

SCHEDULE: Any = {
    "holidays": "NL", "hours": 2, "reach_days": 4, "least_days": 2, "greatest": 2,
    "first_visit_days": 4, "notice_days": 28, "handover_clear_days": 7,
    "together": {"signals": ["danger"], "role": "nurse"},
    "language": {"fact": "story", "everyone": ["Dutch"]},
    "basis": "assumption", "source": "law",
}  # fmt: skip
"""What the visits of the small pack keep to, where it has a schedule."""


def pack_of(text: str, file: str = "small.yaml") -> Pack:
    """The pack in a text, its sections as keys."""
    return parse_pack(sections_of(parse_yaml(text, file)))


def small_pack(**changes: Any) -> Pack:
    """The small pack with parts changed: `facts={"poor": None}` takes one out, other data is
    laid over it, mapping by mapping; a condition is replaced as a whole."""
    value = parse_yaml(SMALL, "small.yaml").value
    return parse_pack(sections_of(Document.of(laid_over(value, changes), "small.yaml")))


WHOLE = ("when", "value", "derive")


def laid_over(value: Any, changes: Any) -> Any:
    """The value with the changes laid over it; what is None there is taken out."""
    if not isinstance(changes, dict):
        return changes
    found = dict(value) if isinstance(value, dict) else {}
    for key, change in changes.items():
        if change is None:
            found.pop(key, None)
        else:
            found[key] = change if key in WHOLE else laid_over(found.get(key), change)
    return found


def case_of(**parts: Any) -> Case:
    """A case of plain data: `facts=...`, `observations=...`, `events=...`, dates as text."""
    return parse_case(Document.of({"case": "c-1", **parts}, "case.yaml"))


def facts_of(pack: Pack, on: date = ON, **parts: Any) -> Facts:
    return facts_on(pack, case_of(**parts), on)


def screened(pack: Pack, on: date = ON, **parts: Any) -> Screening:
    """The screening of a case by the reference engine alone."""
    facts = facts_of(pack, on, **parts)
    return screen(pack, compile_pack(pack), facts, [ReferenceEngine()])


def planned(pack: Pack, on: date = ON, **parts: Any) -> Plan:
    """The plan of a case by the reference engine alone."""
    case = case_of(**parts)
    facts = facts_on(pack, case, on)
    return plan(pack, case, facts, screen(pack, compile_pack(pack), facts, [ReferenceEngine()]))


@cache
def shipped_pack(id: str) -> Pack:
    """A pack that comes along, read once for all tests."""
    return load_pack(id)


def by_the_book_alone(pack: Pack) -> Pack:
    """The pack with its visits on their days by the book, whatever stands in the way of a day."""
    sections = pack.sections.model_copy(update={"schedule": None})
    # Two packs with one hash are the same, and share what is kept of them.
    return replace(pack, sections=sections, hash=f"{pack.hash} by the book")


def event(day: str, what: str) -> dict[str, str]:
    return {"date": day, "event": what, "by": "nurse"}


def seen(day: str, by: str = "nurse", /, **facts: Any) -> dict[str, Any]:
    return {"date": day, "by": by, "facts": facts}
