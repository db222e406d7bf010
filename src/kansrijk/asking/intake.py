"""The intake as a dialogue: what to ask now, and what a line of answer makes of it.

A state machine without input or output. Its state holds the text of the case file with every
answer so far; whoever runs it puts that text in the file after each line.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from kansrijk.asking.agenda import askers, remaining
from kansrijk.asking.certain import Certain, became_certain, newly_warned
from kansrijk.asking.next import Asker
from kansrijk.asking.replies import Choice, Expected, Unclear, Vocabulary, read_reply
from kansrijk.asking.state import DATES, Intake, Item, Seen, Settle
from kansrijk.case.case import DECLINED, parse_case
from kansrijk.case.facts import facts_on
from kansrijk.case.writing import new_case, with_day, with_event, with_fact, with_wish
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.pack.pack import Pack
from kansrijk.reading import read_text
from kansrijk.screening.overrides import decided_pack, screen_decided

A_YEAR = timedelta(days=366)


class Turn(NamedTuple):
    """What a line did: the state after it, and what became certain by an answer.

    `answered` is in the text of the case, `chosen` in the state alone.
    """

    intake: Intake
    did: Literal["answered", "chosen", "skipped", "went_back", "stopped", "why", "unclear"]
    unclear: Unclear | Literal["no_way_back", "needed", "past", "far", "own_words"] | None = None
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
    seen = _seen(pack, on, file, text)
    return Intake(pack, on, settle, said, file, who, _asker(pack, on, seen), text, seen, strengths)


def changed(intake: Intake, text: str) -> Intake:
    """The intake on a text that somebody else changed meanwhile; there is no way back past it."""
    seen = _seen(intake.pack, intake.on, intake.file, text)
    asker = _asker(intake.pack, intake.on, seen)
    if asker.pack == intake.asker.pack:
        asker = intake.asker  # with all that it has worked out
    return intake._replace(text=text, seen=seen, asker=asker, before=None)


def now(intake: Intake) -> Item | None:
    """What to ask now; None where nothing is left that this role asks.

    A doubtful answer is never the last word: there is a way back from it.
    """
    if intake.seen is None:
        return Item("case")
    if intake.by is None:
        return Item("role")
    return next(iter(remaining(intake)), Item("sure") if intake.doubt else None)


def expected(intake: Intake, item: Item) -> Expected:
    """What can be answered to an item."""
    pack, said = intake.pack, intake.said
    yes_no = (Choice(True, said.yes), Choice(False, said.no))
    match item.kind:
        case "case":
            return Expected("name")
        case "due_date":
            return Expected("date", said.stages)
        case "last_period" | "birth":
            return Expected("date")
        case "strengths" | "concern" | "sure":
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
        case "back":
            return _back(intake)
        case "skip" | "decline" if item.kind in ("case", "role"):
            return Turn(intake, "unclear", "needed")
        case "decline" if item.kind in ("fact", "help"):
            return _answered(intake, item, DECLINED)
        case "skip" | "decline":
            return Turn(_skipped(intake, item), "skipped")
    if item.kind == "sure":
        return Turn(intake._replace(doubt=False), "chosen") if reply.value else _back(intake)
    return _answered(intake, item, reply.value)


def _back(intake: Intake) -> Turn:
    if intake.before is None:
        return Turn(intake, "unclear", "no_way_back")
    return Turn(intake.before, "went_back")


def _answered(intake: Intake, item: Item, value: Any) -> Turn:
    if item.kind in DATES and isinstance(value, date):
        if item.kind != "due_date" and value > intake.on:
            return Turn(intake, "unclear", "past")
        if value > intake.on + A_YEAR:
            return Turn(intake, "unclear", "far")
    if item.kind == "own_concern" and value.casefold() in (*intake.said.yes, *intake.said.no):
        return Turn(intake, "unclear", "own_words")
    after = _with(intake, item, value)
    after = after._replace(done=after.done | {item}, before=None if item.kind == "case" else intake)
    if after.text == intake.text:
        return Turn(after._replace(doubt=False), "chosen")
    if intake.seen is None or after.seen is None:
        return Turn(after, "answered")
    before, known = intake.seen.screening, after.seen.screening
    doubt = bool(newly_warned(before.warnings, known.warnings))
    return Turn(after._replace(doubt=doubt), "answered", certain=became_certain(before, known))


def _with(intake: Intake, item: Item, value: Any) -> Intake:
    """The intake with an answer, in its text or in the state."""
    text, file, on, by = intake.text, intake.file, intake.on, intake.by or ""
    match item.kind:
        case "role":
            return intake._replace(by=value)
        case "strengths":
            return intake._replace(strengths=value)
        case "concern":
            # A no is an answer of today and no fact of hers: it is kept for the session alone.
            return intake._replace(concern=value)
        case "due_date" if not isinstance(value, date):
            return intake._replace(stage=value)
        case "case":
            text = new_case(value, file)
        case "birth":
            text = with_event(text, file, value, by, "birth")
        case "due_date" | "last_period":
            text = with_day(text, file, item.kind, value)
        case "help":
            text = with_wish(text, file, on, by, item.id, value)
        case _:
            text = with_fact(text, file, on, by, item.id, value)
    return intake._replace(text=text, seen=_seen(intake.pack, on, file, text))


def _skipped(intake: Intake, item: Item) -> Intake:
    """Set aside until the end; the second time for good, and at once what is not asked of her."""
    after = intake._replace(doubt=False, before=intake)
    if item.kind not in ("fact", "help") or item in intake.skipped:
        return after._replace(done=intake.done | {item})
    return after._replace(skipped=intake.skipped | {item})


def _asker(pack: Pack, on: date, seen: Seen | None) -> Asker:
    """Who knows the best order, by the rules as far as nothing was decided in their place."""
    return Asker(decided_pack(pack, seen.case, on) if seen else pack)


def _seen(pack: Pack, on: date, file: str, text: str) -> Seen | None:
    """The case in a text as the reference engine sees it."""
    if not text:
        return None
    case = parse_case(read_text(text, file))
    facts = facts_on(pack, case, on)
    screening = screen_decided(pack, case, facts, [ReferenceEngine()])
    return Seen(case, facts, screening, screening.questions)
