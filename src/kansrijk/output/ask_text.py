"""What `kansrijk ask` says, as plain lines: fit for a screen reader and for a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kansrijk.asking.certain import Certain, became_certain
from kansrijk.asking.intake import Intake, Item, Turn, expected, handed_over, remaining
from kansrijk.asking.replies import Choice, Expected, Vocabulary
from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.text import in_short
from kansrijk.output.words import Words

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
    """Of a case that is there already: what is certain."""
    if intake.seen is None:
        return []
    known = became_certain(None, intake.seen.screening)
    return ["", words.say("ask_resumed"), *certain_lines(known, words)]


def question_lines(intake: Intake, item: Item, words: Words) -> list[str]:
    """A question with how many are still to come, and what can be answered."""
    question = _question(item, words)
    if item.kind in ("fact", "help"):
        left = sum(one.kind in ("fact", "help") for one in remaining(intake))
        question = words.say("ask_left", n=left, question=question)
    return ["", *wrap(question, ""), *_answers(expected(intake, item), item, words)]


def turn_lines(turn: Turn, item: Item, words: Words) -> list[str]:
    """What a line of input did, once the file holds it."""
    match turn.did:
        case "unclear":
            answers = _answers(expected(turn.intake, item), item, words)
            return [*wrap(words.say(f"ask_unclear_{turn.unclear}"), ""), *answers]
        case "why":
            return [*wrap(_why(turn.intake, item, words), ""), *wrap(words.say("ask_commands"), "")]
        case "skipped":
            return [words.say("ask_skipped")]
        case "went_back":
            return wrap(words.say("ask_went_back"), "")
        case "chosen" | "stopped":
            return []
    return [words.say("ask_saved"), *certain_lines(turn.certain, words)]


def certain_lines(certain: Certain, words: Words) -> list[str]:
    """What has become certain: first what cannot wait, with whom to call."""
    return [line for said in _certain(certain, words) for line in wrap(said)]


def closing(intake: Intake, result: Assessment, words: Words) -> str:
    """The outcome in short, what is left to ask and by whom, and where the case is."""
    n = sum(item.kind != "strengths" for item in remaining(intake))
    left = words.say("ask_some_left", n=n) if n else words.say(f"ask_all_asked_{intake.settle}")
    said = [left, *_handed_over(intake, words)]
    lines = [line for one in said for line in wrap(one, "", "  ")]
    # The name of the file is never broken over two lines.
    lines.append(words.say("ask_file", file=intake.file))
    return "\n" + in_short(result, words.lang) + "\n" + "\n".join(lines) + "\n"


def _question(item: Item, words: Words) -> str:
    match item.kind:
        case "fact":
            return words.question(item.id)
        case "help":
            return words.say("ask_help", label=words.label(f"criterion:{item.id}"))
    return words.say(f"ask_{item.kind}")


def _answers(expected: Expected, item: Item, words: Words) -> list[str]:
    """What can be answered, each choice on a line of its own."""
    match expected.kind:
        case "choice":
            return [
                f"  {n} {choice.words[0]}" for n, choice in enumerate(expected.choices, start=1)
            ]
        case "number" if expected.fact:
            low, high = expected.fact.range or (0, 0)
            whole = expected.fact.type == "integer"
            bounds = {"low": words.number(low), "high": words.value(item.id, high)}
            return wrap(words.say("ask_whole" if whole else "ask_number", **bounds))
    return wrap(
        words.say({"date": "ask_date", "name": "ask_name"}.get(expected.kind, "ask_own_words"))
    )


def _why(intake: Intake, item: Item, words: Words) -> str:
    if item.kind == "fact" and intake.seen:
        return words.needed_for(
            next(one.why for one in intake.seen.questions if one.fact == item.id)
        )
    kind = {"due_date": "dates", "last_period": "dates"}.get(item.kind, item.kind)
    return words.say(f"ask_why_{kind}")


def _certain(certain: Certain, words: Words) -> Iterator[str]:
    for id in certain.signals:
        model = words.pack.sections.signals[id]
        urgency = words.say(f"urgency_{model.urgency}")
        yield words.say("ask_urgent", urgency=urgency, label=words.text(model.label))
        yield words.text(model.route)
    for id, truth in certain.criteria:
        said = words.say("truth_true" if truth else "truth_false")
        yield words.say("ask_criterion", label=words.label(f"criterion:{id}"), truth=said)
    for id in certain.strengths:
        yield words.say("ask_strength", label=words.label(f"strength:{id}"))
    labels = [words.class_label(id) for id in certain.possible]
    if len(labels) == 1:
        yield words.say("ask_class", label=labels[0])
    elif labels:
        yield words.say("class_possible", classes=in_a_row(labels, words.say("or")))


def _handed_over(intake: Intake, words: Words) -> Iterator[str]:
    for roles, items in handed_over(intake):
        who = in_a_row([words.label(f"role:{role}") for role in roles], words.say("or"))
        yield words.say(
            "ask_hand_over", roles=who, items="; ".join(_about(i, words) for i in items)
        )


def _about(item: Item, words: Words) -> str:
    if item.kind == "help":
        return words.say("ask_hand_over_help", label=words.label(f"criterion:{item.id}"))
    return words.label(item.id)
