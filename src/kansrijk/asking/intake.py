"""The intake as a dialogue: what to ask now, and what a line of answer makes of it.

A state machine without input or output. Its state holds the text of the case file with every
answer so far; whoever runs it puts that text in the file after each line.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from kansrijk.asking.certain import Certain, became_certain
from kansrijk.asking.next import Asker
from kansrijk.asking.replies import Choice, Expected, Unclear, Vocabulary, read_reply
from kansrijk.case.case import DECLINED, Case, parse_case
from kansrijk.case.derive import derivations
from kansrijk.case.facts import Facts, facts_on
from kansrijk.case.wishes import wishes
from kansrijk.case.writing import new_case, with_day, with_fact, with_wish
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.pack.model import GestationalAge
from kansrijk.pack.pack import Pack
from kansrijk.reading import read_text
from kansrijk.screening.overrides import screen_decided
from kansrijk.screening.questions import Question, asked_in
from kansrijk.screening.screen import Screening

Settle = Literal["class", "plan", "all"]
Kind = Literal["case", "role", "due_date", "last_period", "help", "fact", "strengths"]
A_YEAR = timedelta(days=366)


class Item(NamedTuple):
    """One thing to ask: a fact, her wish for help with a criterion, or what comes before those."""

    kind: Kind
    id: str = ""


class Seen(NamedTuple):
    """A case as the rules see it on the day."""

    case: Case
    facts: Facts
    screening: Screening
    questions: tuple[Question, ...]


class Intake(NamedTuple):
    """The state. `text` is the case file as it stands, empty before there is one. `asker` knows
    the best order.

    `done` was answered or skipped for good in this session, `skipped` comes back once, and
    `before` is the state to go back to.
    """

    pack: Pack
    on: date
    settle: Settle
    said: Vocabulary
    file: str
    by: str | None
    asker: Asker
    text: str = ""
    seen: Seen | None = None
    strengths: bool = False
    done: frozenset[Item] = frozenset()
    skipped: frozenset[Item] = frozenset()
    before: Intake | None = None


class Turn(NamedTuple):
    """What a line did: the state after it, and what became certain by an answer.

    `answered` is in the text of the case, `chosen` in the state alone.
    """

    intake: Intake
    did: Literal["answered", "chosen", "skipped", "went_back", "stopped", "why", "unclear"]
    unclear: Unclear | Literal["no_way_back", "needed", "past", "far"] | None = None
    certain: Certain = Certain()


def begin(
    pack: Pack,
    on: date,
    said: Vocabulary,
    *,
    file: str,
    text: str = "",
    by: str | None = None,
    settle: Settle = "plan",
) -> Intake:
    """The start of an intake, of a new case where there is no text yet.

    Raises InputError where the text is not a case of this pack.
    """
    roles = askers(pack)
    who = roles[0] if by is None and len(roles) == 1 else by
    strengths = settle == "all"
    seen, asker = _seen(pack, on, file, text), Asker(pack)
    return Intake(pack, on, settle, said, file, who, asker, text, seen, strengths)


def changed(intake: Intake, text: str) -> Intake:
    """The intake on a text that somebody else changed meanwhile; there is no way back past it."""
    seen = _seen(intake.pack, intake.on, intake.file, text)
    return intake._replace(text=text, seen=seen, before=None)


def askers(pack: Pack) -> tuple[str, ...]:
    """The roles that ask anything, in the order of the pack."""
    asking = {role for fact in pack.sections.facts.values() for role in fact.asked_by}
    return tuple(role for role in pack.sections.roles if role in asking)


def now(intake: Intake) -> Item | None:
    """What to ask now; None where nothing is left that this role asks."""
    if intake.seen is None:
        return Item("case")
    if intake.by is None:
        return Item("role")
    return next(iter(remaining(intake)), None)


def remaining(intake: Intake) -> tuple[Item, ...]:
    """What this role has still to ask, as far as is known now; what was skipped comes last."""
    listed = [item for item in _open(intake) if item not in intake.done and _asks(intake, item)]
    fresh = [item for item in listed if item not in intake.skipped]
    first = _best(intake, {item.id for item in fresh if item.kind == "fact"})
    fresh.sort(key=lambda item: item.kind == "fact" and item.id != first)
    return (*fresh, *(item for item in listed if item in intake.skipped))


def _best(intake: Intake, asked: set[str]) -> str | None:
    """The fact to ask first of these: to settle the class, and once it is, the plan."""
    if intake.seen is None or not asked:
        return None
    facts, ask = intake.seen.facts, intake.asker.next
    return ask(facts, "class", asked) or ask(facts, "plan", asked)


def handed_over(intake: Intake) -> tuple[tuple[tuple[str, ...], tuple[Item, ...]], ...]:
    """What others have to ask: each group of roles with its items."""
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in _open(intake):
        if not _asks(intake, item):
            groups.setdefault(who_asks(intake.pack, item), []).append(item)
    return tuple((roles, tuple(items)) for roles, items in groups.items())


def expected(intake: Intake, item: Item) -> Expected:
    """What can be answered to an item."""
    pack, said = intake.pack, intake.said
    yes_no = (Choice(True, said.yes), Choice(False, said.no))
    match item.kind:
        case "case":
            return Expected("name")
        case "due_date" | "last_period":
            return Expected("date")
        case "strengths":
            return Expected("choice", yes_no)
        case "help":
            return Expected("choice", said.wishes)
        case "role":
            roles = [(id, pack.sections.roles[id].label) for id in askers(pack)]
            return Expected(
                "choice",
                tuple(Choice(id, (pack.text(label, said.lang), id)) for id, label in roles),
            )
    fact = pack.sections.facts[item.id]
    match fact.type:
        case "boolean":
            return Expected("choice", yes_no, fact)
        case "choice":
            values = (fact.values or {}).items()
            choices = (Choice(id, (pack.text(label, said.lang), id)) for id, label in values)
            return Expected("choice", tuple(choices), fact)
        case "text":
            return Expected("words", (), fact)
        case _:
            return Expected("number", (), fact)


def take(intake: Intake, item: Item, line: str) -> Turn:
    """What a line of input makes of the intake, as the answer to what is asked now."""
    reply = read_reply(line, expected(intake, item), intake.said)
    if reply.unclear:
        return Turn(intake, "unclear", reply.unclear)
    match reply.command:
        case "stop":
            return Turn(intake, "stopped")
        case "why":
            return Turn(intake, "why")
        case "back" if intake.before:
            return Turn(intake.before, "went_back")
        case "back":
            return Turn(intake, "unclear", "no_way_back")
        case "skip" | "decline" if item.kind in ("case", "role"):
            return Turn(intake, "unclear", "needed")
        case "decline" if item.kind in ("fact", "help"):
            return _answered(intake, item, DECLINED)
        case "skip" | "decline":
            return Turn(_skipped(intake, item), "skipped")
    return _answered(intake, item, reply.value)


def _answered(intake: Intake, item: Item, value: Any) -> Turn:
    if item.kind in ("due_date", "last_period"):
        if item.kind == "last_period" and value > intake.on:
            return Turn(intake, "unclear", "past")
        if value > intake.on + A_YEAR:
            return Turn(intake, "unclear", "far")
    after = _with(intake, item, value)
    after = after._replace(done=after.done | {item}, before=None if item.kind == "case" else intake)
    if after.text == intake.text:
        return Turn(after, "chosen")
    known = intake.seen.screening if intake.seen else None
    certain = became_certain(known, after.seen.screening) if known and after.seen else Certain()
    return Turn(after, "answered", certain=certain)


def _with(intake: Intake, item: Item, value: Any) -> Intake:
    """The intake with an answer, in its text or in the state."""
    text, file, on, by = intake.text, intake.file, intake.on, intake.by or ""
    match item.kind:
        case "role":
            return intake._replace(by=value)
        case "strengths":
            return intake._replace(strengths=value)
        case "case":
            text = new_case(value, file)
        case "due_date" | "last_period":
            text = with_day(text, file, item.kind, value)
        case "help":
            text = with_wish(text, file, on, by, item.id, value)
        case _:
            text = with_fact(text, file, on, by, item.id, value)
    return intake._replace(text=text, seen=_seen(intake.pack, on, file, text))


def _skipped(intake: Intake, item: Item) -> Intake:
    """Set aside until the end; the second time, a date or an offer for good."""
    once = item.kind in ("due_date", "last_period", "strengths") or item in intake.skipped
    if once:
        return intake._replace(done=intake.done | {item}, before=intake)
    return intake._replace(skipped=intake.skipped | {item}, before=intake)


def _seen(pack: Pack, on: date, file: str, text: str) -> Seen | None:
    """The case in a text as the reference engine sees it."""
    if not text:
        return None
    case = parse_case(read_text(text, file))
    facts = facts_on(pack, case, on)
    screening = screen_decided(pack, case, facts, [ReferenceEngine()])
    return Seen(case, facts, screening, screening.questions)


def _open(intake: Intake) -> Iterator[Item]:
    """All that there is to ask for what is to be settled, by whatever role, best first."""
    seen = intake.seen
    if seen is None or seen.facts.timeline.ended_by:
        return
    yield from _dates(intake.pack, seen, intake.done)
    wished = wishes(seen.case, intake.on)
    for found in seen.screening.criteria:
        if found.truth and found.id not in wished:
            yield Item("help", found.id)
    questions = [one for one in seen.questions if not _disputed(seen.facts, one.fact)]
    for question in questions:
        if question.settles_class or (question.settles_plan and intake.settle != "class"):
            yield Item("fact", question.fact)
    for_strengths = [q.fact for q in questions if not q.settles_class and not q.settles_plan]
    if intake.strengths:
        yield from (Item("fact", id) for id in for_strengths)
    elif any(_asks(intake, Item("fact", id)) for id in for_strengths):
        yield Item("strengths")


def _dates(pack: Pack, seen: Seen, done: frozenset[Item]) -> Iterator[Item]:
    """The day the child is due, where the pack looks at it and no day is known yet."""
    if seen.case.last_period or seen.facts.timeline.start:
        return
    derived = derivations(pack).values()
    if pack.sections.phases or derived:
        yield Item("due_date")
    if Item("due_date") in done and any(isinstance(one, GestationalAge) for one in derived):
        yield Item("last_period")


def _disputed(facts: Facts, id: str) -> bool:
    """Whether others disagree this very day, so that one more word settles nothing."""
    fact = facts.observed.get(id)
    return fact is not None and fact.state == "disputed" and fact.said[0].date == facts.on


def _asks(intake: Intake, item: Item) -> bool:
    roles = who_asks(intake.pack, item)
    return not roles or intake.by in roles


def who_asks(pack: Pack, item: Item) -> tuple[str, ...]:
    """The roles that ask an item; none where anybody does.

    Whether she wants help with a criterion is asked by whoever asks about it.
    """
    facts = pack.sections.facts
    if item.kind == "fact":
        return facts[item.id].asked_by
    if item.kind != "help":
        return ()
    condition = next(rule.when for rule in pack.rules if rule.key == f"criterion:{item.id}")
    about = asked_in(pack, condition)
    asking = {role for id in about for role in facts[id].asked_by}
    return tuple(role for role in pack.sections.roles if role in asking)
