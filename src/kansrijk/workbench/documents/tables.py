"""The tables by which is decided: which counts give which class, the income line, the visits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from kansrijk.case.case import Case
from kansrijk.case.derive import Inputs, norm_line
from kansrijk.case.norms import norms_on
from kansrijk.case.timeline import timeline
from kansrijk.engine.reference import View, test_of
from kansrijk.engine.ruleset import Known
from kansrijk.output.layout import in_a_row
from kansrijk.pack.condition import Condition, Count
from kansrijk.pack.pack import PackRule
from kansrijk.pack.vocabulary import NormLine
from kansrijk.workbench.documents.looks import looks
from kansrijk.workbench.documents.making import Making
from kansrijk.workbench.documents.parts import Line, Table, plain

SHARERS = 4
"""The income line is shown for so many people who share the costs, none of them included."""
CENTS = 100


def class_tables(make: Making) -> Iterator[Table]:
    """How many findings give which class, where all classes count the same; what each looks at."""
    rules = [rule for rule in make.pack.rules if rule.key.startswith("class:")]
    if (counted := _counted(make, rules)) is not None:
        yield counted
    names = [rule.key for rule in rules]
    seen = dict.fromkeys(key for name in names for key in looks(make.pack)[name])
    heads = (make.say("looks_at"), *(make.named(name).text for name in names))
    rows = tuple(
        (
            (make.named(key),),
            *(plain(make.say("counts" if key in looks(make.pack)[n] else "no")) for n in names),
        )
        for key in seen
    )
    yield Table(make.say("class_table"), heads, rows)


def _counted(make: Making, rules: list[PackRule]) -> Table | None:
    """A row for each number of findings with the class it gives; None where that is not all."""
    asked = [(rule.key, _least(make, rule.when)) for rule in rules]
    of = {rule.when.of for rule in rules if isinstance(rule.when, Count)}
    if len(of) != 1 or any(least is None for _, least in asked):
        return None
    lowest = next(
        f"class:{id}" for id, model in make.parts.classes.classes.items() if model.when is None
    )
    given: dict[str, list[int]] = {}
    most = len(next(iter(of)))
    for n in range(most + 1):
        key = next((key for key, least in asked if least is not None and n >= least), lowest)
        given.setdefault(key, []).append(n)
    rows = tuple((plain(_numbers(make, ns, most)), (make.named(key),)) for key, ns in given.items())
    return Table(make.say("count_table"), (make.say("how_many"), make.say("class")), rows)


def _numbers(make: Making, numbers: list[int], most: int) -> str:
    """`0 or 1`, and of many that go on to the greatest `3 or more`."""
    if len(numbers) > 2 and numbers[-1] == most:
        return make.say("or_more", n=numbers[0])
    return in_a_row([str(n) for n in numbers], make.words.say("or"))


def _least(make: Making, when: Condition) -> int | None:
    """How many a plain count asks for, on the day."""
    if not isinstance(when, Count) or when.domains is not None:
        return None
    if isinstance(when.at_least, int):
        return when.at_least
    norm = norms_on(make.pack, make.found.on).get(when.at_least.norm)
    return norm.value if norm is not None and isinstance(norm.value, int) else None


def income_tables(make: Making) -> Iterator[Table]:
    """The income line of each kind of household, alone and with people who share the costs."""
    for id, fact in make.parts.facts.items():
        rule = fact.derive.function if fact.derive else None
        if isinstance(rule, NormLine):
            yield _income(make, id, rule)


def _income(make: Making, id: str, rule: NormLine) -> Table:
    kinds = make.parts.facts[rule.household].values or {}
    heads = (
        make.words.label(rule.household),
        make.say("sharers_none"),
        *(make.words.many("docs_sharers", n, n=n) for n in range(1, SHARERS)),
    )
    rows = tuple(
        (
            plain(make.words.text(label)),
            *(_line(make, rule, kind, n) for n in range(SHARERS)),
        )
        for kind, label in kinds.items()
    )
    day = make.words.date(make.found.on)
    unit = make.words.unit(make.parts.facts[id].unit)
    caption = make.say("income_table", label=make.words.label(id), unit=unit, day=day)
    return Table(caption, heads, rows, numbers=True)


def _line(make: Making, rule: NormLine, kind: str, sharers: int) -> Line:
    """The line in whole cents, rounded down: an income is held against the exact one."""
    values: dict[str, Any] = {rule.household: kind, rule.sharers: sharers}
    amount: Any = norm_line(rule, _inputs(make, values)).value
    if amount is None:
        return plain(make.say("no_value"))
    return plain(make.figure(Fraction(int(amount * CENTS), CENTS)))


def _inputs(make: Making, values: dict[str, Any]) -> Inputs:
    """What a derivation looks at, of nobody in particular."""
    on: date = make.found.on
    nobody = Case.model_validate({"case": "nobody"})
    norms = norms_on(make.pack, on)
    return Inputs(values, frozenset(), norms, timeline(make.pack, nobody, norms, on), on)


def visit_table(make: Making) -> Table:
    """How often there is a visit in each phase, for each class."""
    levels = list(make.parts.classes.classes)
    rows = tuple(
        ((make.named(f"phase:{id}"),), *(plain(_visits(make, id, level)) for level in levels))
        for id in make.parts.phases
    )
    heads = (make.say("phase"), *(make.words.label(f"class:{level}") for level in levels))
    return Table(make.say("visit_table"), heads, rows)


def _visits(make: Making, id: str, level: str) -> str:
    when = next(rule.when for rule in make.pack.rules if rule.key == f"phase:{id}")
    # Of nobody nothing is known but the class.
    norms = {id: norm.value for id, norm in norms_on(make.pack, make.found.on).items()}
    known = Known({}, norms)
    truths: dict[str, Any] = dict.fromkeys((rule.key for rule in make.pack.rules), None)
    truth = test_of(when)(View(known, truths, (level,)))
    if truth is False:
        return make.say("no_visits")
    often = make.visits(make.parts.phases[id].visits, level)
    return often if truth else make.say("visits_maybe", often=often)
