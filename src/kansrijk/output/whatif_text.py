"""Two outcomes side by side as text: compared, never prescribed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kansrijk.exploring.compare import (
    Differences,
    Moved,
    PhasePair,
    Visits,
    by_the_rules,
    compare,
    new_warnings,
)
from kansrijk.output.decision_text import rules_say
from kansrijk.output.layout import broken, in_a_row, section, wrap
from kansrijk.output.plan_text import how_often, interval_text
from kansrijk.output.text import truth_word
from kansrijk.output.words import Words
from kansrijk.planning.plan import PlanPhase
from kansrijk.screening.screen import Classification, Intake

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

FEW_DAYS = 4
"""As many days as are told one by one."""
COLUMNS = (34, 20, 20)
"""How wide a label and the two sides are, with two spaces before each."""


def title(result: Assessment, words: Words) -> str:
    return words.say(
        "title",
        title=words.text(result.pack.sections.pack.title),
        case=result.case.case,
        date=words.day(result.date),
    )


def page(result: Assessment, words: Words, *sections: list[str]) -> str:
    """Sections under the title of the case."""
    whole = [[title(result, words)], *sections]
    return "\n\n".join("\n".join(lines) for lines in whole if lines) + "\n"


def whatif_text(
    before: Assessment, after: Assessment, changes: Mapping[str, Any], lang: str
) -> str:
    """What would be different with these answers."""
    found = compare(before, after)
    words = Words(before.pack, lang)
    supposed = [
        line
        for id, value in changes.items()
        for line in wrap(words.pair(words.label(id), _answer(id, value, words)), "  - ")
    ]
    same = [] if found else wrap(words.say("whatif_same"), "")
    return page(
        before,
        words,
        wrap(words.say("whatif_intro"), ""),
        section(words, "head_whatif_set", supposed),
        section(words, "head_whatif_decided", _decided(before, after, words)),
        same,
        *difference_sections(found, words),
        section(words, "head_warnings", _warned(before, after, words)),
    )


def _decided(before: Assessment, after: Assessment, words: Words) -> Iterator[str]:
    """What a professional decided stays; what the rules themselves say beside it may not."""
    for one, other in by_the_rules(before, after):
        same = one.rules_say == other.rules_say
        text = words.say(
            "whatif_decided_same" if same else "whatif_decided",
            what=words.decided_on(one.key),
            by=words.label(f"role:{one.by}"),
            date=words.date(one.date),
            now=rules_say(one, words),
            then=rules_say(other, words),
        )
        yield from wrap(text, "  - ")


def _warned(before: Assessment, after: Assessment, words: Words) -> Iterator[str]:
    """What is odd about these answers; without a place, because no file holds them."""
    for warning in new_warnings(before.warnings, after.warnings):
        yield from wrap(words.warning(warning), "  - ")


def _answer(id: str, value: Any, words: Words) -> str:
    if value is None:
        return words.say("whatif_unanswered")
    return words.say("declined") if value == "declined" else words.value(id, value)


def difference_sections(
    found: Differences, words: Words, *, ended: bool = False
) -> Iterator[list[str]]:
    """What differs, part by part, under `now` and `then`.

    Where the support has `ended` nothing is asked any more, so it says of how many questions.
    """
    yield section(words, "head_class", _class(found.classification, words))
    for head, kind, turned in (
        ("head_criteria", "criterion", found.criteria),
        ("head_whatif_urgent", "signal", found.signals),
    ):
        rows = [
            (
                words.label(f"{kind}:{one.id}"),
                truth_word(one.before, words),
                truth_word(one.after, words),
            )
            for one in turned
        ]
        yield section(words, head, table(rows, words))
    yield section(words, "head_intake", _intake(found.intake, words))
    yield section(words, "head_visits", _visits(found, words))
    yield section(words, "head_whatif_actions", _actions(found, words))
    yield section(words, "head_goals", _goals(found, words))
    yield section(words, "head_whatif_other", _other(found, words, ended=ended))


def table(rows: list[tuple[str, str, str]], words: Words) -> Iterator[str]:
    """Rows under `now` and `then`; nothing where there are none."""
    for row in [("", words.say("now"), words.say("then")), *rows] if rows else ():
        cells = [broken(cell, width) or [""] for cell, width in zip(row, COLUMNS, strict=True)]
        for n in range(max(map(len, cells))):
            parts = (
                f"  {cell[n] if n < len(cell) else '':<{width}}"
                for cell, width in zip(cells, COLUMNS, strict=True)
            )
            yield "".join(parts).rstrip()


def _class(pair: tuple[Classification, Classification] | None, words: Words) -> Iterator[str]:
    if pair is not None:
        before, after = (possible(grade, words) for grade in pair)
        yield from table([("", before, after)], words)


def possible(grade: Classification, words: Words) -> str:
    """The class, or all that are possible while it is open."""
    labels = in_a_row([words.class_label(id) for id in grade.possible], words.say("or"))
    return labels if grade.level else words.pair(words.class_label(None), labels)


def _intake(pair: tuple[Intake, Intake] | None, words: Words) -> Iterator[str]:
    if pair is not None:
        before, after = (_offer(intake, words) for intake in pair)
        yield from table([(words.say("whatif_intake"), before, after)], words)
        one, other = (intake.because for intake in pair)
        labels = {id: words.label(f"intake:{id}") for id in (*one, *other)}
        yield from listed("whatif_added", [labels[id] for id in other if id not in one], words)
        yield from listed("whatif_removed", [labels[id] for id in one if id not in other], words)


def _offer(intake: Intake, words: Words) -> str:
    if not intake.offered:
        return words.say("whatif_not_offered")
    days = intake.within_days
    if not days:
        return words.say("whatif_offered" if days is None else "whatif_offered_within_none")
    return words.many("whatif_offered_within", days, n=days)


def _visits(found: Differences, words: Words) -> Iterator[str]:
    phases = {pair.id: pair for pair in found.phases}
    rows = [
        (words.label(f"phase:{id}"), _often(pair.before, words), _often(pair.after, words))
        for id, pair in phases.items()
    ]
    yield from table(rows, words)
    for pair in found.phases:
        yield from _more_often(pair, words)
    for one in found.visits:
        label = words.label(f"phase:{one.phase}")
        if max(len(one.added), len(one.removed)) <= FEW_DAYS:
            yield from wrap(words.pair(label, words.apart(_days(one, words))), "  ", "    ")
        elif one.added and one.removed:
            added, removed = (
                words.many(f"whatif_days_{way}", len(days), n=len(days))
                for way, days in (("added", one.added), ("removed", one.removed))
            )
            told = words.say("whatif_visit_days", phase=label, added=added, removed=removed)
            yield from wrap(told, "  ", "    ")


def _more_often(pair: PhasePair, words: Words) -> Iterator[str]:
    """Until when visits are more often than they were to be."""
    phase, known = pair.after, pair.before.more_often if pair.before else ()
    if phase and set(phase.more_often) - set(known):
        said = words.pair(words.label(f"phase:{pair.id}"), how_often(phase, words))
        yield from wrap(said, "  ", "    ")


def _days(one: Visits, words: Words) -> Iterator[str]:
    for way, days in (("whatif_day_added", one.added), ("whatif_day_removed", one.removed)):
        yield from (words.say(way, day=words.day(day)) for day in days)


def _often(phase: PlanPhase | None, words: Words) -> str:
    if phase is None:
        return words.say("whatif_visits", n=0)
    number = words.many("whatif_visits", phase.visits, n=phase.visits)
    return f"{number}, {interval_text(phase.interval, words)}"


def _actions(found: Differences, words: Words) -> Iterator[str]:
    yield from _now_or_later(
        found.actions, found.suppressed, lambda id: words.label(f"action:{id}"), words
    )
    for phrase, offers in (
        ("whatif_offer_added", found.offers.added),
        ("whatif_offer_removed", found.offers.removed),
    ):
        yield from listed(phrase, [words.label(f"offer:{id}") for id in offers], words)


def _goals(found: Differences, words: Words) -> Iterator[str]:
    for phrase, keys in (("added", found.became.added), ("removed", found.became.removed)):
        for key in keys:
            goal, _, state = key.rpartition(":")
            said = f"whatif_goal_{state if phrase == 'added' else 'open'}"
            yield from listed(said, [_goal(goal, words)], words)
    told = {key.rpartition(":")[0] for moved in found.became for key in moved}
    now, later = (
        Moved(*(tuple(key for key in keys if key not in told) for keys in one))
        for one in (found.goals, found.put_off)
    )
    yield from _now_or_later(now, later, lambda key: _goal(key, words), words)


def _goal(key: str, words: Words) -> str:
    """A goal by its key: in her own words, or as the phase has it."""
    phase, _, id = key.partition(":")
    if phase == "own":
        return words.say("named", label=id)
    return words.text(words.pack.sections.phases[phase].goals[id].label)


def _now_or_later(
    now: Moved, later: Moved, label: Callable[[str], str], words: Words
) -> Iterator[str]:
    """What came or went; what is for later on one side alone, and for now on the other."""
    put_off = [id for id in later.added if id in now.removed]
    sooner = [id for id in later.removed if id in now.added]
    for phrase, ids in (
        ("whatif_added", [id for id in now.added if id not in sooner]),
        ("whatif_unsuppressed", sooner),
        ("whatif_removed", [id for id in now.removed if id not in put_off]),
        ("whatif_suppressed", put_off),
    ):
        yield from listed(phrase, [label(id) for id in ids], words)


def _other(found: Differences, words: Words, *, ended: bool) -> Iterator[str]:
    unasked = found.questions.removed
    number = len(unasked) if ended else 0
    for phrase, ids, prefix in (
        ("whatif_strength", found.strengths.added, "strength:"),
        ("whatif_no_strength", found.strengths.removed, "strength:"),
        ("whatif_asked", found.questions.added, ""),
        ("whatif_unasked", () if ended else unasked, ""),
    ):
        yield from listed(phrase, [words.label(prefix + id) for id in ids], words)
    if number:
        yield from wrap(words.many("whatif_unasked_all", number, n=number), "  - ")


def listed(phrase: str, labels: list[str], words: Words) -> Iterator[str]:
    """A line for each of what came, went or moved."""
    for label in labels:
        yield from wrap(words.say(phrase, what=label), "  - ")
