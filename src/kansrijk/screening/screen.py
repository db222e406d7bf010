"""The screening of a case: findings, class, what is open, who is offered an intake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.engine import agree
from kansrijk.engine.reference import Truth, View
from kansrijk.engine.ruleset import Engine, Ruleset, Truths, known_of
from kansrijk.pack.condition import ClassIs, MayBe
from kansrijk.pack.pack import Pack, leaves
from kansrijk.pack.parts import NormLink
from kansrijk.screening.because import Because, Node, because
from kansrijk.screening.plausibility import implausible
from kansrijk.screening.possible import Classes, possible_classes
from kansrijk.screening.questions import Question, questions
from kansrijk.screening.warnings import Warning, warnings


class Decision(NamedTuple):
    """What a professional set otherwise, beside what the rules themselves say now.

    `rules_say` is a truth; of the class, the classes that are possible by the rules. `review`:
    on the day of the decision they said something else.
    """

    key: str
    by: str
    date: date
    reason: str
    rules_say: Truth | tuple[str, ...]
    review: bool


class Finding(NamedTuple):
    """A criterion or a signal with its truth and why; where it was decided, the rule's own why."""

    id: str
    truth: Truth
    because: Because
    override: Decision | None = None


class Classification(NamedTuple):
    """`level` is None exactly when more than one class is possible."""

    level: str | None
    possible: tuple[str, ...]
    because: Because
    override: Decision | None = None


class Intake(NamedTuple):
    """Whether an intake is offered, for which reasons, and within how many days."""

    offered: bool
    because: tuple[str, ...]
    within_days: int | None


class Screening(NamedTuple):
    criteria: tuple[Finding, ...]
    signals: tuple[Finding, ...]
    classification: Classification
    strengths: tuple[str, ...]
    questions: tuple[Question, ...]
    intake: Intake
    truths: Truths
    why: Mapping[str, Because]
    warnings: tuple[Warning, ...]
    overrides: tuple[Decision, ...] = ()


def screen(pack: Pack, ruleset: Ruleset, facts: Facts, engines: Sequence[Engine]) -> Screening:
    """Screens the facts of a case with engines that must agree.

    Raises EnginesDisagree where two engines differ on a rule.
    """
    view = truths_on(pack, ruleset, facts, engines)
    why = because(pack, view, facts)
    level = view.possible[0] if len(view.possible) == 1 else None
    return Screening(
        criteria=_findings("criterion", pack.sections.criteria, view, why),
        signals=_findings("signal", pack.sections.signals, view, why),
        classification=Classification(level, view.possible, _class_because(pack, level, why)),
        strengths=tuple(id for id in pack.sections.strengths if view.truths[f"strength:{id}"]),
        questions=questions(pack, facts, view, class_open=level is None),
        intake=intake_of(pack, facts, view),
        truths=view.truths,
        why=why,
        warnings=(*warnings(pack, facts, why), *implausible(pack, facts)),
    )


def truths_on(
    pack: Pack,
    ruleset: Ruleset,
    facts: Facts,
    engines: Sequence[Engine],
    classes: Classes = possible_classes,
) -> View:
    """The truth of every rule and the possible classes, without the rest of a screening.

    Raises EnginesDisagree where two engines differ on a rule.
    """
    known = known_of(facts)
    found = agree.findings(engines, ruleset, known)
    possible = classes(pack, facts, View(known, dict(found), ()))
    follows = agree.consequences(engines, ruleset, known, found, possible)
    return View(known, {**found, **follows}, possible)


def _findings(
    kind: str, ids: Mapping[str, object], view: View, why: Mapping[str, Because]
) -> tuple[Finding, ...]:
    return tuple(Finding(id, view.truths[f"{kind}:{id}"], why[f"{kind}:{id}"]) for id in ids)


def _class_because(pack: Pack, level: str | None, why: Mapping[str, Because]) -> Because:
    """From the top down to the class, or over all where it is open."""
    ids = list(pack.sections.classes.classes)
    down_to = ids[: ids.index(level) + 1] if level else ids
    items = tuple(why[f"class:{id}"] for id in down_to if f"class:{id}" in why)
    return Node("class", None if level is None else True, items)


def intake_of(pack: Pack, facts: Facts, view: View) -> Intake:
    """Who is offered an intake, by the truths of the rules for it."""
    reasons = [r for r in pack.sections.classes.intake if view.truths[f"intake:{r.id}"]]
    if facts.timeline.ended_by:
        # Her class alone is then no reason to come again; an urgent signal or her own word is.
        reasons = [r for r in reasons if f"intake:{r.id}" not in _for_class(pack)]
    days = (_days(reason.within_days, facts) for reason in reasons)
    within = min((number for number in days if number is not None), default=None)
    return Intake(bool(reasons), tuple(reason.id for reason in reasons), within)


@lru_cache(maxsize=64)
def _for_class(pack: Pack) -> frozenset[str]:
    """The rules that look at the class."""
    return frozenset(
        rule.key
        for rule in pack.rules
        if any(isinstance(leaf, ClassIs | MayBe) for leaf in leaves(rule.when))
    )


def _days(asked: int | NormLink, facts: Facts) -> int | None:
    """A number of days; None where the norm that gives it is in a gap."""
    if isinstance(asked, int):
        return asked
    norm = facts.norms.get(asked.norm)
    return None if norm is None else int(norm.value)
