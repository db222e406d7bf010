"""What leads to a class, as text: where there is room, or what to keep an eye on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kansrijk.exploring.towards import Change, Towards
from kansrijk.output.decision_text import rules_say
from kansrijk.output.layout import in_a_row, section, wrap
from kansrijk.output.whatif_text import page
from kansrijk.output.words import Words
from kansrijk.pack.parse import CLASS

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


def towards_text(result: Assessment, found: Towards, lang: str) -> str:
    """Each set of changes by itself: of room only where that would be lighter for her.

    After a loss that is said and nothing else.
    """
    words = Words(result.pack, lang)
    if result.facts.timeline.ended_by == "loss":
        return page(result, words, wrap(words.say("plan_ended_loss"), ""))
    decided = section(words, "head_whatif_decided", _decided(result, words))
    if found.already:
        said = "towards_already_rules" if result.classification.override else "towards_already"
        lines = wrap(words.say(said, level=words.class_label(found.level)))
        return page(result, words, decided, section(words, "head_class", lines))
    kind = "towards" if _lighter(result, found.level) else "watch"
    return page(
        result,
        words,
        wrap(words.say(f"{kind}_intro"), ""),
        decided,
        section(words, f"head_{kind}", _ways(found, kind, words)),
    )


def _lighter(result: Assessment, level: str) -> bool:
    """Whether a class is lower than the highest that the rules still see as possible."""
    grade, order = result.classification, list(result.pack.sections.classes.classes)
    says = grade.override.rules_say if grade.override else grade.possible
    highest, *_ = says if isinstance(says, tuple) else order
    return order.index(level) > order.index(highest)


def _decided(result: Assessment, words: Words) -> Iterator[str]:
    """What a professional decided: the class stands in the way of all below, the rest stays."""
    for one in result.screening.overrides:
        if one.key.startswith("action:"):
            continue
        text = words.say(
            "towards_decided" if one.key == CLASS else "towards_fixed",
            what=words.decided_on(one.key),
            by=words.label(f"role:{one.by}"),
            date=words.date(one.date),
            decided=words.class_label(result.classification.level),
            rules=rules_say(one, words),
        )
        yield from wrap(text, "  - ")


def _ways(found: Towards, kind: str, words: Words) -> Iterator[str]:
    level = words.class_label(found.level)
    if found.sets:
        lead = f"{kind}_if" if len(found.sets) == 1 else f"{kind}_if_one_of"
        yield from wrap(words.say(lead, level=level))
        for changes in found.sets:
            yield from _way(changes, words)
    elif found.unknown:
        yield from wrap(words.say("towards_waits", level=level))
        for fact in found.unknown:
            yield from wrap(words.label(fact), "  - ")
    yield from wrap(words.say(_how_far(found), n=found.complete, level=level))


def _how_far(found: Towards) -> str:
    if not found.complete:
        return "towards_partly"
    if found.sets:
        return "towards_complete"
    return "towards_looked" if found.unknown else "towards_none"


def _way(changes: tuple[Change, ...], words: Words) -> Iterator[str]:
    """The changes of one way, which go together."""
    for n, change in enumerate(changes):
        text = _change(change, words)
        yield from wrap(
            f"{words.say('and')} {text}" if n else text, "    " if n else "  - ", "      "
        )


def _change(change: Change, words: Words) -> str:
    values = in_a_row([words.value(change.fact, v) for v in change.values], words.say("or"))
    phrase = f"change_{change.way or 'line'}"
    text = words.say(phrase, fact=words.label(change.fact), values=values)
    return text if change.known else words.say("towards_unknown", change=text)
