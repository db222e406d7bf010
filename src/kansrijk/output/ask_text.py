"""What `kansrijk ask` says, as plain lines: fit for a screen reader and for a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kansrijk.asking.agenda import handed_over, remaining, round_of, still_open
from kansrijk.asking.certain import Certain, became_certain
from kansrijk.asking.intake import Turn, expected
from kansrijk.asking.replies import Choice, Expected, Vocabulary
from kansrijk.asking.state import DATES, Intake, Item, Seen
from kansrijk.case.facts import with_answer
from kansrijk.exploring.level import level_of
from kansrijk.output.ask_warnings import doubt_lines, heed_lines, standing_lines
from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.text import in_short
from kansrijk.output.words import Words
from kansrijk.pack.parse import CLASS
from kansrijk.screening.overrides import decided_pack
from kansrijk.screening.questions import Question

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


def vocabulary(words: Words) -> Vocabulary:
    """What can be typed, in the language of the dialogue."""

    def listed(name: str) -> tuple[str, ...]:
        return tuple(words.say(f"ask_words_{name}").split("|"))

    return Vocabulary(
        words.lang,
        listed("yes"),
        listed("no"),
        (
            Choice("wanted", listed("wanted")),
            Choice("not_now", listed("not_now")),
            Choice("not_wanted", listed("not_wanted")),
        ),
        (Choice("born", listed("born")), Choice("not_pregnant", listed("not_pregnant"))),
        (
            ("back", listed("back")),
            ("skip", listed("skip")),
            ("decline", listed("decline")),
            ("why", listed("why")),
            ("stop", listed("stop")),
        ),
    )


def greeting(intake: Intake, words: Words) -> list[str]:
    """How to answer, and where the case will be or what is known of it."""
    lines = [*wrap(words.say("ask_commands"), ""), "", *wrap(words.say("ask_order"), "")]
    if not intake.file:
        lines += ["", *wrap(words.say("ask_case_file"), "")]
    return [*lines, *resumed_lines(intake, words)]


def resumed_lines(intake: Intake, words: Words) -> list[str]:
    """Of a case that is there already: what is certain, and what there is to check."""
    if intake.seen is None:
        return []
    known = became_certain(None, intake.seen.screening)
    certain = certain_lines(known, intake.seen, words)
    return ["", words.say("ask_resumed"), *certain, *standing_lines(intake, words)]


def question_lines(intake: Intake, item: Item, words: Words) -> list[str]:
    """A question with how many are still to come, and what can be answered."""
    question = _question(item, words)
    if item.kind in ("fact", "help"):
        left = sum(
            one.kind in ("fact", "help") and round_of(intake, one) == round_of(intake, item)
            for one in remaining(intake)
        )
        question = words.say("ask_left", n=left, question=question)
    return ["", *wrap(question, ""), *_answers(expected(intake, item), item, words)]


def turn_lines(turn: Turn, item: Item, words: Words) -> list[str]:
    """What a line of input did, once the file holds it."""
    match turn.did:
        case "unclear":
            answers = _answers(expected(turn.intake, item), item, words)
            return [*wrap(words.say(f"ask_unclear_{turn.unclear}"), ""), *answers]
        case "why":
            why = wrap(_why(turn.intake, item, words), "")
            return [*why, *question_lines(turn.intake, item, words)]
        case "skipped":
            return [words.say("ask_skipped")]
        case "went_back":
            return wrap(words.say("ask_went_back"), "")
        case "chosen":
            return standing_lines(turn.intake, words) if item.kind == "role" else []
        case "stopped":
            return []
    return [words.say("ask_saved"), *_after_answer(turn, words)]


def _after_answer(turn: Turn, words: Words) -> list[str]:
    """What cannot wait, then what may not be right, then what else has become certain."""
    after, certain = turn.intake, turn.certain
    if after.seen is None:
        return []
    return [
        *certain_lines(Certain(signals=certain.signals), after.seen, words),
        *doubt_lines(after.before, after, words),
        *certain_lines(certain._replace(signals=()), after.seen, words),
    ]


def certain_lines(certain: Certain, seen: Seen, words: Words) -> list[str]:
    """What has become certain: first what cannot wait, with whom to call."""
    return [line for said in _certain(certain, seen, words) for line in wrap(said)]


def closing(intake: Intake, result: Assessment, words: Words) -> str:
    """The outcome in short, what is left to ask and by whom, and where the case is."""
    lines = [line for one in _left(intake, words) for line in wrap(one, "", "  ")]
    heed = heed_lines(result, intake.by, words)
    lines = [*heed, "", *lines] if heed else lines
    # The name of the file is never broken over two lines.
    lines.append(words.say("ask_file", file=intake.file))
    return "\n" + in_short(result, words.lang) + "\n" + "\n".join(lines) + "\n"


def _left(intake: Intake, words: Words) -> Iterator[str]:
    """What is still to be asked: by this role, of what cannot wait, and by others."""
    if intake.by is None:
        yield words.say("ask_no_role")
        return
    n = len(still_open(intake))
    yield words.say("ask_some_left", n=n) if n else words.say(f"ask_all_asked_{intake.settle}")
    questions = intake.seen.questions if intake.seen else ()
    asked = {key for question in questions for key in question.why}
    signals = [id for id in words.pack.sections.signals if f"signal:{id}" in asked]
    if signals:
        labels = words.apart(words.label(f"signal:{id}") for id in signals)
        yield words.say("ask_signals_open", signals=labels)
    yield from _handed_over(intake, words)


def _question(item: Item, words: Words) -> str:
    match item.kind:
        case "fact" | "own_concern":
            return words.question(item.id)
        case "help":
            return words.say("ask_help", label=words.label(f"criterion:{item.id}"))
    return words.say(f"ask_{item.kind}")


def _answers(expected: Expected, item: Item, words: Words) -> list[str]:
    """What can be answered, each choice on a line of its own."""
    choices = [f"  {n} {choice.words[0]}" for n, choice in enumerate(expected.choices, start=1)]
    match expected.kind:
        case "choice":
            return choices
        case "number" if expected.fact:
            low, high = expected.fact.span
            whole = expected.fact.type == "integer"
            bounds = {"low": words.number(low), "high": words.value(item.id, high)}
            return wrap(words.say("ask_whole" if whole else "ask_number", **bounds))
    how = {"date": "ask_date", "name": "ask_name"}.get(expected.kind, "ask_own_words")
    return [*wrap(words.say(how)), *choices]


def _why(intake: Intake, item: Item, words: Words) -> str:
    if item.kind == "fact" and intake.seen:
        question = next(one for one in intake.seen.questions if one.fact == item.id)
        return " ".join(_what_for(question, intake, intake.seen, words))
    kind = "dates" if item.kind in DATES else item.kind.removeprefix("own_")
    return words.say(f"ask_why_{kind}")


def _what_for(question: Question, intake: Intake, seen: Seen, words: Words) -> Iterator[str]:
    """What an answer is for, what it can settle, and which answers settle the class."""
    yield words.say("ask_why_fact", why=words.needed_for(question.why))
    if not (question.settles_class or question.settles_plan):
        yield words.say("ask_why_strengths")
        return
    yield words.say("ask_why_class" if question.settles_class else "ask_why_plan")
    if question.settles_class:
        pack = decided_pack(intake.pack, seen.case, intake.on)
        choices = expected(intake, Item("fact", question.fact)).choices
        fixing = [
            choice.words[0]
            for choice in choices
            if level_of(pack, with_answer(pack, seen.facts, question.fact, choice.value))
        ]
        if fixing:
            every = len(fixing) == len(choices)
            yield words.say("ask_fixes_any" if every else "ask_fixes", answers=", ".join(fixing))


def _certain(certain: Certain, seen: Seen, words: Words) -> Iterator[str]:
    decisions = {one.key: one for one in seen.screening.overrides}

    def decided(key: str, said: str) -> str:
        """With who decided it and when, where somebody did."""
        one = decisions.get(key)
        if one is None:
            return said
        by = words.label(f"role:{one.by}")
        return words.say("ask_decided", said=said, by=by, date=words.date(one.date))

    for id in certain.signals:
        model = words.pack.sections.signals[id]
        urgency = words.say(f"urgency_{model.urgency}")
        yield words.say("ask_urgent", urgency=urgency, label=words.text(model.label))
        yield words.text(model.route)
    for id, truth in certain.criteria:
        key, truth_word = f"criterion:{id}", words.say("truth_true" if truth else "truth_false")
        yield decided(key, words.say("ask_criterion", label=words.label(key), truth=truth_word))
    for id in certain.strengths:
        yield words.say("ask_strength", label=words.label(f"strength:{id}"))
    labels = [words.class_label(id) for id in certain.possible]
    if len(labels) == 1:
        yield decided(CLASS, words.say("ask_class", label=labels[0]))
    elif labels:
        yield words.say("class_possible", classes=in_a_row(labels, words.say("or")))


def _handed_over(intake: Intake, words: Words) -> Iterator[str]:
    for roles, items in handed_over(intake):
        who = in_a_row([words.label(f"role:{role}") for role in roles], words.say("or"))
        yield words.say(
            "ask_hand_over", roles=who, items=words.apart(_about(i, words) for i in items)
        )


def _about(item: Item, words: Words) -> str:
    if item.kind == "help":
        return words.say("ask_hand_over_help", label=words.label(f"criterion:{item.id}"))
    return words.label(item.id)
