"""What there is to ask, by whom, and in what order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kansrijk.asking.state import DATES, Intake, Item, Seen
from kansrijk.case.derive import derivations
from kansrijk.case.facts import Facts
from kansrijk.case.wishes import wishes
from kansrijk.pack.condition import All, Answered, Not
from kansrijk.pack.pack import Pack, facts_in, leaves
from kansrijk.pack.vocabulary import GestationalAge
from kansrijk.screening.plausibility import CODES
from kansrijk.screening.questions import asked_in


def askers(pack: Pack) -> tuple[str, ...]:
    """The roles that ask anything, in the order of the pack."""
    asking = {role for fact in pack.sections.facts.values() for role in fact.asked_by}
    return tuple(role for role in pack.sections.roles if role in asking)


def remaining(intake: Intake) -> tuple[Item, ...]:
    """What this role has still to ask in this session, as far as is known now, in order.

    What was skipped comes last of its round: first all that is needed, then what goes well, then
    the concern of who asks.
    """
    listed = [item for item in _open(intake) if item not in intake.done and _asks(intake, item)]
    fresh = [one for one in listed if one not in intake.skipped and round_of(intake, one) == 0]
    first = _best(intake, {item.id for item in fresh if item.kind == "fact"})
    later = _in_doubt(intake) | _last_dates(intake)

    def place(item: Item) -> tuple[int, bool, int]:
        skipped = item in intake.skipped
        return round_of(intake, item), skipped, _place(intake.pack, item, first, later)

    return tuple(sorted(listed, key=place))


def still_open(intake: Intake) -> tuple[Item, ...]:
    """What this role could still ask, also what it passed over in this session."""
    asked = ("due_date", "birth", "help", "fact")
    return tuple(item for item in _open(intake) if item.kind in asked and _asks(intake, item))


def handed_over(intake: Intake) -> tuple[tuple[tuple[str, ...], tuple[Item, ...]], ...]:
    """What others have to ask: each group of roles with its items."""
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in _open(intake):
        if not _asks(intake, item) and item.kind in ("fact", "help"):
            groups.setdefault(who_asks(intake.pack, item), []).append(item)
    return tuple((roles, tuple(items)) for roles, items in groups.items())


def round_of(intake: Intake, item: Item) -> int:
    """Of three rounds: what is needed, what goes well, the concern of who asks."""
    match item.kind:
        case "strengths":
            return 1
        case "concern" | "own_concern":
            return 2
        case "fact" if intake.seen:
            return int(item.id in _for_strengths(intake.seen))
    return 0


def who_asks(pack: Pack, item: Item) -> tuple[str, ...]:
    """The roles that ask an item; none where anybody does.

    Whether she wants help with a criterion is asked by whoever asks about it.
    """
    facts = pack.sections.facts
    if item.kind in ("fact", "concern", "own_concern"):
        return facts[item.id].asked_by
    if item.kind != "help":
        return ()
    asking = {role for id in _about(pack, item.id) for role in facts[id].asked_by}
    return tuple(role for role in pack.sections.roles if role in asking)


def _place(pack: Pack, item: Item, first: str | None, later: frozenset[Item]) -> int:
    """Where in its round: dates, what a talk begins with, her wishes, the best fact, the others."""
    if item in later:
        return 5
    if item.kind != "fact":
        return 0 if item.kind in DATES else 2
    return 1 if pack.sections.facts[item.id].ask_first else 3 if item.id == first else 4


def _best(intake: Intake, asked: set[str]) -> str | None:
    """The fact to ask first of these: to settle the class, and once it is, the plan."""
    if intake.seen is None or not asked:
        return None
    facts, ask = intake.seen.facts, intake.asker.next
    return ask(facts, "class", asked) or ask(facts, "plan", asked)


def _in_doubt(intake: Intake) -> frozenset[Item]:
    """Help with what follows from facts that can hardly be right is offered after the rest."""
    warnings, codes = intake.seen.screening.warnings if intake.seen else (), CODES.values()
    doubted = {id for one in warnings if one.code in codes for id in one.facts}
    criteria = intake.pack.sections.criteria
    return frozenset(
        Item("help", id) for id in criteria if not doubted.isdisjoint(_about(intake.pack, id))
    )


def _last_dates(intake: Intake) -> frozenset[Item]:
    """The dates, where something is known that is asked only of who is not pregnant."""
    if intake.seen is None or intake.seen.facts.values.keys().isdisjoint(_before(intake.pack)):
        return frozenset()
    return frozenset(Item(kind) for kind in DATES)


@lru_cache(maxsize=64)
def _before(pack: Pack) -> frozenset[str]:
    """The facts that are only of rules that hold while no length of a pregnancy is known."""
    before, others = set[str](), set[str]()
    for rule in pack.rules:
        denied = [
            one.item.fact
            for one in (rule.when.items if isinstance(rule.when, All) else ())
            if isinstance(one, Not) and isinstance(one.item, Answered)
        ]
        counted = any(isinstance(derivations(pack).get(id), GestationalAge) for id in denied)
        (before if counted else others).update(facts_in(rule.when))
    return frozenset(before - others)


@lru_cache(maxsize=64)
def _concerns(pack: Pack) -> tuple[str, ...]:
    """The facts in words that are by themselves a reason for an intake, whatever they say."""
    facts = pack.sections.facts
    named = (
        leaf.fact
        for rule in pack.rules
        if rule.key.startswith("intake:")
        for leaf in leaves(rule.when)
        if isinstance(leaf, Answered)
    )
    return tuple(dict.fromkeys(id for id in named if facts[id].type == "text"))


def _open(intake: Intake) -> Iterator[Item]:
    """All that there is to ask for what is to be settled, by whatever role, best first."""
    seen = intake.seen
    if seen is None or seen.facts.timeline.ended_by:
        return
    yield from _dates(intake, seen)
    wished = wishes(seen.case, intake.on)
    for found in seen.screening.criteria:
        if found.truth and found.id not in wished:
            yield Item("help", found.id)
    for question in seen.questions:
        settles = question.settles_class or (question.settles_plan and intake.settle != "class")
        if settles and not _disputed(seen.facts, question.fact):
            yield Item("fact", question.fact)
    for_strengths = _for_strengths(seen)
    if intake.strengths:
        yield from (Item("fact", id) for id in for_strengths)
    elif any(_asks(intake, Item("fact", id)) for id in for_strengths):
        yield Item("strengths")
    for id in _concerns(intake.pack):
        if not any(one.by == intake.by and id in one.facts for one in seen.case.observations):
            yield Item("own_concern" if intake.concern else "concern", id)


def _for_strengths(seen: Seen) -> tuple[str, ...]:
    """The facts asked only for what goes well."""
    return tuple(
        one.fact
        for one in seen.questions
        if not (one.settles_class or one.settles_plan or _disputed(seen.facts, one.fact))
    )


def _dates(intake: Intake, seen: Seen) -> Iterator[Item]:
    """The day the child is due or was born, where the pack looks at it and no day is known yet.

    Past the due date the birth is asked.
    """
    pack, time = intake.pack, seen.facts.timeline
    if intake.stage == "not_pregnant":
        return
    if intake.stage == "born" or time.overdue:
        yield from () if time.birth else (Item("birth"),)
        return
    if seen.case.last_period or time.start:
        return
    derived = derivations(pack).values()
    if pack.sections.phases or derived:
        yield Item("due_date")
    if Item("due_date") in intake.done and any(isinstance(d, GestationalAge) for d in derived):
        yield Item("last_period")


def _disputed(facts: Facts, id: str) -> bool:
    """Whether others disagree this very day, so that one more word settles nothing."""
    fact = facts.observed.get(id)
    return fact is not None and fact.state == "disputed" and fact.said[0].date == facts.on


def _asks(intake: Intake, item: Item) -> bool:
    roles = who_asks(intake.pack, item)
    return not roles or intake.by in roles


@lru_cache(maxsize=256)
def _about(pack: Pack, criterion: str) -> frozenset[str]:
    """The facts that a criterion is about, with all that those are derived from."""
    rule = next(rule for rule in pack.rules if rule.key == f"criterion:{criterion}")
    return asked_in(pack, rule.when)
