"""Where a case stands, as text: in which step, what comes next, who may do it, what is lacking."""

from __future__ import annotations

from collections.abc import Iterator

from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.words import Words
from kansrijk.planning.trajectory import Next, Standing


def trajectory_lines(found: Standing | None, words: Words) -> Iterator[str]:
    if found is None:
        return
    states = words.pack.sections.trajectory.states
    label = words.text(states[found.state].label)
    if found.step is None:
        yield from wrap(words.say("standing_end", label=label))
    else:
        most = max(state.step or 0 for state in states.values())
        yield from wrap(words.say("standing", step=found.step, most=most, label=label))
    # That there is a reason for an intake is said where the intake is.
    needed = [words.say(f"determined_{one}") for one in found.determined if one != "raised_risk"]
    if needed:
        yield from wrap(words.say("determined", needed=in_a_row(needed, words.say("and"))))
    for one in found.next:
        yield from next_lines(one, words)


def next_lines(one: Next, words: Words) -> Iterator[str]:
    """What comes next, who may do it, and what is lacking for it."""
    what = words.say(f"step_{one.event}") + within_text(one.within_days, words)
    by = in_a_row([words.label(f"role:{id}") for id in one.by], words.say("or"))
    yield from wrap(words.say("step_line", what=what, by=by), "  - ")
    yield from lacking_lines(one, words)


def lacking_lines(one: Next, words: Words) -> Iterator[str]:
    if one.lacking:
        lacking = words.apart(words.say(f"lacking_{need}") for need in one.lacking)
        yield from wrap(words.say("step_lacking", lacking=lacking), "      ")


def within_text(days: int | None, words: Words) -> str:
    """Within how many days, to stand behind what is to be done; nothing where there is no term."""
    soon = {0: "intake_within_none", 1: "intake_within_one"}
    return "" if days is None else words.say(soon.get(days, "intake_within"), n=days)
