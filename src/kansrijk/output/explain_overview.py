"""The explanation of a whole outcome: what matters first, and each thing once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kansrijk.exploring.explanation import Explanation, worth_explaining
from kansrijk.output.explain_text import Block, Explained, Listing, explaining_of, page
from kansrijk.output.words import Words

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


def overview(result: Assessment, lang: str, *, markdown: bool = False) -> str:
    """The class, the criteria, the signals that are true; what to ask, and the rest in short."""
    words, explaining = Words(result.pack, lang), explaining_of(result)
    found = list(map(explaining.explain, worth_explaining(result.pack, result.screening)))
    fully = [one for one in found if _matters(one)]
    text = Explained.of(result, words, explaining, fully)
    ended = result.facts.timeline.ended_by
    stopped = [one for one in found if _stopped(one, ended)]
    rest = [one for one in found if not _matters(one) and not _stopped(one, ended)]
    listings = (
        Listing(words.say("head_questions"), tuple(_questions(result, found, words))),
        Listing(
            words.say("explain_also"),
            tuple(_in_short(text, one) for one in rest),
            words.say("explain_also_intro"),
        ),
        *_not_now(ended, tuple(map(text.heading, stopped)), words),
        text.sources(),
    )
    opening = words.say(f"plan_ended_{ended}") if ended else ""
    blocks = [_block(text, one) for one in fully]
    return page(text.title(result), blocks, listings, markdown, opening)


def _matters(found: Explanation) -> bool:
    always = found.kind in ("class", "criterion")
    return always or (found.kind == "signal" and found.truth is True)


def _stopped(found: Explanation, ended: str | None) -> bool:
    """Whether an end of the plan stops it: an action of the plan, or the visits of a phase."""
    return ended is not None and (found.suppressed_by == ended or found.kind == "phase")


def _not_now(ended: str | None, stopped: tuple[str, ...], words: Words) -> Iterator[Listing]:
    """What an end of the plan stops, under one sentence that says why."""
    if ended:
        why = words.say("explain_not_now_all", why=words.say(f"not_now_{ended}"))
        yield Listing(words.say("head_later"), stopped, why)


def _block(text: Explained, found: Explanation) -> Block:
    """Without what is told elsewhere on the page: questions; and of a class, its criteria."""
    of_class = found.kind == "class"
    leave_out = {"explain_missing"}
    if of_class:
        leave_out |= {"explain_rests_on", "explain_facts", "explain_enough", "explain_norms",
                      "explain_not_counted"}  # fmt: skip
    return text.block(found, frozenset(leave_out))


def _in_short(text: Explained, found: Explanation) -> str:
    """A rule by its label and id; of a phase its days, of what was decided by whom."""
    if found.decision is not None:
        return text.words.pair(text.heading(found), text.said.told(found))
    when = text.words.apart(text.when(found))
    return text.words.pair(text.heading(found), when) if when else text.heading(found)


def _questions(result: Assessment, found: Iterable[Explanation], words: Words) -> Iterator[str]:
    """The questions of all these rules, each once, in the order to ask them in."""
    missing = {one.fact for rule in found for one in rule.missing}
    for question in result.screening.questions:
        if question.fact in missing:
            yield f"{words.question(question.fact)} ({words.needed_for(question.why)})"
