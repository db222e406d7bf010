"""Where the possible classes of a pack are exact, in words for the owner of the pack."""

from __future__ import annotations

from kansrijk.exploring.exactness import Exactness
from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.words import Words


def possible_lines(found: Exactness, words: Words) -> list[str]:
    """Whether they are exact, as far as was looked, and each reason against it."""
    said = [words.say("possible_exact" if found.exact else "possible_wide")]
    if found.shared:
        shared = in_a_row([words.label(id) for id in found.shared], words.say("and"))
        said.append(words.say("possible_shared", facts=shared))
    drawn = "possible_drawn" if found.stopped else "possible_drawn_none"
    said.append(words.say(drawn, drawn=found.drawn, stopped=found.stopped))
    if found.unsure:
        classes = in_a_row([words.class_label(id) for id in found.unsure], words.say("and"))
        said.append(words.say("possible_unsure", classes=classes))
    for fact in found.parts:
        said.append(words.say("possible_part", fact=words.label(fact)))
    for fact, rule in found.beside:
        said.append(words.say("possible_beside", fact=words.label(fact), rule=words.label(rule)))
    return [line for one in said for line in wrap(one, "", "")]
