"""The rules of a pack: every condition parsed, in an order in which each looks only back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kansrijk.pack.condition import (
    After,
    All,
    AnyOf,
    Condition,
    Count,
    FirstKnown,
    Not,
    OneOf,
    Rule,
)
from kansrijk.pack.model import Reading, Sections
from kansrijk.pack.pack import PackRule, RuleReading, Stratum, leaves
from kansrijk.pack.parse import Parser
from kansrijk.pack.report import Report
from kansrijk.reading.validation import Path

LONGEST_CHAIN = 100
"""Rules that each ask the next."""


class Parsed(NamedTuple):
    """The rules of a pack in an order that can be run, the other readings of some, and apart from
    them what warns of facts, when a fact is asked, and whom an offer is for.
    """

    rules: tuple[PackRule, ...]
    readings: tuple[RuleReading, ...] = ()
    plausibility: tuple[PackRule, ...] = ()
    ask_if: tuple[PackRule, ...] = ()
    offers: tuple[PackRule, ...] = ()


class Written(NamedTuple):
    """A rule as written: its key, its stratum, its condition and where that stands."""

    key: str
    stratum: Stratum
    when: Any
    path: Path


def written(sections: Sections) -> Iterator[Written]:
    """Every rule that has a condition, in the order of the files."""
    for id, criterion in sections.criteria.items():
        yield Written(f"criterion:{id}", "findings", criterion.when, ("criteria", id, "when"))
    for id, signal in sections.signals.items():
        yield Written(f"signal:{id}", "findings", signal.when, ("signals", id, "when"))
    for id, grade in sections.classes.classes.items():
        if grade.when is not None:
            path: Path = ("classes", "classes", id, "when")
            yield Written(f"class:{id}", "classes", grade.when, path)
    for i, reason in enumerate(sections.classes.intake):
        path = ("classes", "intake", i, "when")
        yield Written(f"intake:{reason.id}", "consequences", reason.when, path)
    for id, phase in sections.phases.items():
        yield Written(f"phase:{id}", "consequences", phase.when, ("phases", id, "when"))
    for id, action in sections.actions.items():
        if action.when is not None:
            yield Written(f"action:{id}", "consequences", action.when, ("actions", id, "when"))


def parse_rules(sections: Sections, report: Report) -> Parsed:
    """All rules in strata order; what cannot be parsed or ordered goes to the report."""
    parser = Parser(sections, report)
    strengths = [
        PackRule(f"strength:{id}", "findings", OneOf(strength.fact, (True,)))
        for id, strength in sections.strengths.items()
    ]
    parsed: dict[str, PackRule] = {}
    paths: dict[str, Path] = {}
    for rule in written(sections):
        paths[rule.key] = rule.path
        when = parser.condition(rule.when, rule.path, early=rule.stratum != "consequences")
        if when is not None:
            parsed[rule.key] = PackRule(rule.key, rule.stratum, when)
    other = [
        (reading, PackRule(key, stratum, when), path)
        for key, stratum, reading, path in _alternatives(sections)
        if (when := parser.condition(reading.when, path, early=True)) is not None
    ]
    rules = {**parsed, **{rule.key: rule for rule in strengths}, **_actions(sections, parsed)}
    before = len(report.problems)
    ordered = _ordered(rules, paths, report)
    if len(report.problems) > before:  # in a circle each rule would be said to make all fall
        return Parsed(ordered)
    _monotone(sections, parsed, report)
    readings = [
        RuleReading(rule.key, reading.id, reading.label, _with(rule, path, rules, sections, report))
        for reading, rule, path in other
    ]
    return Parsed(ordered, tuple(readings))


def parse_plausibility(sections: Sections, report: Report) -> tuple[PackRule, ...]:
    """What cannot both be or is unlikely, as conditions on facts, in the order of the file."""
    asked = ((id, rule.when, "when") for id, rule in sections.plausibility.items())
    return _on_facts("plausibility", asked, ("plausibility",), sections, report)


def parse_ask_if(sections: Sections, report: Report) -> tuple[PackRule, ...]:
    """When a fact is asked, for those that do not fit everybody: `fact:id` with its condition."""
    limited = ((id, fact) for id, fact in sections.facts.items() if fact.ask_if is not None)
    asked = ((id, fact.ask_if, "ask_if") for id, fact in limited)
    return _on_facts("fact", asked, ("facts",), sections, report)


def parse_offers(sections: Sections, report: Report) -> tuple[PackRule, ...]:
    """Whom an offer is for, of those that are not for everybody: `offer:id` with its condition."""
    limited = ((id, offer) for id, offer in sections.offers.items() if offer.when is not None)
    asked = ((id, offer.when, "when") for id, offer in limited)
    return _on_facts("offer", asked, ("offers",), sections, report)


def _on_facts(
    kind: str,
    asked: Iterable[tuple[str, Any, str]],
    section: Path,
    sections: Sections,
    report: Report,
) -> tuple[PackRule, ...]:
    """Conditions on facts alone, each by its key; `asked` are ids with what stands at a keyword."""
    parser = Parser(sections, report, facts_only=True)
    parsed = (
        (id, parser.condition(when, (*section, id, keyword), early=True))
        for id, when, keyword in asked
    )
    return tuple(PackRule(f"{kind}:{id}", "findings", when) for id, when in parsed if when)


def _actions(sections: Sections, parsed: Mapping[str, PackRule]) -> dict[str, PackRule]:
    """An action is asked for by what is going on, any of its findings and its own condition: by
    all of these that it has."""
    rules = {}
    for id, action in sections.actions.items():
        key = f"action:{id}"
        asked_by = tuple(Rule(finding_key(sections, name)) for name in action.for_)
        findings = asked_by if len(asked_by) < 2 else (AnyOf(asked_by),)
        after = (After(action.after),) if action.after else ()
        own = (parsed[key].when,) if key in parsed else ()
        when: tuple[Condition, ...] = (*after, *findings, *own)
        if when:
            condition = when[0] if len(when) == 1 else All(when)
            rules[key] = PackRule(key, "consequences", condition)
    return rules


def finding_key(sections: Sections, id: str) -> str:
    """The key of a finding that an action or goal names by its bare id."""
    if id in sections.criteria:
        return f"criterion:{id}"
    return f"signal:{id}" if id in sections.signals else f"strength:{id}"


def _alternatives(sections: Sections) -> Iterator[tuple[str, Stratum, Reading, Path]]:
    """The other readings of rules, each with the rule's key and stratum and its own place."""
    for id, criterion in sections.criteria.items():
        for i, reading in enumerate(criterion.alternatives):
            path: Path = ("criteria", id, "alternatives", i, "when")
            yield f"criterion:{id}", "findings", reading, path
    for id, grade in sections.classes.classes.items():
        for i, reading in enumerate(grade.alternatives):
            path = ("classes", "classes", id, "alternatives", i, "when")
            yield f"class:{id}", "classes", reading, path


def _with(
    rule: PackRule,
    path: Path,
    rules: Mapping[str, PackRule],
    sections: Sections,
    report: Report,
) -> tuple[PackRule, ...]:
    """The rules in order with one of them read otherwise, and held to the same."""
    read = {**rules, rule.key: rule}
    kind, _, id = rule.key.partition(":")
    if kind == "class":
        _may_fall(sections, id, read, path, report)
    return _ordered(read, dict.fromkeys(read, path), report)


def _monotone(sections: Sections, parsed: Mapping[str, PackRule], report: Report) -> None:
    """More risk never gives a lower class, unless the class says so itself."""
    for id in sections.classes.classes:
        _may_fall(sections, id, parsed, ("classes", "classes", id, "when"), report)


def _may_fall(
    sections: Sections, id: str, parsed: Mapping[str, PackRule], path: Path, report: Report
) -> None:
    key = f"class:{id}"
    falls = None if sections.classes.classes[id].may_fall else _falls(key, parsed)
    if falls is not None:
        by = "it" if falls == key else f"`{falls.partition(':')[2]}`"
        report.refuse("falls_with_risk", path, name=id, by=by)


def _falls(key: str, parsed: Mapping[str, PackRule]) -> str | None:
    """The rule, this one or a signal that it counts, that asks that another is not true.

    Criteria are not followed: more risk is one criterion that becomes true, the others the same.
    """
    seen, todo = set[str](), [key]
    while todo:
        key = todo.pop()
        if key in seen or key not in parsed:
            continue
        seen.add(key)
        when = parsed[key].when
        if _negates_rule(when, under_not=False):
            return key
        rules = (leaf.key for leaf in leaves(when) if isinstance(leaf, Rule))
        todo.extend(rule for rule in rules if rule.startswith("signal:"))
    return None


def _negates_rule(condition: Condition, *, under_not: bool) -> bool:
    match condition:
        case Not(item):
            return _negates_rule(item, under_not=not under_not)
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            return any(_negates_rule(item, under_not=under_not) for item in items)
        case Rule():
            return under_not
        case _:
            return False


def _ordered(
    rules: Mapping[str, PackRule], paths: Mapping[str, Path], report: Report
) -> tuple[PackRule, ...]:
    """By stratum, and within it each rule after those it looks at, else as in the files."""
    done: dict[str, PackRule] = {}
    open_: list[str] = []

    def visit(rule: PackRule) -> None:
        if rule.key in done:
            return
        if rule.key in open_:
            circle = " -> ".join([*open_[open_.index(rule.key) :], rule.key])
            report.refuse("cycle", paths[rule.key], circle=circle)
            return
        if len(open_) >= LONGEST_CHAIN:
            report.refuse("long_chain", paths[open_[0]], most=LONGEST_CHAIN)
            return
        open_.append(rule.key)
        for leaf in leaves(rule.when):
            if isinstance(leaf, Rule) and leaf.key in rules:
                visit(rules[leaf.key])
        open_.pop()
        done[rule.key] = rule

    strata: tuple[Stratum, ...] = ("findings", "classes", "consequences")
    for stratum in strata:
        for rule in rules.values():
            if rule.stratum == stratum:
                visit(rule)
    return tuple(done.values())
