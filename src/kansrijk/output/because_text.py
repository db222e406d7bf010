"""Why, in words: an explanation as indented lines, each with the mark of its truth."""

from __future__ import annotations

from typing import Any

from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.words import Words
from kansrijk.screening.because import Because, Leaf, decided_by

MARKS = {True: "●", False: "○", None: "?"}


def because_lines(
    because: Because, words: Words, declined: frozenset[str], indent: str, *, everything: bool
) -> list[str]:
    """The tree as indented lines, each with its mark; the parts that decide, or all of them."""
    mark = MARKS[because.truth]
    if isinstance(because, Leaf):
        text = leaf_text(because, words)
        if because.truth is None and declined.intersection(because.facts):
            text += f" ({words.say('declined')})"
        return wrap(f"{mark} {text}", indent, indent + "  ")
    deciding = because.items if everything else decided_by(because)
    below = (
        because_lines(item, words, declined, indent + "  ", everything=everything)
        for item in deciding
    )
    # Two ways that come down to the same words are said once.
    different = list(dict.fromkeys(tuple(lines) for lines in below))
    if len(different) == 1 and because.op != "not":
        return [line.removeprefix("  ") for line in different[0]]
    op = "any" if because.at_least == 1 else because.op
    asked = words.say(f"op_{op}", at_least=because.at_least)
    head = f"{indent}{mark} {words.pair(asked, '')}".rstrip()
    return [head, *(line for lines in different for line in lines)]


def leaf_text(leaf: Leaf, words: Words) -> str:
    """One test in words: what was asked, and since when the figure in it holds."""
    if leaf.kind == "fact" and leaf.test is not None:
        return _test(leaf, *leaf.test, words)
    if leaf.kind == "after":
        events = in_a_row([words.say(f"event_{id}") for id in leaf.of], words.say("or"))
        return words.say("event_in_force", events=events)
    kind = {"may_be": "class"}.get(leaf.kind, leaf.kind)
    labels = in_a_row([words.label(f"{kind}:{id}") for id in leaf.of], words.say("or"))
    phrases = {"class": "class_in", "may_be": "class_may_be", "phase": "phase_in"}
    if leaf.kind in phrases:
        return words.say(phrases[leaf.kind], classes=labels, phases=labels)
    return labels


def _test(leaf: Leaf, comparator: str, asked: Any, words: Words) -> str:
    fact = leaf.of[0]
    label = words.label(fact)
    if comparator == "answered":
        return words.say("test_answered", fact=label)
    if isinstance(asked, tuple) and len(asked) == 1 and isinstance(asked[0], bool):
        return label if asked[0] else words.say("test_not", fact=label)
    if asked is None:
        bound = words.say("bound_unknown")
        text = words.say(f"test_{comparator}", fact=label, bound=bound, values=bound)
    elif comparator == "one_of":
        values = in_a_row([words.value(fact, value) for value in asked], words.say("or"))
        text = words.say("test_one_of", fact=label, values=values)
    else:
        phrase = f"test_{words.compared(comparator, fact)}"
        text = words.say(phrase, fact=label, bound=words.value(fact, asked))
    if leaf.norm is not None and leaf.norm.from_ is not None:
        since = words.date(leaf.norm.from_)
        text += f" ({words.say('norm_since', label=words.label(leaf.norm.id), date=since)})"
    return text
