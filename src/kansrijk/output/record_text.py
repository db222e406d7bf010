"""What is recorded as text: the lines that a case gets, what that moves, and what there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from kansrijk.case.events import UNDO
from kansrijk.exploring.kinds import KINDS
from kansrijk.exploring.moves import Company, Moves, PlanMark
from kansrijk.exploring.recordable import Recordable
from kansrijk.exploring.recording import Recorded
from kansrijk.output.layout import in_a_row, section, wrap
from kansrijk.output.phrases import PHRASES
from kansrijk.output.trajectory_text import lacking_lines, next_lines, within_text
from kansrijk.output.visits_text import in_her_language
from kansrijk.output.whatif_text import difference_sections, page, table
from kansrijk.output.words import Words
from kansrijk.pack.events import LOSS, MORE_OFTEN

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

Row = tuple[str, str, str]


def preview(
    event: str, found: Recorded, moved: Moves | None, after: Assessment, words: Words
) -> str:
    """What a case gets and what that moves; None where it could not be used before."""
    # As they will stand there, however long.
    lines = [*(f"  - {line}" for line in found.removed), *(f"  + {line}" for line in found.added)]
    return page(
        after,
        words,
        section(words, "head_record_lines", lines),
        wrap(_undoes(found, words), "") if event == UNDO else [],
        wrap(words.say("record_on_her_copy"), "") if found.on_her_copy(event) else [],
        *_consequences(event, moved, after, words),
    )


def _consequences(
    event: str, moved: Moves | None, after: Assessment, words: Words
) -> Iterator[list[str]]:
    """What it moves. Of a loss what stops and what there is to do, and not a word more."""
    if moved is None:
        yield wrap(words.say("record_mends"), "")
    elif not moved:
        often = event in MORE_OFTEN and after.plan and after.plan.to_come(after.facts.on)
        yield wrap(words.say("record_often_enough" if often else "record_same"), "")
    elif event == LOSS:
        ended = after.facts.timeline.ended_by == LOSS
        stops = _stops(moved, words) if ended else wrap(words.say("loss_goes_on"))
        yield section(words, "head_loss_stops" if ended else "head_loss_goes_on", stops)
        yield section(words, "head_loss_to_do", _to_do(moved, words))
    else:
        yield from _moved(moved, after, words)


def _stops(moved: Moves, words: Words) -> Iterator[str]:
    yield from wrap(words.say("loss_stops"))
    was_set = moved.plan is not None and moved.plan[0].status == "set"
    cancelled = sum(one.before - one.after for one in moved.what.visits) if was_set else 0
    if cancelled:
        yield from wrap(words.many("loss_visits", cancelled, n=cancelled))


def _to_do(moved: Moves, words: Words) -> Iterator[str]:
    for id in moved.what.actions.added:
        role = words.label(f"role:{words.pack.sections.actions[id].role}")
        label = words.label(f"action:{id}")
        yield from wrap(words.say("action_line", label=label, role=role), "  - ")


def _undoes(found: Recorded, words: Words) -> str:
    what, day = what_is_told(found.said["of"], words), date.fromisoformat(found.said["on"])
    return words.say("record_undoes", what=what, date=words.date(day))


def _moved(moved: Moves, after: Assessment, words: Words) -> Iterator[list[str]]:
    yield section(words, "head_standing", _standing(moved, after, words))
    days = table([*_plan_days(moved, words), *_phase_days(moved, words)], words)
    yield section(words, "head_phases", days)
    yield section(words, "head_record_who", _who(moved.company, words))
    anew = wrap(words.say("record_days_anew")) if moved.days_anew else []
    yield section(words, "head_visits", anew)
    ended = after.facts.timeline.ended_by is not None
    yield from difference_sections(moved.what, words, ended=ended)
    warned = (line for one in moved.warnings for line in wrap(words.warning(one), "  - "))
    yield section(words, "head_warnings", warned)


def _who(company: Company, words: Words) -> Iterator[str]:
    """Who comes to the visits, on which of them two do, and at what time they begin."""
    if along := company.along:
        way = "along" if along.after else "alone"
        role = words.label(f"role:{along.after or along.before}")
        yield from wrap(words.say(f"record_{way}", day=words.day(along.from_), role=role), "  - ")
    if time := company.time:
        way = "time" if time.after else "no_time"
        said = words.say(f"record_{way}", day=words.day(time.from_), time=time.after)
        yield from wrap(said, "  - ")
    if company.language:
        before, after = company.language
        spoken = before and words.say("visits_language_spoken", fact=words.label(before.fact))
        yield from wrap(in_her_language(after, words) if after else spoken or "", "  - ")
    for way, days in (("handover", company.added), ("no_handover", company.removed)):
        for day in days:
            yield from wrap(words.say(f"record_{way}", day=words.day(day)), "  - ")


def _standing(moved: Moves, after: Assessment, words: Words) -> Iterator[str]:
    """The step and how it is with the plan; after another step what comes then."""
    rows: list[Row] = []
    if moved.state:
        states = words.pack.sections.trajectory.states
        one, other = (words.text(states[id].label) for id in moved.state)
        rows.append((words.say("record_step"), one, other))
    if moved.plan and moved.plan[0].status != moved.plan[1].status:
        one, other = (words.say(f"record_plan_{mark.status}") for mark in moved.plan)
        rows.append((words.say("record_plan"), one, other))
    yield from table(rows, words)
    if moved.state and after.trajectory:
        for one_next in after.trajectory.next:
            yield from next_lines(one_next, words)


def _plan_days(moved: Moves, words: Words) -> Iterator[Row]:
    pair = moved.plan
    if pair and all(mark.start and mark.end for mark in pair) and pair[0][1:] != pair[1][1:]:
        one, other = (_marked(mark, words) for mark in pair)
        yield words.say("record_plan"), one, other


def _marked(mark: PlanMark, words: Words) -> str:
    return _days(mark.start, mark.end, words)


def _phase_days(moved: Moves, words: Words) -> Iterator[Row]:
    """The phases that begin or end on another day."""
    for pair in moved.what.phases:
        if pair.before and pair.after:
            one, other = (_days(p.from_, p.until, words) for p in (pair.before, pair.after))
            if one != other:
                yield words.label(f"phase:{pair.id}"), one, other


def _days(start: date | None, until: date | None, words: Words) -> str:
    dates = [day and words.date(day) for day in (start, until)]
    return words.say("record_days", start=dates[0], until=dates[1])


def what_is_told(event: str, words: Words) -> str:
    """What an event tells, in words; one that has none by its name."""
    phrase = f"record_of_{event}"
    return words.say(phrase) if phrase in PHRASES else event


def recordable_text(result: Assessment, found: Iterable[Recordable], words: Words) -> str:
    """What can be recorded: the next steps first, with who may and what is lacking."""
    every = list(found)
    following = (line for one in every if one.next for line in _line(one, words))
    rest = (line for one in every if not one.next for line in _line(one, words))
    return page(
        result,
        words,
        section(words, "head_record_next", following),
        section(words, "head_record_also", rest),
    )


def _line(one: Recordable, words: Words) -> Iterator[str]:
    kinds = "|".join(KINDS[one.event].kinds)
    options = (f"--{key} ..." for key in one.must)
    may = (f"[--{key} {kinds if key == 'kind' else '...'}]" for key in one.may)
    yield from wrap(" ".join([one.event, *options, *may]), "  ", "    ")
    what = what_is_told(one.event, words)
    if one.next:
        what += within_text(one.next.within_days, words)
    everyone = len(one.by) == len(words.pack.sections.roles)
    roles = [words.label(f"role:{id}") for id in one.by]
    by = words.say("record_anyone") if everyone else in_a_row(roles, words.say("or"))
    yield from wrap(words.say("record_line", what=what, by=by) if by else what, "      ")
    if "goes_on" in one.may:
        yield from wrap(words.say("record_goes_on"), "      ")
    if one.next:
        yield from lacking_lines(one.next, words)
